"""Number: read as people of many countries write it, exact, within its bounds."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trees.engine.parts import unit_words
from trees.engine.questions import KINDS, Problem
from trees.engine.tree import Question

PAID = Question(
    "paid", "number", "Paid?", (), {"unit": "EUR", "min": "0.01", "max": "9999", "step": "0.01"}
)
COUNT = Question("count", "number", "How many?", (), {"min": "1", "max": "20000"})
PARCELS = {"one": "parcel", "other": "parcels"}
NUMBER = KINDS["number"]
TODAY = date(2026, 3, 23)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("12", "12"),
        ("12.50", "12.5"),
        ("12,50", "12.5"),
        ("1,234.56", "1234.56"),
        ("1.234,56", "1234.56"),
        ("1 234,56", "1234.56"),
        ("1\u202f234,56", "1234.56"),
        ("0,05", "0.05"),
        ("\u20ac27.50", "27.5"),
        ("27,50 \u20ac", "27.5"),
        ("$ 3", "3"),
        ("\u0661\u0662", "12"),
    ],
)
def test_money__is_read_as_written_in_many_countries(written: str, read: str) -> None:
    assert NUMBER.accept(PAID, {"number": written}, TODAY) == read


@pytest.mark.parametrize(
    "written", ["1,234", "1.234", "abc", "1e5", "12,3,4", "--1", "1.2.3", "NaN"]
)
def test_unclear_money__is_asked_back(written: str) -> None:
    assert NUMBER.accept(PAID, {"number": written}, TODAY) == Problem("number-unreadable", "number")


def test_thousands__are_clear_where_only_whole_numbers_make_sense() -> None:
    assert NUMBER.accept(COUNT, {"number": "1,234"}, TODAY) == "1234"
    assert NUMBER.accept(COUNT, {"number": "12.345"}, TODAY) == "12345"


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("0", "number-too-small"),
        ("-5", "number-too-small"),
        ("10000", "number-too-large"),
        ("1.005", "number-unreadable"),
        ("1.0005", "number-step"),
    ],
)
def test_bounds__are_said(written: str, code: str) -> None:
    problem = NUMBER.accept(PAID, {"number": written}, TODAY)
    assert isinstance(problem, Problem)
    assert problem.code == code


def test_form_value__is_read_from_its_box() -> None:
    assert NUMBER.accept(PAID, {"number": "3"}, TODAY) == "3"


def test_samples__take_both_sides_of_an_edge() -> None:
    samples = NUMBER.samples(PAID, [Decimal(10)], TODAY)
    assert {"9.99", "10", "10.01", "0.01", "9999"} <= set(samples)


@given(
    st.sampled_from(["1", "5", "0.5", "0.25", "0.01", "0.001", "0.0001"]),
    st.decimals(-(10**6), 10**6, places=4).map(str) | st.from_regex(r"-?[0-9]{1,4}[.,][0-9]{1,4}"),
)
def test_any_step__takes_its_own_answers_as_they_are(step: str, written: str) -> None:
    question = Question("n", "number", "N?", (), {"step": step})
    for raw in (written, {"number": written}):
        taken = NUMBER.accept(question, raw, TODAY)
        if isinstance(taken, str):
            assert NUMBER.accept(question, taken, TODAY) == taken


def test_three_decimals__can_be_typed_where_the_step_has_them() -> None:
    weight = Question("kg", "number", "Weight?", (), {"unit": "kg", "step": "0.001"})
    assert NUMBER.accept(weight, {"number": "1,234"}, TODAY) == "1.234"


def test_a_unit_with_two_forms__goes_with_each_number__and_the_common_one_beside_the_box() -> None:
    parcels = Question("n", "number", "How many?", (), {"unit": PARCELS, "min": "1", "max": "3"})
    assert NUMBER.part(parcels, "1") == {"type": "number", "value": "1", "unit": PARCELS}
    assert [box.suffix for box in NUMBER.form(parcels).boxes] == ["parcels"]
    for number, bound in (("0", "1"), ("4", "3")):
        problem = NUMBER.accept(parcels, {"number": number}, TODAY)
        assert isinstance(problem, Problem)
        said = {"type": "number", "value": bound, "unit": PARCELS}
        assert list(problem.details.values()) == [said]


@pytest.mark.parametrize(
    ("number", "words"),
    [("1", "parcel"), ("-1", "parcel"), ("0", "parcels"), ("1.5", "parcels"), ("", "parcels")],
)
def test_a_unit__in_english__is_one_thing_only_after_one(number: str, words: str) -> None:
    assert unit_words(PARCELS, number) == words
    assert unit_words("EUR", number) == "EUR"
