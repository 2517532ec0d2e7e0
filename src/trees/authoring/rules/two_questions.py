"""Two questions in one.

Whoever would say yes to one and no to the other cannot answer.

Bad:

    ask: Did you pay, and has the refund started?

Good: two questions, `Did you pay?` and `Has the refund started?`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding
from .base import make

if TYPE_CHECKING:
    from ..style import Guide

#: A second question, after the words that join it to the first.
SECOND = re.compile(
    r"\b(?:and|or) (?:(?:who|what|when|where|why|how|which)\b"
    r"|(?:is|are|was|were|do|does|did|has|have|can|will)"
    r" (?:I|you|he|she|it|we|they|your|the|there|this)\b)",
    re.IGNORECASE,
)


def check(guide: Guide) -> Iterator[Finding]:
    """Report asks that ask two things."""
    for name, question in guide.tree.questions.items():
        if question.ask.count("?") > 1 or SECOND.search(question.ask):
            yield make(
                __name__,
                guide.span("questions", name, "ask"),
                f"`{name}` asks two things at once",
                "Ask one of them here, and the other in a question of its own.",
                "advice",
            )
