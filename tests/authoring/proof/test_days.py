"""The days looked at stand for all days, and within a piece of a line nothing changes."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trees.authoring.proof.cells import cells_of
from trees.authoring.proof.days import Period
from trees.authoring.proof.formulas import Atoms
from trees.authoring.proof.lines import Line, day_cuts, number_cuts, number_line, step_of
from trees.authoring.proof.variants import variant_name
from trees.engine.expressions import Scope, holds
from trees.engine.tree import Branch, Question

MIDDLE = date(2028, 2, 28)
FIXED = st.integers(-150, 150).map(lambda shift: (MIDDLE + timedelta(days=shift)).isoformat())
SIGNS = st.sampled_from(["==", "!=", "<", "<=", ">", ">="])
COUNTS = st.sampled_from(["days_since", "business_days_since", "days_until"])
NUMBERS = st.decimals(-90, 90, places=1).map(str)


def atoms_about(name):
    answer = ["answer", name]
    fixed = st.tuples(SIGNS, st.just(answer), FIXED.map(lambda day: ["date", day])).map(list)
    counted = st.tuples(
        SIGNS,
        COUNTS.map(lambda count: [count, answer]),
        NUMBERS.map(lambda number: ["number", number]),
    ).map(list)
    return st.lists(st.one_of(fixed, counted), min_size=1, max_size=4)


BOUND = st.one_of(
    FIXED.map(lambda day: ["date", day]), st.integers(-90, 90).map(lambda days: ["today", days])
)
BOUNDS = st.fixed_dictionaries({}, optional={"earliest": BOUND, "latest": BOUND})


def sorts(questions, atoms, period):
    """All that the questions can come to on some day of a period."""
    variants = {variant_name(question): question for question in questions.values()}
    cells = cells_of(variants, atoms, period)
    return {
        tuple(
            frozenset(cell.held for cell in cells.of[name] if cell.days >> day & 1)
            for name in variants
        )
        for day in range(len(cells.days))
    }


@pytest.mark.slow
@settings(deadline=None, max_examples=40)
@given(atoms_about("a"), atoms_about("b"), BOUNDS, BOUNDS, st.integers(0, 40))
def test_the_days_looked_at__compared_with_every_day__show_the_same(one, two, low, high, start):
    atoms = Atoms()
    for atom in (*one, *two):
        atoms.formula(atom)
    questions = {
        name: Question(name, "date", "?", (Branch("end"),), bounds)
        for name, bounds in (("a", low), ("b", high))
    }
    first = MIDDLE - timedelta(days=300 + start)
    days = [first + timedelta(days=shift) for shift in range(600)]
    each = set[object]().union(*(sorts(questions, atoms, Period(day, day)) for day in days))
    assert sorts(questions, atoms, Period(days[0], days[-1])) == each


@settings(deadline=None, max_examples=40)
@given(atoms_about("a"), st.integers(0, 800))
def test_a_piece_of_the_calendar__looked_at_day_by_day__is_all_the_same(atoms, shift):
    today = MIDDLE + timedelta(days=shift - 400)
    near = Line(today.toordinal() - 300, today.toordinal() + 300)

    def told(day):
        scope = Scope({"a": date.fromordinal(day)}, {}, today)
        return [holds(atom, scope) for atom in atoms]

    for low, high in near.pieces(day_cuts(atoms, today)):
        assert all(told(day) == told(low) for day in range(low, high + 1))


@given(
    st.lists(st.tuples(SIGNS, st.decimals(-9, 9, places=2).map(str)), min_size=1, max_size=4),
    st.sampled_from(["1", "0.5", "0.25", "3"]),
)
def test_a_piece_of_numbers__looked_at_one_by_one__is_all_the_same(compared, step):
    question = Question("a", "number", "?", (), {"min": "-9", "max": "9.3", "step": step})
    atoms = [[sign, ["answer", "a"], ["number", number]] for sign, number in compared]
    line, width = number_line(question), step_of(question)
    assert (line.low - 1) * width < -9 <= line.low * width
    assert line.high * width <= 9.3 < (line.high + 1) * width

    def told(place):
        number = place * width
        typed = Decimal(number.numerator) / Decimal(number.denominator)
        return [holds(atom, Scope({"a": typed}, {}, MIDDLE)) for atom in atoms]

    pieces = list(line.pieces(number_cuts(question, atoms)))
    assert [place for low, high in pieces for place in range(low, high + 1)] == list(
        range(line.low, line.high + 1)
    )
    for low, high in pieces:
        assert all(told(place) == told(low) for place in range(low, high + 1))
