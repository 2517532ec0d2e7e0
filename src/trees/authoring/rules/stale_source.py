"""A source was checked too long ago.

Rules and deadlines change. Read the page again, mend what it no longer says, and write down today
as the day on which it was `checked`. A source keeps for a year.

Bad, in 2026:

    checked: 2024-05-01

Good:

    checked: 2026-05-04
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from ..document import Source
from ..findings import Finding
from .base import make

KEEPS = 365


def check(sources: Iterable[Source], today: date) -> Iterator[Finding]:
    """Report sources that were last checked more than a year before a day."""
    for source in sources:
        age = (today - source.checked).days
        if age > KEEPS and source.place:
            yield make(
                __name__,
                source.place,
                f"`{source.id}` was checked {age} days ago",
                "Read it again, and set `checked` to the day on which you did.",
                "advice",
            )
