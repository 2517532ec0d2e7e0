"""A value has no result for some answers.

It divides by something that can be 0, or counts more days than the calendar has room for. Readers
who give such answers would see a gap. What the bounds of an answer, or an `if` around the
division, rule out is taken into account.

Bad: `share: 100 / parts`, where `parts` can be 0.

Good: `min: 1` for the question `parts`, or `share: 100 / parts if parts > 0 else 0`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..extents import Extent, Extents
from ..findings import Finding
from .base import make

if TYPE_CHECKING:
    from ..subject import Subject

#: Far more days than any guide counts, and few enough to stay within the calendar.
MOST_DAYS = 100_000


def check(subject: Subject) -> Iterator[Finding]:
    """Report divisions by what can be 0, and counts of too many days."""
    draft = subject.draft
    questions = {name: one.question for name, one in draft.questions.items() if one.settled}
    values = {name: one.value for name, one in draft.values.items() if one.value}
    if len(questions) < len(draft.questions) or len(values) < len(draft.values):
        return  # What is not known could rule it out.
    extents = Extents(questions, values)
    for name, value in values.items():
        for head, extent in extents.operands(value.expression):
            wrong = _wrong(head, extent)
            if wrong:
                yield make(__name__, draft.values[name].node.span, *wrong)
                break


def _wrong(head: str, extent: Extent) -> tuple[str, str] | None:
    if head == "/" and extent.holds_zero:
        return (
            "This divides by something that can be 0, and then has no result",
            "Give the question a `min` above 0, or write `a / b if b > 0 else c`.",
        )
    if head != "/" and any(abs(end) > MOST_DAYS for end in extent[:2] if end is not None):
        return (
            f"This counts more than {MOST_DAYS} days, and may leave the calendar",
            "Count fewer days.",
        )
    return None
