"""The same key is written twice in one place.

Only one of the two could count, and readers of the file would not know which.

Bad:

    paid:
      ask: How did you pay?
      ask: How did you pay for it?

Good:

    paid:
      ask: How did you pay?
"""

from __future__ import annotations

from ..findings import Finding, Span
from .base import make


def found(span: Span, key: str, line: int) -> Finding:
    """Point at the second of two equal keys."""
    return make(
        __name__,
        span,
        f"`{key}` is written twice",
        f"It stands in line {line} already. Delete one of them, or give it another name.",
    )
