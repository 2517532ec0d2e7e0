"""A text that takes no Markdown has some.

Questions, labels, titles, summaries and messages are shown as they were typed: they also stand in
lists, in search engines, and in messages that readers copy. Stars and backquotes would stay
visible.

Bad:

    ask: Was it **really** sent?

Good:

    ask: Was it really sent?
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding
from .base import make

if TYPE_CHECKING:
    from ..subject import Subject

MARKS = re.compile(r"\*\*|\]\(|`")


def check(subject: Subject) -> Iterator[Finding]:
    """Report the first mark of Markdown in each text that takes none."""
    for prose in subject.draft.prose:
        mark = None if prose.markdown else MARKS.search(prose.node.value)
        if mark:
            yield make(
                __name__,
                prose.node.span_of(*mark.span()),
                f"Readers would see `{mark.group()}`, because this text takes no Markdown"
                if mark.group() != "`"
                else "Readers would see the backquote, because this text takes no Markdown",
                "Say it in plain words; a `hint`, `reason` or step takes Markdown.",
                "warning",
            )
