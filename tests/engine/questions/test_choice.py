"""Choice: one of the options, and nothing else."""

from __future__ import annotations

from datetime import date

from trees.engine.questions import KINDS, Problem
from trees.engine.tree import Question

WHO = Question("who", "choice", "Who?", (), {"options": {"seller": "The seller", "you": "You"}})
CHOICE = KINDS["choice"]
TODAY = date(2026, 3, 23)


def test_option__is_taken() -> None:
    assert CHOICE.accept(WHO, " seller ", TODAY) == "seller"


def test_label_or_stranger__is_not_taken() -> None:
    for raw in ("The seller", "carrier", "seller,you"):
        assert CHOICE.accept(WHO, raw, TODAY) == Problem("choose-one")


def test_samples__are_all_options() -> None:
    assert CHOICE.samples(WHO, [], TODAY) == ["seller", "you"]
