"""A question does not end with a question mark.

Readers see at a glance that something is asked of them.

Bad:

    ask: The day on which you paid

Good:

    ask: On which day did you pay?
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
    for name, question in guide.tree.questions.items():
        if not question.ask.rstrip(" *_").endswith("?"):
            yield make(
                __name__,
                guide.span("questions", name, "ask"),
                f"`{name}` asks without a question mark",
                "Write it as a question. What explains it belongs into `hint`.",
                "advice",
            )
