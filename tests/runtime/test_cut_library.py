"""Every kind of question, well and badly answered, on the cut bundle as in CPython.

Whole trees are compared in tests/sameness; this is about what a reader can type.
"""

from __future__ import annotations

import json
from typing import Any

import pytest
from tests.runtime.node import node_answers

from trees.engine.questions import KINDS
from trees.engine.service import Service

#: Left out by `make test-fast`: whole builds, or work made to take long.
pytestmark = pytest.mark.slow

TODAY = "2026-03-23"
RAWS: dict[str, list[Any]] = {
    "choice": ["a", "", "gone", ["a"], {"day": "1"}],
    "several": [["a", "b"], [], ["none"], ["a", "none"], "a,b", ["gone"]],
    "number": [
        *({"number": text} for text in ("12,50", "1.234,56", "1 000", "", "abc", "-1", "1e9")),
        {"number": "101"},
        {"number": "0.001"},
        {"number": "٣"},
    ],
    "date": [
        *({"day": d, "month": m, "year": y} for d, m, y in (("2", "3", "26"), ("31", "2", "2026"))),
        *({"day": d, "month": m, "year": "2026"} for d, m in (("", "3"), ("2", "13"), ("x", "3"))),
        {"day": "", "month": "", "year": ""},
        {"day": "24", "month": "3", "year": "2026"},
        {"day": "1", "month": "1", "year": "0001"},
    ],
    "text": ["", " Grüße \n an  alle ", "x" * 201, {"text": "😀"}],
}
SETTINGS: dict[str, dict[str, Any]] = {
    "choice": {"options": {"a": "A", "b": "B"}},
    "several": {"options": {"a": "A", "b": "B"}, "none": "None of these"},
    "number": {"unit": "EUR", "min": "0", "max": "100000", "step": "0.01"},
    "date": {"earliest": ["date", "2020-01-01"], "latest": ["today", 0]},
    "text": {},
}


def tree(kind: str) -> str:
    """Return a compiled tree that asks one question of a kind."""
    question = {
        "kind": kind,
        "ask": "?",
        "settings": SETTINGS[kind],
        "uses": [],
        "branches": [{"when": None, "go": "end"}],
    }
    end = {"verdict": "wait", "title": "End", "uses": ["asked", "today", "due"]}
    due = {"is": ["add_business_days", ["today"], ["number", "20"]], "unit": ""}
    return json.dumps(
        {
            "format": 1,
            "reader": 1,
            "id": kind,
            "title": kind,
            "start": "asked",
            "questions": {"asked": question},
            "outcomes": {"end": end},
            "values": {"due": due},
        }
    )


def test_every_kind_is_tried() -> None:
    assert RAWS.keys() == SETTINGS.keys() == KINDS.keys()


@pytest.fixture(scope="module")
def asked() -> list[dict[str, Any]]:
    answers = [
        {"do": "answer", "state": {"tree": kind}, "today": TODAY, "raw": raw}
        for kind, raws in RAWS.items()
        for raw in raws
    ]
    return [*answers, {"do": "what"}, {}, {"do": "show", "state": {"tree": "x"}, "today": TODAY}]


def test_what_readers_type__is_taken_and_refused_alike(asked: list[dict[str, Any]]) -> None:
    trees = [tree(kind) for kind in RAWS]
    here = Service()
    for one in trees:
        here.load(one)
    expected = [json.loads(here.handle(json.dumps(request))) for request in asked]
    told = node_answers(trees, asked)
    assert told == expected
    problems = [one["view"]["problem"] for one in told if "view" in one]
    assert any(problems)
    assert not all(problems)
