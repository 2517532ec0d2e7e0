"""Evaluating conditions and values, which arrive as data, never as text.

Boundary: an expression is a JSON list whose head names an operation. It was parsed and
type-checked when the tree was compiled; nothing is ever passed to ``eval``. An answer that is
not there yet makes a value absent (None) and a comparison false, so evaluation is total.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal, DivisionByZero, InvalidOperation
from typing import Any

from .calendar import add_business_days, add_days, business_days_between
from .tree import Expression, Value

#: What an expression can be while it is worked out: an option, options, a number, a day.
type Datum = str | frozenset[str] | Decimal | date | bool | None


class Scope:
    """What an expression may look at: typed answers, named values, and the day it is today."""

    def __init__(
        self, answers: Mapping[str, Datum], values: Mapping[str, Value], today: date
    ) -> None:
        """Hold ``answers`` already typed by their kinds; values are worked out when asked."""
        self.answers = answers
        self.values = values
        self.today = today


def evaluate(expression: Expression, scope: Scope) -> Datum:
    """Work out an expression; None where an answer that it needs is absent."""
    head, *rest = expression
    if head in LAZY:
        return LAZY[head](rest, scope)
    operands = [evaluate(part, scope) for part in rest]
    if any(operand is None for operand in operands):
        return None
    return STRICT[head](*operands)


def holds(condition: Expression | None, scope: Scope) -> bool:
    """Say whether a condition is true; a missing condition always is."""
    return condition is None or evaluate(condition, scope) is True


def _value(rest: list[Any], scope: Scope) -> Datum:
    return evaluate(scope.values[rest[0]].expression, scope)


def _choose(rest: list[Any], scope: Scope) -> Datum:
    condition, yes, no = rest
    return evaluate(yes if holds(condition, scope) else no, scope)


def _divide(a: Decimal, b: Decimal) -> Decimal | None:
    try:
        return a / b
    except (DivisionByZero, InvalidOperation):
        return None


#: Operations that look at the scope, or must not work out all of their operands.
LAZY: dict[str, Callable[[list[Any], Scope], Datum]] = {
    "answer": lambda rest, scope: scope.answers.get(rest[0]),
    "answered": lambda rest, scope: scope.answers.get(rest[0]) is not None,
    "value": _value,
    "today": lambda rest, scope: scope.today,
    "number": lambda rest, scope: Decimal(rest[0]),
    "date": lambda rest, scope: date.fromisoformat(rest[0]),
    "text": lambda rest, scope: rest[0],
    "and": lambda rest, scope: all(holds(part, scope) for part in rest),
    "or": lambda rest, scope: any(holds(part, scope) for part in rest),
    "not": lambda rest, scope: not holds(rest[0], scope),
    "if": _choose,
    "days_since": lambda rest, scope: _since(rest, scope, lambda a, b: (b - a).days),
    "business_days_since": lambda rest, scope: _since(rest, scope, business_days_between),
    "days_until": lambda rest, scope: _since(rest, scope, lambda a, b: (a - b).days),
}


def _since(rest: list[Any], scope: Scope, count: Callable[[date, date], int]) -> Datum:
    day = evaluate(rest[0], scope)
    return Decimal(count(day, scope.today)) if isinstance(day, date) else None


#: Operations on operands that are all there.
STRICT: dict[str, Callable[..., Datum]] = {
    "==": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
    "one_of": lambda a, *options: a in options,
    "has": lambda chosen, option: option in chosen,
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": _divide,
    "min": min,
    "max": max,
    "add_days": lambda day, days: add_days(day, int(days)),
    "add_business_days": lambda day, days: add_business_days(day, int(days)),
}
