"""A source was checked too long ago.

Rules and deadlines change. Read the page again, mend what it no longer says, and write down today
as the day on which it was `checked`. A source keeps for a year; one that is only reported, and
confirmed by nobody, for 180 days. From then on readers see that it is ageing.

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


def check(sources: Iterable[Source], today: date) -> Iterator[Finding]:
    """Report sources that should have been read again before a day."""
    for source in sources:
        if source.best_before < today and source.place:
            yield make(
                __name__,
                source.place,
                f"`{source.id}` was checked {(today - source.checked).days} days ago",
                "Read it again, and set `checked` to the day on which you did.",
                "advice",
            )
