"""A name is a word of the format itself.

Words such as `today`, `and` or `days_since` have a meaning in conditions, and `from` and `at` in
addresses. A question, option, outcome or value of that name could not be told from them.

Bad:

    options:
      none: Nothing of this

Good:

    options:
      nothing: Nothing of this
"""

from __future__ import annotations

from ..findings import Finding, Span
from .base import make


def found(span: Span, name: str) -> Finding:
    """Refuse a reserved name."""
    return make(
        __name__,
        span,
        f"`{name}` is a word of the format and cannot be a name",
        f"Choose another name, such as `{name}_` and a word that says more.",
    )
