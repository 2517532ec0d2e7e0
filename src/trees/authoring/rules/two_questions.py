"""Two questions in one.

Whoever would say yes to one and no to the other cannot answer.

Bad:

    ask: Did you pay, and has the refund started?

Good: two questions, `Did you pay?` and `Has the refund started?`.

In translations into Spanish and Portuguese, two are found by their question marks, and by a word
that asks after one that joins: `¿Quién lo canceló y cuándo?`
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding
from .base import make

if TYPE_CHECKING:
    from ..style import Guide


def check(guide: Guide) -> Iterator[Finding]:
    """Report asks that ask two things."""
    for name, question in guide.tree.questions.items():
        if question.ask.count("?") > 1 or guide.language.second.search(question.ask):
            yield make(
                __name__,
                guide.span("questions", name, "ask"),
                f"`{name}` asks two things at once",
                "Ask one of them here, and the other in a question of its own.",
                "advice",
            )
