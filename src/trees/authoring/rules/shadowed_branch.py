"""Earlier branches take every answer for which this branch would hold.

Branches are tried from the top, so this one is never taken.

Bad:

    - if: paid >= 10
      go: insured
    - if: paid >= 100
      go: valuable
    - otherwise: wait

Good:

    - if: paid >= 100
      go: valuable
    - if: paid >= 10
      go: insured
    - otherwise: wait
"""

from __future__ import annotations

from ..findings import Finding, Span
from .base import make


def found(span: Span, question: str, example: str) -> Finding:
    """Point at a branch that is never taken because of those above it."""
    return make(
        __name__,
        span,
        f"This branch of `{question}` is never taken: the branches above it take all its answers",
        f"Move it up, change its condition, or delete it. It would hold {example}.",
    )
