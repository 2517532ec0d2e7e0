"""Cells hold each answer that the engine takes, once."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.authoring.proof.brute_force import answers
from tests.authoring.proof.generated import atoms, settings_of

from trees.authoring.proof.cells import cells_of
from trees.authoring.proof.days import Period
from trees.authoring.proof.formulas import Atoms
from trees.engine.expressions import Scope, holds
from trees.engine.questions import kind_of
from trees.engine.tree import Question

TODAY = date(2026, 3, 4)


@pytest.mark.parametrize("kind", ["choice", "several", "number", "date"])
@settings(deadline=None)
@given(st.data())
def test_cells__counted__hold_as_many_answers_as_the_engine_takes(kind, data):
    question = Question("a", kind, "?", (), data.draw(settings_of(kind)))
    conditions = data.draw(st.lists(atoms([question]), max_size=4))
    numbered = Atoms()
    for condition in conditions:
        numbered.formula(condition)
    (cells,) = cells_of({"a": question}, numbered, Period(TODAY, TODAY)).of.values()
    taken = answers(question, TODAY)
    assert sum(cell.size(0) for cell in cells) == len(taken)
    for cell in cells:
        answer = cell.answer(0)
        assert answer in taken
        scope = Scope({"a": kind_of(question).typed(question, answer)}, {}, TODAY)
        told = {at for at, atom in enumerate(numbered.expressions) if holds(atom, scope)}
        assert told == cell.held
