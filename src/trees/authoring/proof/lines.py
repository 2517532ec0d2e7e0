"""Answers that lie on a line: numbers and dates, counted by whole numbers.

Boundary: where conditions cut a line, nothing about trees. A number is counted in steps, a date
in days; a cut is the first place of a new piece.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from trees.engine.calendar import business_days_between
from trees.engine.questions.day import bound
from trees.engine.tree import Expression, Question

#: The engine reads at most 15 digits before the point.
MOST_NUMBER = Fraction(10**15)
LAST_DAY = date.max.toordinal()


@dataclass(frozen=True, slots=True)
class Line:
    """The places from ``low`` to ``high``; none where ``low`` is larger."""

    low: int
    high: int

    def pieces(self, cuts: Iterable[int]) -> Iterator[tuple[int, int]]:
        """Return the pieces between the cuts as first and last place."""
        starts = sorted({self.low, *(cut for cut in cuts if self.low < cut <= self.high)})
        for start, following in zip(starts, [*starts[1:], self.high + 1], strict=True):
            if start < following:
                yield start, following - 1


def step_of(question: Question) -> Fraction:
    """Return the least difference between two answers of a number question."""
    return Fraction(question.settings.get("step") or 1) or Fraction(1)


def number_line(question: Question) -> Line:
    """Return the answers of a number question, counted in steps from 0."""
    step = step_of(question)
    beyond = ceil(MOST_NUMBER / step)
    least, most = question.settings.get("min"), question.settings.get("max")
    low = ceil(Fraction(least) / step) if least is not None else -beyond
    high = floor(Fraction(most) / step) if most is not None else beyond
    return Line(max(low, 1 - beyond), min(high, beyond - 1))


def number_cuts(question: Question, atoms: Iterable[Expression]) -> Iterator[int]:
    """Return where comparisons with constants change: at each constant, and just above it."""
    step = step_of(question)
    for atom in atoms:
        if atom[0] != "answered":
            constant = Fraction(atom[2][1]) / step
            yield ceil(constant)
            yield floor(constant) + 1


def day_line(question: Question, today: date) -> Line:
    """Return the days that can be answered on a day."""
    earliest, latest = (bound(question, name, today) for name in ("earliest", "latest"))
    low = earliest.toordinal() if earliest else 1
    return Line(low, latest.toordinal() if latest else LAST_DAY)


def day_cuts(atoms: Iterable[Expression], today: date) -> Iterator[int]:
    """Return where comparisons of a day, or of days counted from it, change."""
    now = today.toordinal()
    for atom in atoms:
        if atom[0] == "answered":
            continue
        head, constant = atom[1][0], atom[2][1]
        if head == "answer":
            day = date.fromisoformat(constant).toordinal()
            yield from (day, day + 1)
        elif head == "business_days_since":
            yield from _business_cuts(Decimal(constant), today)
        else:
            number = Fraction(constant)
            # The day on which the count is the constant; counts run backwards in `since`.
            place = now + number if head == "days_until" else now - number
            yield from (ceil(place), floor(place) + 1)


def _business_cuts(constant: Decimal, today: date) -> Iterator[int]:
    """Return the first days at which the count falls to the constant, and below it."""
    if abs(constant) > LAST_DAY:
        return
    near = today.toordinal() - floor(constant * 7 / 5)
    yield _first(near, lambda day: business_days_between(day, today) <= constant)
    yield _first(near, lambda day: business_days_between(day, today) < constant)


def _first(near: int, fits: Callable[[date], bool]) -> int:
    """Find the first day around ``near`` that fits; all days after it fit too."""
    low, high = near - 9, near + 9
    while low < high:
        middle = (low + high) // 2
        # Beyond the calendar there is no answer, so where a cut lies there does not matter.
        inside = min(max(middle, 1), LAST_DAY)
        low, high = (low, middle) if fits(date.fromordinal(inside)) else (middle + 1, high)
    return low
