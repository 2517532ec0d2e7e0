"""Small changes to the values of a tree: a day more, working days for days, minus for plus.

Boundary: a value in, changed values out, each with words for what was changed. Always the same ones
in the same order. One thing is changed at a time, however deep it stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from trees.engine.tree import Expression, Tree, Value

from .slips import SHIFTED, changed_condition
from .written import written

#: What is easily taken for one another.
TWINS = {
    one: other
    for two in (
        ("+", "-"),
        ("*", "/"),
        ("min", "max"),
        ("add_days", "add_business_days"),
        ("days_since", "business_days_since"),
    )
    for one, other in (two, two[::-1])
}
SHIFTS = ("add_days", "add_business_days")


@dataclass(frozen=True, slots=True)
class ValueSlip:
    """A changed value, and what was changed in words."""

    value: Value
    words: str


def value_slips(tree: Tree) -> Iterator[ValueSlip]:
    """Return the changes of every value of a tree."""
    for value in tree.values.values():
        before = written(value.expression)
        for changed in _changed(value.expression):
            words = f"`{before}` were `{written(changed)}`"
            yield ValueSlip(replace(value, expression=changed), words)


def _changed(expression: Expression) -> Iterator[Expression]:
    """Return an expression with one thing changed."""
    head, *rest = expression
    if head in SHIFTED:
        yield from ([head, shifted] for shifted in SHIFTED[head](rest[0]))
    if head in TWINS:
        yield [TWINS[head], *rest]
    if head in SHIFTS:
        yield [head, rest[0], _negative(rest[1])]
    for at, part in enumerate(rest):
        if isinstance(part, list):
            change = changed_condition if (head, at) == ("if", 0) else _changed
            yield from ([head, *rest[:at], changed, *rest[at + 1 :]] for changed in change(part))


def _negative(count: Expression) -> Expression:
    """Return a count of days with the other sign, as the language compiles it."""
    if count[0] == "number":
        return ["number", count[1].removeprefix("-") if count[1][0] == "-" else f"-{count[1]}"]
    return count[2] if count[:2] == ["-", ["number", "0"]] else ["-", ["number", "0"], count]
