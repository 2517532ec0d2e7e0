"""No story picks an option.

`trees check --coverage` looks for it. An option that no story picks can lead anywhere after a
change, and nobody notices.

Bad: a question with the options `card` and `wallet`, and stories in which everybody pays by card.

Good:

    scenarios:
      - story: Paid from the wallet.
        answers: {paid_with: wallet}
        ends: back_in_wallet
"""

from __future__ import annotations

from ..findings import Finding, Span
from .base import make


def found(span: Span, question: str, option: str) -> Finding:
    """Point at an option that no story picks."""
    return make(
        __name__,
        span,
        f"No story picks `{option}` at `{question}`",
        "Add a scenario that does.",
        "advice",
    )
