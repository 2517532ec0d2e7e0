"""No story takes a branch.

`trees check --coverage` looks for it. A branch that no story takes can be wrong, or can lead
elsewhere after a change, and nobody notices.

Bad: `if: paid >= 100`, and no story in which somebody paid that much.

Good:

    scenarios:
      - story: Paid much.
        answers: {paid: 250}
        ends: ask
"""

from __future__ import annotations

from ..findings import Finding, Span
from .base import make


def found(span: Span, question: str) -> Finding:
    """Point at a branch that no story takes."""
    return make(
        __name__,
        span,
        f"No story takes this branch of `{question}`",
        "Add a scenario that does.",
        "advice",
    )
