"""The condition of a branch holds for no answers that lead here.

Readers never take this branch. The same goes for a comparison within a condition, where it looks at
an earlier answer. Most often an earlier question has already sent elsewhere those for
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


def found(span: Span, question: str, example: str) -> Finding:
    """Point at a branch whose condition never holds."""
    return make(
        __name__,
        span,
        f"This branch of `{question}` is never taken: its condition holds for no answers",
        f"Change the condition, or delete the branch. The shortest way to it: {example}.",
    )


def part(span: Span, question: str, asked: str, example: str) -> Finding:
    """Point at a comparison within a condition that never holds."""
    return make(
        __name__,
        span,
        f"What `{asked}` is compared with here is never so: no such answers lead to `{question}`",
        f"Correct the comparison, or delete it. The shortest way to it: {example}.",
    )
