"""The proof would have to remember too many combinations of answers.

Nothing is known to be wrong, but nothing is proven either. The proof forgets an answer as soon as
no condition and no text looks at it any more; here too many answers still matter at once, or one
answer is compared with too many constants.

Good: let conditions look at answers given shortly before, or let the way go on in another tree.
"""

from __future__ import annotations

from ..findings import Finding, Span
from .base import make


def found(span: Span, message: str, hint: str) -> Finding:
    """Point at what cannot be decided."""
    return make(__name__, span, message, hint)
