"""On some days the bounds of a question leave no answer.

A reader who comes here on such a day cannot go on. This happens where one bound counts from today
and the other is a fixed day, which today will pass.

Bad:

    earliest: today
    latest: 2027-06-30

Good:

    earliest: today
    latest: today + 365
"""

from __future__ import annotations

from ..findings import Finding, Span
from .base import make


def found(span: Span, question: str, example: str) -> Finding:
    """Point at a question that cannot be answered."""
    return make(
        __name__,
        span,
        f"Nothing can be answered to `{question}` on some days: {example}",
        "Let both bounds count from today, or make both of them fixed days.",
    )
