"""Date: three boxes or ISO; impossible and out-of-bounds days are asked back."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from trees.engine.questions import KINDS, Problem, Raw
from trees.engine.tree import Question

PAID = Question("paid", "date", "When?", (), {"earliest": ["today", -365], "latest": ["today", 0]})
FREE = Question("day", "date", "When?", (), {})
DAY = KINDS["date"]
TODAY = date(2026, 3, 23)


@pytest.mark.parametrize(
    "raw",
    [
        "2026-03-02",
        "2026-3-2",
        {"day": "2", "month": "3", "year": "2026"},
        {"day": " 02", "month": "03 ", "year": "26"},
    ],
)
def test_day__is_read(raw: Raw) -> None:
    assert DAY.accept(PAID, raw, TODAY) == "2026-03-02"


@pytest.mark.parametrize(
    ("boxes", "code", "box"),
    [
        (("", "", ""), "date-missing", "day"),
        (("", "3", "2026"), "date-without-day", "day"),
        (("2", "", "2026"), "date-without-month", "month"),
        (("2", "3", ""), "date-without-year", "year"),
        (("2", "March", "2026"), "date-not-digits", "month"),
        (("2", "13", "2026"), "date-month", "month"),
        (("31", "2", "2026"), "date-impossible", "day"),
        (("29", "2", "2025"), "date-impossible", "day"),
        (("1", "1", "0000"), "date-impossible", "day"),
        (("24", "3", "2026"), "date-in-future", "day"),
        (("1", "1", "2020"), "date-too-early", "day"),
    ],
)
def test_bad_day__says_which_box(boxes: tuple[str, str, str], code: str, box: str) -> None:
    problem = DAY.accept(PAID, dict(zip(("day", "month", "year"), boxes, strict=True)), TODAY)
    assert isinstance(problem, Problem)
    assert (problem.code, problem.box) == (code, box)


def test_leap_day__exists_in_leap_years() -> None:
    assert DAY.accept(FREE, "2024-02-29", TODAY) == "2024-02-29"


def test_form__is_filled_in_with_the_answer() -> None:
    assert [box.value for box in DAY.form(PAID, "2026-03-02").boxes] == ["2", "3", "2026"]
    assert [box.value for box in DAY.form(PAID).boxes] == ["", "", ""]


def test_samples__take_both_sides_of_days_and_business_days() -> None:
    samples = DAY.samples(PAID, [Decimal(20)], TODAY)
    ago = {(TODAY - date.fromisoformat(sample)).days for sample in samples}
    assert {19, 20, 21} <= ago
    assert {27, 28, 29} <= ago
