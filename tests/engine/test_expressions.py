"""Conditions and values: total, lazy where they must be, and exact in decimals."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from trees.engine.expressions import Datum, Scope, evaluate, holds
from trees.engine.tree import Expression, Value

TODAY = date(2026, 3, 23)
SCOPE = Scope(
    {
        "who": "seller",
        "marks": frozenset({"torn", "wet"}),
        "paid": Decimal("19.99"),
        "day": date(2026, 3, 2),
    },
    {"due": Value("due", ["add_days", ["answer", "day"], ["number", "10"]])},
    TODAY,
)
WHO, DAY, GONE = ["answer", "who"], ["answer", "day"], ["answer", "gone"]


@pytest.mark.parametrize(
    ("expression", "result"),
    [
        (["==", WHO, ["text", "seller"]], True),
        (["!=", WHO, ["text", "seller"]], False),
        (["one_of", WHO, ["text", "a"], ["text", "seller"]], True),
        (["has", ["answer", "marks"], ["text", "wet"]], True),
        (["has", ["answer", "marks"], ["text", "dry"]], False),
        ([">", ["days_since", DAY], ["number", "20"]], True),
        (["days_since", DAY], Decimal(21)),
        (["business_days_since", DAY], Decimal(15)),
        (["days_until", ["value", "due"]], Decimal(-11)),
        (["value", "due"], date(2026, 3, 12)),
        (["*", ["answer", "paid"], ["number", "3"]], Decimal("59.97")),
        (["/", ["number", "1"], ["number", "0"]], None),
        (["/", ["number", "0"], ["number", "0"]], None),
        (["if", ["answered", "gone"], ["number", "1"], ["number", "2"]], Decimal(2)),
        (["max", DAY, ["today"]], TODAY),
        (["<", DAY, ["date", "2026-07-01"]], True),
    ],
)
def test_evaluate__gives(expression: Expression, result: Datum) -> None:
    assert evaluate(expression, SCOPE) == result


@pytest.mark.parametrize("operation", ["==", "!=", "<", "<=", ">", ">="])
def test_comparison_with_an_absent_answer__is_false(operation: str) -> None:
    assert not holds([operation, GONE, ["number", "1"]], SCOPE)


def test_value_from_an_absent_answer__is_absent() -> None:
    assert evaluate(["add_days", GONE, ["number", "1"]], SCOPE) is None
    assert evaluate(["days_since", GONE], SCOPE) is None


def test_and_or__stop_early_and_join() -> None:
    yes, no = ["answered", "who"], ["answered", "gone"]
    assert holds(["and", yes, ["not", no]], SCOPE)
    assert holds(["or", no, yes], SCOPE)
    assert not holds(["and", yes, no], SCOPE)


def test_missing_condition__always_holds() -> None:
    assert holds(None, SCOPE)
