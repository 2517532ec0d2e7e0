"""The condition of a branch holds for all answers, so the branches below it are useless.

The condition decides nothing: write `otherwise`, or correct it. A branch that stands last may
always hold, as it does where branches name each option.

Bad:

    paid:
      kind: number
      ask: How much did you pay?
      min: 10
      then:
        - if: paid >= 10
          go: insured
        - otherwise: wait

Good:

    paid:
      kind: number
      ask: How much did you pay?
      min: 10
      go: insured
"""

from __future__ import annotations

from ..findings import Finding, Span
from .base import make


def found(span: Span, question: str, example: str) -> Finding:
    """Point at a branch whose condition always holds."""
    return make(
        __name__,
        span,
        f"This condition of `{question}` holds for all answers, so the branches below are useless",
        "Correct the condition, or make it the last branch: `- otherwise: target`."
        f" The shortest way to it: {example}.",
    )
