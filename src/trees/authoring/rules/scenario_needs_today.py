"""A story that counts days does not say which day it is.

Where a question or a branch counts from today, the story would end differently tomorrow. Give it
a `today`.

Bad:

    - story: The refund started in January.
      answers: {taken: yes, started: 2026-01-05}
      ends: overdue

Good:

    - story: The refund started in January.
      today: 2026-03-23
      answers: {taken: yes, started: 2026-01-05}
      ends: overdue
"""

from __future__ import annotations

from ..findings import Finding, Span
from .base import make


def found(span: Span, question: str) -> Finding:
    """Say which question counts from today."""
    return make(
        __name__,
        span,
        f"The story needs `today`, because `{question}` counts days from it",
        "Add a line such as `today: 2026-03-23`.",
    )
