"""Some answers leave a reader without a way.

No branch of the question holds for them. The finding shows the shortest such answers.

Bad: branches for each option that also look at an earlier answer, and no `otherwise`.

Good: end the branches with `- otherwise: target`.
"""

from __future__ import annotations

from ..findings import Finding, Span
from .base import make


def found(span: Span, question: str, example: str) -> Finding:
    """Point at the branches of a question that leave a gap."""
    return make(
        __name__,
        span,
        f"No branch of `{question}` holds for some answers: {example}",
        "End the branches with `- otherwise: target`.",
    )
