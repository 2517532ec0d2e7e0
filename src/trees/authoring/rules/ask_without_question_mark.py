"""A question does not end with a question mark.

Readers see at a glance that something is asked of them.

Bad:

    ask: The day on which you paid

Good:

    ask: On which day did you pay?

In Spanish, a question begins with a sign as well: `¿Qué día pagaste?`
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding
from .base import make

if TYPE_CHECKING:
    from ..style import Guide


def check(guide: Guide) -> Iterator[Finding]:
    """Report asks that are no questions."""
    opens = guide.language.opens
    for name, question in guide.tree.questions.items():
        if not question.ask.rstrip(" *_").endswith("?"):
            yield _found(guide, name, "without a question mark")
        elif question.ask.count(opens) < question.ask.count("?"):
            yield _found(guide, name, f"without `{opens}` where the question begins")


def _found(guide: Guide, name: str, what: str) -> Finding:
    return make(
        __name__,
        guide.span("questions", name, "ask"),
        f"`{name}` asks {what}",
        "Write it as a question. What explains it belongs into `hint`.",
        "advice",
    )
