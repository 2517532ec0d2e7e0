"""What a value can come to at least and at most, whatever the answers.

Boundary: only enough to tell that no division is by zero and no day lies past the end of the
calendar. Where that cannot be told, it says so; it never guesses.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import date
from fractions import Fraction
from itertools import product
from math import ceil

from trees.engine.questions import kind_of
from trees.engine.tree import Expression, Question, Value

from .days import Period
from .lines import LAST_DAY, day_line, number_line, step_of

#: Beyond this, or nearer to zero than its small brother, rounding could matter.
GREATEST = Fraction(10**20)
SMALLEST = Fraction(1, 10**6)


class NeverError(LookupError):
    """An answer is asked for that no way of these trees gives: there is never a result."""


COUNTS = ("days_since", "business_days_since", "days_until")

type Range = tuple[Fraction, Fraction]


class UndecidedError(ValueError):
    """It cannot be told whether a value always exists; the message says why."""


class Ranges:
    """Works out ranges; days are counted from the first day of the calendar."""

    def __init__(
        self, questions: Iterable[Question], values: Mapping[str, Value], period: Period
    ) -> None:
        self.questions: dict[str, list[Question]] = {}
        for question in questions:
            self.questions.setdefault(question.id, []).append(question)
        self.values = values
        self.period = period
        self._known: dict[str, Range] = {}

    def of(self, expression: Expression) -> Range:
        """Return the least and the most that an expression can come to.

        Raises:
            UndecidedError: a division or a day may have no result.
        """
        found = HANDLERS[expression[0]](self, expression[1:])
        if max(abs(found[0]), abs(found[1])) > GREATEST:
            raise UndecidedError("its numbers grow too large to be exact")
        return found

    def value(self, name: str) -> Range:
        """Return the range of a named value."""
        if name not in self._known:
            self._known[name] = self.of(self.values[name].expression)
        return self._known[name]

    def answer(self, name: str) -> Range:
        """Return the range of the answers of a number or date question."""
        lines = [self._line(question) for question in self.questions.get(name, ())]
        # Bounds may leave no answer at all.
        found = [(low, high) for low, high in lines if low <= high]
        if not found:
            raise NeverError(name)
        return (min(low for low, _ in found), max(high for _, high in found))

    def _line(self, question: Question) -> Range:
        kind = kind_of(question).type
        if kind == "number":
            line, step = number_line(question), step_of(question)
            return (line.low * step, line.high * step)
        if kind != "date":
            raise NeverError(question.id)
        first, last = (day_line(question, today) for today in (self.period.first, self.period.last))
        return (Fraction(min(first.low, last.low)), Fraction(max(first.high, last.high)))

    def today(self) -> Range:
        """Return the first and the last day on which the tree is read."""
        first, last = self.period.first.toordinal(), self.period.last.toordinal()
        return (Fraction(first), Fraction(last))

    def quotient(self, dividend: Expression, divisor: Expression) -> Range:
        """Return the range of a division, unless it could be by zero unnoticed.

        Whether one answer is 0 can be told in each cell; ``missing`` does so. Here such an answer
        is then at least one step away from 0.
        """
        above, (low, high) = self.of(dividend), self.of(divisor)
        if low >= SMALLEST or high <= -SMALLEST:
            return _corners(lambda a, b: a / b, above, (low, high))
        simple = self.simple(divisor)
        if simple is None:
            raise UndecidedError("it may divide by zero")
        asked = self.questions[simple[1]] if simple[0] == "answer" else ()
        step = min((step_of(question) for question in asked), default=Fraction(1))
        most = max(abs(above[0]), abs(above[1])) / step
        return (-most, most)

    def simple(self, expression: Expression) -> Expression | None:
        """Return what an expression is when it is one answer, or days counted from one."""
        while expression[0] == "value":
            expression = self.values[expression[1]].expression
        counted = expression[1] if expression[0] in COUNTS else expression
        return expression if counted[0] == "answer" else None

    def since(self, expression: Expression) -> Range:
        """Return the range of a count of days, in either direction."""
        low, high = self.of(expression)
        first, last = self.today()
        most = max(abs(last - low), abs(high - first))
        return (-most, most)

    def shifted(self, day: Expression, count: Expression, *, business: bool) -> Range:
        """Return the range of a day some days later, unless it may leave the calendar."""
        (low, high), (least, most) = self.of(day), self.of(count)
        if business:
            least, most = (_business(number) for number in (least, most))
        found = (low + least - 1, high + most + 1)
        if found[0] < 1 or found[1] > LAST_DAY:
            raise UndecidedError("its day may lie past the end of the calendar")
        return found


def _business(number: Fraction) -> Fraction:
    """Return more days than that many business days take, away from zero."""
    weeks = ceil(abs(number) / 5)
    return Fraction((7 * weeks + 4) * (1 if number >= 0 else -1)) if number else Fraction(0)


def _corners(combine: Callable[[Fraction, Fraction], Fraction], one: Range, two: Range) -> Range:
    found = [combine(a, b) for a, b in product(one, two)]
    return (min(found), max(found))


def _constant(number: Fraction) -> Range:
    return (number, number)


def _either(ranges: Ranges, rest: Expression) -> Range:
    found = []
    for part in rest[1:]:
        # A part that never has a result is never shown, so it does not widen the range.
        with suppress(NeverError):
            found.append(ranges.of(part))
    if not found:
        raise NeverError
    return (min(low for low, _ in found), max(high for _, high in found))


def _extreme(pick: Callable[..., Fraction]) -> Callable[[Ranges, Expression], Range]:
    def found(ranges: Ranges, rest: Expression) -> Range:
        parts = [ranges.of(part) for part in rest]
        return (pick(low for low, _ in parts), pick(high for _, high in parts))

    return found


def _arithmetic(
    combine: Callable[[Fraction, Fraction], Fraction],
) -> Callable[[Ranges, Expression], Range]:
    return lambda ranges, rest: _corners(combine, ranges.of(rest[0]), ranges.of(rest[1]))


HANDLERS: dict[str, Callable[[Ranges, Expression], Range]] = {
    "answer": lambda ranges, rest: ranges.answer(rest[0]),
    "value": lambda ranges, rest: ranges.value(rest[0]),
    "today": lambda ranges, rest: ranges.today(),
    "number": lambda ranges, rest: _constant(Fraction(rest[0])),
    "date": lambda ranges, rest: _constant(Fraction(date.fromisoformat(rest[0]).toordinal())),
    "if": _either,
    "min": _extreme(min),
    "max": _extreme(max),
    "+": _arithmetic(lambda a, b: a + b),
    "-": _arithmetic(lambda a, b: a - b),
    "*": _arithmetic(lambda a, b: a * b),
    "/": lambda ranges, rest: ranges.quotient(rest[0], rest[1]),
    "days_since": lambda ranges, rest: ranges.since(rest[0]),
    "business_days_since": lambda ranges, rest: ranges.since(rest[0]),
    "days_until": lambda ranges, rest: ranges.since(rest[0]),
    "add_days": lambda ranges, rest: ranges.shifted(rest[0], rest[1], business=False),
    "add_business_days": lambda ranges, rest: ranges.shifted(rest[0], rest[1], business=True),
}
