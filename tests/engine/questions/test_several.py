"""Several: any of the options, or plainly none."""

from __future__ import annotations

from datetime import date

import pytest

from trees.engine.questions import KINDS, Problem
from trees.engine.tree import Question

OPTIONS = {"torn": "Torn", "wet": "Wet", "late": "Late"}
MARKS = Question("marks", "several", "Marks?", (), {"options": OPTIONS, "none": "None of these"})
STRICT = Question("marks", "several", "Marks?", (), {"options": OPTIONS})
SEVERAL = KINDS["several"]
TODAY = date(2026, 3, 23)


@pytest.mark.parametrize("raw", [["wet", "torn"], "wet,torn", ["torn", "wet", "torn"]])
def test_ticks__are_kept_in_the_order_of_the_options(raw: list[str] | str) -> None:
    assert SEVERAL.accept(MARKS, raw, TODAY) == "torn,wet"


def test_none__is_an_answer_only_where_it_is_offered() -> None:
    assert SEVERAL.accept(MARKS, ["none"], TODAY) == "none"
    assert isinstance(SEVERAL.accept(STRICT, ["none"], TODAY), Problem)
    assert SEVERAL.typed(MARKS, "none") == frozenset()


def test_none_beside_a_tick__is_asked_back() -> None:
    assert SEVERAL.accept(MARKS, ["none", "wet"], TODAY) == Problem("choose-or-none")


def test_nothing_ticked__is_asked_back() -> None:
    assert SEVERAL.accept(MARKS, [], TODAY) == Problem("choose-some")
    assert SEVERAL.accept(STRICT, ["stranger"], TODAY) == Problem("choose-some")


def test_samples__are_all_subsets_of_a_few_options() -> None:
    assert len(SEVERAL.samples(MARKS, [], TODAY)) == 2**3
