"""What is true of every kind, those to come included."""

from __future__ import annotations

import importlib
import json
import re
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trees.engine import wire
from trees.engine.questions import KINDS, Kind, Problem, kind_of
from trees.engine.tree import Branch, Outcome, Question, Tree

TODAY = date(2026, 3, 23)
EDGES = [Decimal(20), Decimal("19.99"), date(2026, 3, 2), "seller"]
COMPARED = re.compile(r"question\w*\.kind (==|!=|in) [\"'(\[{]")
SHAPES: dict[str, Any] = {
    "options": {"seller": "The seller", "carrier": "The carrier", "unknown": "It does not say"},
    "label": "None of these",
    "unit": {"one": "parcel", "other": "parcels"},
    "number": "2",
    "count": 30,
    "day": ["today", 0],
    "flag": True,
}


def questions(kind: Kind) -> list[Question]:
    """Return one bare question of a kind, and one with every setting that the kind has."""
    required = {s.name: SHAPES[s.shape] for s in kind.settings if s.required}
    whole = {s.name: SHAPES[s.shape] for s in kind.settings}
    return [
        Question("asked", kind.name, "Asked?", (Branch("end"),), settings)
        for settings in (required, whole)
    ]


ALL = [question for kind in KINDS.values() for question in questions(kind)]
RAW = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner)
        | st.dictionaries(st.sampled_from(["day", "month", "year", "number", "text"]), inner)
    ),
)


@pytest.mark.parametrize("question", ALL, ids=lambda question: question.kind)
@given(raw=RAW)
def test_any_raw__is_an_answer_that_is_accepted_as_itself_or_a_problem(
    question: Question, raw: Any
) -> None:
    kind = kind_of(question)
    taken = kind.accept(question, raw, TODAY)
    if isinstance(taken, str):
        assert kind.accept(question, taken, TODAY) == taken
        json.dumps([kind.part(question, taken), asdict(kind.form(question, taken))])
        kind.typed(question, taken)


@pytest.mark.parametrize("question", ALL, ids=lambda question: question.kind)
def test_samples__are_canonical_answers(question: Question) -> None:
    kind = kind_of(question)
    samples = kind.samples(question, EDGES, TODAY)
    assert samples
    assert len(set(samples)) == len(samples)
    for sample in samples:
        assert kind.accept(question, sample, TODAY) == sample


@pytest.mark.parametrize("question", ALL, ids=lambda question: question.kind)
def test_nothing__is_never_taken_in_silence(question: Question) -> None:
    taken = kind_of(question).accept(question, "", TODAY)
    assert isinstance(taken, Problem) or question.settings.get("optional")


@pytest.mark.parametrize("question", ALL, ids=lambda question: question.kind)
def test_a_tree_with_the_kind__survives_json(question: Question) -> None:
    end = Outcome("end", "safe", "End")
    tree = Tree("t", "T", "asked", {"asked": question}, {"end": end})
    assert wire.from_json(json.loads(json.dumps(wire.to_json(tree)))) == tree


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_kind__has_a_page_and_a_test_of_its_own(kind: Kind) -> None:
    module = importlib.import_module(type(kind).__module__)
    assert len((module.__doc__ or "").split()) > 20
    stem = module.__name__.rpartition(".")[2]
    assert Path(__file__).with_name(f"test_{stem}.py").exists()


def test_only_questions__compare_kind_names() -> None:
    source = Path(__file__).parents[3] / "src" / "trees"
    for path in source.rglob("*.py"):
        if path.parent.name != "questions":
            assert not COMPARED.search(path.read_text("utf-8")), path
