"""Between which bounds numbers lie, whatever readers answer.

Boundary: interval arithmetic over compiled expressions, for what the check can say for sure in
little time. A bound of None is open. The exact proof is elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from math import ceil, floor
from typing import NamedTuple

from trees.engine.questions import kind_of
from trees.engine.tree import Expression, Question, Value

from .facts import COMPARISONS

NEGATED = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "==": "!=", "!=": "=="}


class Extent(NamedTuple):
    """The least and the most a number can be; ``zero`` is False where it surely is not 0."""

    least: Decimal | None = None
    most: Decimal | None = None
    zero: bool = True

    @property
    def holds_zero(self) -> bool:
        """Whether 0 is among the numbers."""
        below = self.least is None or self.least <= 0
        return self.zero and below and (self.most is None or self.most >= 0)


OPEN = Extent()
#: What is known of the answers to questions.
type Known = Mapping[str, Extent]


class Extents:
    """Works out extents of one tree's expressions."""

    def __init__(self, questions: Mapping[str, Question], values: Mapping[str, Value]) -> None:
        """Hold the questions and values that expressions speak of."""
        self.values = values
        self.questions = questions
        self._known: dict[str, Extent] = {}
        self.answers: Known = {name: _of_answer(question) for name, question in questions.items()}

    def operands(self, expression: Expression) -> Iterator[tuple[str, Extent]]:
        """Return the extent of each divisor and of each count of days added, after its head."""
        for head, operand, there in self._operands(expression, self.answers):
            yield head, self.of(operand, there)

    def _operands(
        self, expression: Expression, known: Known
    ) -> Iterator[tuple[str, Expression, Known]]:
        """Return each divisor and shift, with what is known where it stands."""
        head, *rest = expression
        if head == "if":
            condition, yes, no = rest
            yield from self._operands(yes, self._narrowed(condition, known, held=True))
            yield from self._operands(no, self._narrowed(condition, known, held=False))
            return
        if head in ("/", "add_days", "add_business_days"):
            yield head, rest[1], known
        for part in rest:
            if isinstance(part, list):
                yield from self._operands(part, known)

    def of(self, expression: Expression, known: Known) -> Extent:
        """Return the extent of a number."""
        head, *rest = expression
        if head == "number":
            return Extent(Decimal(rest[0]), Decimal(rest[0]))
        if head == "answer":
            return known.get(rest[0], OPEN)
        if head == "value":
            return self._value(rest[0])
        if head == "if":
            condition, yes, no = rest
            first = self.of(yes, self._narrowed(condition, known, held=True))
            return _either(first, self.of(no, self._narrowed(condition, known, held=False)))
        work = ARITHMETIC.get(head)
        return work(self.of(rest[0], known), self.of(rest[1], known)) if work else OPEN

    def _value(self, name: str) -> Extent:
        if name not in self._known:
            value = self.values.get(name)
            self._known[name] = self.of(value.expression, self.answers) if value else OPEN
        return self._known[name]

    def _narrowed(self, condition: Expression, known: Known, *, held: bool) -> Known:
        """Return what is known where a condition held, or did not."""
        head, *rest = condition
        if head == "not":
            return self._narrowed(rest[0], known, held=not held)
        if head in ("and", "or"):
            for part in rest if held == (head == "and") else ():
                known = self._narrowed(part, known, held=held)
            return known
        if head in COMPARISONS and rest[0][0] == "answer" and rest[1][0] == "number":
            name, sign = rest[0][1], head if held else NEGATED[head]
            step = Decimal(self.questions[name].settings.get("step", 1)) or Decimal(1)
            here = known.get(name, OPEN)
            return {**known, name: _cut(here, sign, Decimal(rest[1][1]), step)}
        return known


def _of_answer(question: Question) -> Extent:
    least, most = (question.settings.get(name) for name in ("min", "max"))
    if kind_of(question).type != "number":
        return OPEN
    return Extent(
        None if least is None else Decimal(least), None if most is None else Decimal(most)
    )


def _cut(here: Extent, sign: str, number: Decimal, step: Decimal) -> Extent:
    """Return what a comparison leaves of an answer that is a multiple of a step."""
    least, most, zero = here
    if sign in (">", ">=", "=="):
        low = (floor(number / step) + 1) * step if sign == ">" else ceil(number / step) * step
        least = low if least is None else max(least, low)
    if sign in ("<", "<=", "=="):
        high = (ceil(number / step) - 1) * step if sign == "<" else floor(number / step) * step
        most = high if most is None else min(most, high)
    return Extent(least, most, zero and not (sign == "!=" and not number))


def _either(a: Extent, b: Extent) -> Extent:
    return Extent(
        None if a.least is None or b.least is None else min(a.least, b.least),
        None if a.most is None or b.most is None else max(a.most, b.most),
        a.holds_zero or b.holds_zero,
    )


def _sum(a: Extent, b: Extent) -> Extent:
    return Extent(
        None if a.least is None or b.least is None else a.least + b.least,
        None if a.most is None or b.most is None else a.most + b.most,
    )


def _difference(a: Extent, b: Extent) -> Extent:
    return _sum(
        a, Extent(None if b.most is None else -b.most, None if b.least is None else -b.least)
    )


def _product(a: Extent, b: Extent) -> Extent:
    zero = a.holds_zero or b.holds_zero
    if a.least is None or a.most is None or b.least is None or b.most is None:
        if a.least is None or b.least is None or min(a.least, b.least) < 0:
            return Extent(zero=zero)
        return Extent(a.least * b.least, None, zero)
    ends = [one * two for one in (a.least, a.most) for two in (b.least, b.most)]
    return Extent(min(ends), max(ends), zero)


def _least(a: Extent, b: Extent) -> Extent:
    highs = [one.most for one in (a, b) if one.most is not None]
    low = None if a.least is None or b.least is None else min(a.least, b.least)
    return Extent(low, min(highs, default=None), a.holds_zero or b.holds_zero)


def _most(a: Extent, b: Extent) -> Extent:
    lows = [one.least for one in (a, b) if one.least is not None]
    high = None if a.most is None or b.most is None else max(a.most, b.most)
    return Extent(max(lows, default=None), high, a.holds_zero or b.holds_zero)


ARITHMETIC: dict[str, Callable[[Extent, Extent], Extent]] = {
    "+": _sum,
    "-": _difference,
    "*": _product,
    "/": lambda a, _: Extent(zero=a.holds_zero),
    "min": _least,
    "max": _most,
}
