"""The days on which a tree can be read, reduced to those that differ.

Boundary: which days must be looked at so that no other day adds anything. What a day makes
possible is worked out in ``cells``.

For a date question everything hangs on the order of two sorts of places on the calendar: fixed
ones (constants, fixed bounds) and those that move along with today (counts of days, bounds that
count from today). Among the moving ones the order hangs on the weekday alone. So the order can
only change where a moving place meets a fixed one. All days around each such meeting are looked
at, and a whole week after it: that week stands for all days up to the next meeting.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import floor

from trees.engine.tree import Expression, Question

from .lines import LAST_DAY

#: Days around a meeting: both places have a cut just after them, and counts round.
AROUND = 3
#: A count of business days moves by up to this many days with the weekday, to either side.
WEEKDAY_PLAY = 9
WEEK = 7


@dataclass(frozen=True, slots=True)
class Period:
    """The days on which a tree is read, both ends included."""

    first: date = date(2026, 1, 1)
    last: date = date(2125, 12, 31)


def telling_days(
    questions: Iterable[tuple[Question, list[Expression]]], period: Period
) -> list[date]:
    """Return days of a period that between them show all that date questions can come to."""
    first, last = period.first.toordinal(), period.last.toordinal()
    found = set(range(first, min(first + WEEK - 1, last) + 1))
    for question, atoms in questions:
        moving = list(_moving(question, atoms))
        for fixed in set(_fixed(question, atoms)):
            for offset, play in moving:
                start = max(first, fixed - offset - play - AROUND)
                end = min(last, fixed - offset + play + AROUND + WEEK)
                found.update(range(start, end + 1))
    return [date.fromordinal(day) for day in sorted(found)]


def _fixed(question: Question, atoms: list[Expression]) -> Iterator[int]:
    yield from (1, LAST_DAY)
    for name in ("earliest", "latest"):
        base, value = question.settings.get(name, (None, None))
        if base == "date":
            yield date.fromisoformat(value).toordinal()
    for atom in atoms:
        if atom[0] != "answered" and atom[1][0] == "answer":
            yield date.fromisoformat(atom[2][1]).toordinal()


def _moving(question: Question, atoms: list[Expression]) -> Iterator[tuple[int, int]]:
    """Return how far from today each moving place lies, and by how much that varies."""
    for name in ("earliest", "latest"):
        base, value = question.settings.get(name, (None, None))
        if base == "today":
            yield int(value), 0
    for atom in atoms:
        if atom[0] == "answered" or atom[1][0] == "answer":
            continue
        count = Fraction(atom[2][1])
        if atom[1][0] == "business_days_since":
            yield floor(-count * 7 / 5), WEEKDAY_PLAY
        else:
            yield floor(count if atom[1][0] == "days_until" else -count), 0
