"""The playground's door: one text among others, and its last tree that can be walked."""

from __future__ import annotations

import json
from typing import Any

import pytest
from tests.publishing.building import REFUND, RISK, SOURCES

from trees.authoring.project import load_texts
from trees.publishing.workbench import Workbench

PATH = "trees/refund.yaml"
TEXTS = {PATH: REFUND, "trees/risk.yaml": RISK, "trees/sources.yaml": SOURCES}
TODAY = "2026-03-23"


@pytest.fixture
def bench() -> Workbench:
    return Workbench(json.dumps(TEXTS))


def ask(bench: Workbench, **asked: object) -> Any:
    return json.loads(bench.handle(json.dumps(asked)))


def check(bench: Workbench, text: str, path: str = PATH) -> Any:
    return ask(bench, do="check", path=path, text=text)["checked"]


def walk(bench: Workbench, do: str, **more: object) -> Any:
    state = {"tree": "refund", "answers": more.pop("answers", {})}
    request = {"do": do, "state": state, "today": TODAY, **more}
    return ask(bench, do="walk", request=request)


def test_a_sound_text__checked__is_proven_and_can_be_walked(bench: Workbench) -> None:
    told = check(bench, REFUND)
    assert told["findings"] == []
    assert told["tree"] == "refund"
    assert told["certificate"] == {"ways": "3", "least": 1, "most": 2}
    view = walk(bench, "answer", raw="no")["view"]
    assert view["here"]["node"] == "held"


def test_a_text_with_a_slip__checked__has_the_findings_of_the_check(bench: Workbench) -> None:
    slip = REFUND.replace("no: held", "no: hold")
    told = check(bench, slip)
    expected = load_texts({**TEXTS, PATH: slip}).findings
    places = [(found["code"], found["span"]["line"], found["hint"]) for found in told["findings"]]
    assert places == [(one.code, one.span.line, one.hint) for one in expected]
    assert places
    assert told["tree"] is told["certificate"] is None


def test_a_broken_text__checked__leaves_the_last_good_tree_to_walk(bench: Workbench) -> None:
    check(bench, REFUND.replace("Has the money left", "Did the money leave"))
    check(bench, "title: [")
    view = walk(bench, "answer", raw="no")["view"]
    assert view["trail"][0]["ask"] == "Did the money leave your account?"
    assert "Did the money leave" in ask(bench, do="page", tree="refund")["page"]


def test_a_way_into_another_tree__walked__goes_on_there(bench: Workbench) -> None:
    check(bench, REFUND)
    assert walk(bench, "answer", raw="yes")["view"]["here"]["tree"] == "risk"
    assert "Does it happen often?" in ask(bench, do="page", tree="risk")["page"]


def test_a_new_file__checked__is_a_tree_among_the_others(bench: Workbench) -> None:
    told = check(bench, RISK.replace("often", "seldom"), "trees/mine.yaml")
    assert told["tree"] == "mine"
    assert told["findings"] == []


def test_texts__rendered__are_words_whatever_they_hold(bench: Workbench) -> None:
    check(bench, REFUND.replace("Look at the bank", "<img src=x onerror=alert(1)> at the bank"))
    page = ask(bench, do="page", tree="refund")["page"]
    assert "<img" not in page
    assert "&lt;img src=x onerror=alert(1)&gt;" in page


def test_what_cannot_be_answered__is_an_error_in_words(bench: Workbench) -> None:
    assert "error" in ask(bench, do="page", tree="nowhere")
    assert "error" in ask(bench, do="dance")
    assert "needs" in walk(bench, "show")


def test_one_file_changed__is_the_only_one_that_is_read_again(bench: Workbench) -> None:
    check(bench, REFUND)
    before = bench._parse.cache_info()
    check(bench, REFUND + "\n# more\n")
    after = bench._parse.cache_info()
    assert after.misses == before.misses + 1
