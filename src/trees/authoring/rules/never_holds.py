"""The condition of a branch holds for no answers that lead here.

Readers never take this branch. Most often an earlier question has already sent elsewhere those for
whom it would hold, or the bounds of the answer rule it out.

Bad:

    paid:
      kind: number
      ask: How much did you pay?
      min: 0
      max: 100
      then:
        - if: paid > 100
          go: insured
        - otherwise: wait

Good: raise `max`, change the constant, or delete the branch.
"""

from __future__ import annotations

from ..findings import Finding, Span
from .base import make


def found(span: Span, question: str) -> Finding:
    """Point at a branch whose condition never holds."""
    return make(
        __name__,
        span,
        f"This branch of `{question}` is never taken: its condition holds for no answers",
        "Change the condition, or delete the branch.",
    )
