"""Conditions and values as they are written in YAML.

Boundary: compiled expressions in, text out; the other way is the language's.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from trees.engine.tree import Expression


def written(expression: Expression) -> str:
    """Return a condition or a value as an author would write it."""
    head, *rest = expression
    return FORMS.get(head, _called if len(rest) == 1 else _between)(head, rest)


def _name(_head: str, rest: list[Any]) -> str:
    return str(rest[0])


def _called(head: str, rest: list[Any]) -> str:
    operand = rest[0]
    return f"{head}({written(operand) if isinstance(operand, list) else operand})"


def _between(head: str, rest: list[Any]) -> str:
    return f"{written(rest[0])} {head} {written(rest[1])}"


def _joined(head: str, rest: list[Any]) -> str:
    texts = [
        f"({written(part)})" if part[0] in ("and", "or") and part[0] != head else written(part)
        for part in rest
    ]
    return f" {head} ".join(texts)


def _listed(_head: str, rest: list[Any]) -> str:
    return f"{written(rest[0])} in [{', '.join(map(written, rest[1:]))}]"


def _ticked(_head: str, rest: list[Any]) -> str:
    return f"{written(rest[1])} in {written(rest[0])}"


def _sum(head: str, rest: list[Any]) -> str:
    left, right = rest
    if head == "-" and left == ["number", "0"]:
        return f"-{_within(right, TERMS)}"
    return f"{_within(left, CHOICE)} {head} {_within(right, TERMS)}"


def _product(head: str, rest: list[Any]) -> str:
    return f"{_within(rest[0], TERMS)} {head} {_within(rest[1], TERMS | PRODUCTS)}"


def _shifted(head: str, rest: list[Any]) -> str:
    day, count = rest
    sign, text = "+", written(count)
    if count[0] == "number" and text[0] == "-":
        sign, text = "-", text[1:]
    elif count[:2] == ["-", ["number", "0"]]:
        sign, text = "-", written(count[2])
    return f"{_within(day, CHOICE)} {sign} {head.removeprefix('add_')}({text})"


def _chosen(_head: str, rest: list[Any]) -> str:
    condition, yes, no = rest
    return f"{_within(yes, CHOICE)} if {written(condition)} else {_within(no, CHOICE)}"


def _within(expression: Expression, heads: frozenset[str]) -> str:
    """Write an operand, in brackets if it is one of those that bind less."""
    text = written(expression)
    return f"({text})" if expression[0] in heads else text


CHOICE = frozenset({"if"})
TERMS = CHOICE | {"+", "-", "add_days", "add_business_days"}
PRODUCTS = frozenset({"*", "/"})

FORMS: dict[str, Callable[[str, list[Any]], str]] = {
    **dict.fromkeys(("answer", "value", "number", "date", "text"), _name),
    **dict.fromkeys(("and", "or"), _joined),
    "not": lambda _head, rest: f"not ({written(rest[0])})",
    "today": lambda _head, _rest: "today",
    **dict.fromkeys(("+", "-"), _sum),
    **dict.fromkeys(PRODUCTS, _product),
    **dict.fromkeys(("min", "max"), lambda head, rest: f"{head}({', '.join(map(written, rest))})"),
    **dict.fromkeys(("add_days", "add_business_days"), _shifted),
    "if": _chosen,
    "one_of": _listed,
    "has": _ticked,
}
