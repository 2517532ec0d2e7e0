"""Facts about compiled expressions: what they speak of, and what they need.

Boundary: looks at expressions as data; nothing is evaluated.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from trees.engine.questions import Typed
from trees.engine.tree import Expression, Value

#: Heads whose result depends on the day it is today.
DAY_COUNTS = frozenset(("today", "days_since", "business_days_since", "days_until"))
COMPARISONS = frozenset(("==", "!=", "<", "<=", ">", ">="))


def pieces(expression: Expression) -> Iterator[Expression]:
    """Return an expression and all expressions inside it."""
    waiting = [expression]
    while waiting:
        piece = waiting.pop()
        yield piece
        waiting.extend(part for part in reversed(piece[1:]) if isinstance(part, list))


def questions_in(expression: Expression) -> Iterator[str]:
    """Return the questions whose answers an expression looks at."""
    return (piece[1] for piece in pieces(expression) if piece[0] in ("answer", "answered"))


def values_in(expression: Expression) -> Iterator[str]:
    """Return the values that an expression uses."""
    return (piece[1] for piece in pieces(expression) if piece[0] == "value")


def counts_days(expression: Expression) -> bool:
    """Whether the result depends on the day it is today."""
    return any(piece[0] in DAY_COUNTS for piece in pieces(expression))


def needs(expression: Expression, values: Mapping[str, Value]) -> frozenset[str]:
    """Return the questions without whose answers a value may be absent."""
    head, *rest = expression
    if head == "answer":
        return frozenset(rest)
    if head == "value":
        return needs(values[rest[0]].expression, values) if rest[0] in values else frozenset()
    if head == "if":
        condition, yes, no = rest
        return (needs(yes, values) - implied(condition)) | needs(no, values)
    return frozenset().union(*(needs(part, values) for part in rest if isinstance(part, list)))


def implied(condition: Expression) -> frozenset[str]:
    """Return the questions that have been answered wherever a condition holds."""
    head, *rest = condition
    if head == "and":
        return frozenset().union(*map(implied, rest))
    if head == "or":
        return frozenset.intersection(*map(implied, rest))
    return frozenset() if head == "not" else frozenset(questions_in(condition))


def edges(condition: Expression, question: str) -> Iterator[Typed]:
    """Return the constants that a condition compares one question's answer with."""
    for piece in pieces(condition):
        if piece[0] in COMPARISONS and question in questions_in(piece[1]):
            kind, constant = piece[2]
            yield CONSTANTS[kind](constant)


def constants_of(condition: Expression, question: str) -> set[str]:
    """Return the options that a condition names for one question."""
    return {
        operand[1]
        for piece in pieces(condition)
        if len(piece) > 2 and piece[1] == ["answer", question]
        for operand in piece[2:]
    }


def atoms_in(condition: Expression) -> Iterator[Expression]:
    """Return the comparisons of a condition: what `and`, `or` and `not` join."""
    waiting = [condition]
    while waiting:
        piece = waiting.pop()
        if piece[0] in ("and", "or", "not"):
            waiting.extend(reversed(piece[1:]))
        else:
            yield piece


CONSTANTS: dict[str, Callable[[str], Typed]] = {
    "number": Decimal,
    "date": date.fromisoformat,
    "text": str,
}
