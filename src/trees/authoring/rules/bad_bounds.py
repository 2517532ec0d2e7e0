"""The bounds of a question leave no answer.

`min` is larger than `max`, `earliest` comes after `latest`, `step` is not above 0, or no multiple
of `step` (of 1, unless it is given) lies between `min` and `max`. Nobody could answer the question.

Bad:

    min: 100
    max: 10

Good:

    min: 10
    max: 100
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from math import ceil
from typing import TYPE_CHECKING

from trees.engine.tree import Question

from ..findings import Finding, Span
from .base import make

if TYPE_CHECKING:
    from ..schema.shapes import Fields

#: It has been no earlier day than this since there are trees, so that is sure whenever one checks.
FIRST_TODAY = date(2026, 1, 1)
#: Settings that bound an answer from below and above.
PAIRS = (("min", "max"), ("earliest", "latest"))


def check(question: Question, fields: Fields) -> Iterator[Finding]:
    """Report bounds that are the wrong way round, or too close together."""
    found = False
    for low, high in PAIRS:
        least, most = question.settings.get(low), question.settings.get(high)
        if _above(least, most):
            found = True
            yield _swapped(fields.get(low).node.span, low, high)
    step = Decimal(question.settings.get("step", 1))
    if step <= 0:
        yield make(
            __name__,
            fields.get("step").node.span,
            "`step` must be more than 0",
            "Write the least difference that counts, such as 1 or 0.01.",
        )
    elif not found and "min" in question.settings and "max" in question.settings:
        yield from _between(question, step, fields)


def _swapped(span: Span, low: str, high: str) -> Finding:
    return make(
        __name__,
        span,
        f"`{low}` is beyond `{high}`, so nothing can be answered",
        f"Swap `{low}` and `{high}`, or correct one of them.",
    )


def _between(question: Question, step: Decimal, fields: Fields) -> Iterator[Finding]:
    least, most = (Fraction(question.settings[name]) for name in ("min", "max"))
    if ceil(least / Fraction(step)) * Fraction(step) <= most:
        return
    named = fields.get("step") or fields.get("min")
    what = f"multiple of `step: {step}`" if fields.get("step") else "whole number"
    yield make(
        __name__,
        named.node.span,
        f"No {what} lies between `min` and `max`, so nothing can be answered",
        "Answers are multiples of `step`, which is 1 unless given. Write a smaller one.",
    )


def _above(least: object, most: object) -> bool:
    if isinstance(least, str) and isinstance(most, str):
        return Decimal(least) > Decimal(most)
    if isinstance(least, list) and isinstance(most, list):
        if least[0] == "today" and most[0] == "date":
            return _first_day(least[1]) > date.fromisoformat(most[1])
        return bool(least[0] == most[0] and least[1] > most[1])
    return False


def _first_day(shift: int) -> date:
    """Return the earliest day that a count from today can come to."""
    try:
        return FIRST_TODAY + timedelta(days=shift)
    except OverflowError:
        return date.min if shift < 0 else date.max
