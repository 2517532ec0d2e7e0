"""The answers in a finding are the shortest that lead there, and `trees play` replays them."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import pytest

from trees import cli
from trees.authoring.project import load_texts

CORPUS = Path(__file__).parents[2] / "corpus"
WITNESS = re.compile(r"in `([a-z-]+)` on (\d{4}-\d\d-\d\d) with (\{.*?\})")


def witnesses(name):
    """The code, place and witness of each finding that has one."""
    project = load_texts({name: (CORPUS / name).read_text("utf-8")})
    for finding in project.findings:
        found = WITNESS.search(finding.message + finding.hint)
        if found:
            tree, today, answers = found.groups()
            yield finding.code, finding.span.line, tree, today, json.loads(answers)


#: Where each witness must come to: by code and line.
PLACES = {
    ("always-holds", 11): "paid",
    ("never-holds", 20): "parts",
    ("shadowed-branch", 24): "by",
    ("never-holds", 26): "parts",
    ("no-answer-fits", 29): "by",
}


@pytest.fixture
def played(tmp_path, monkeypatch, capsys):
    """Replay the witness of each finding of a file; what `trees play` tells, by code and line."""

    def play(name):
        (tmp_path / name).write_text((CORPUS / name).read_text("utf-8"), "utf-8")
        for code, line, tree, today, answers in witnesses(name):
            monkeypatch.setattr("sys.stdin", io.StringIO(json.dumps(answers)))
            where = ["--folder", str(tmp_path), "--today", today]
            assert cli.main(["play", tree, "--answers", "-", *where]) == 0
            told = json.loads(capsys.readouterr().out)
            assert {step["question"]: step["answer"] for step in told["steps"]} == answers
            yield (code, line), told["end"]

    return play


def test_a_fault_of_a_branch__replayed__comes_to_it(played):
    seen = {place: end["node"] for place, end in played("proven.yaml")}
    assert seen == PLACES


@pytest.mark.parametrize(
    ("name", "shown"), [("feasible-ways.yaml", "amount"), ("same-comparison.yaml", "proof")]
)
def test_a_text_with_a_gap__replayed__has_nothing_to_show(played, name, shown):
    ends = [end for (code, _), end in played(name) if code == "question-not-asked-yet"]
    assert [(end["node"], end["values"]) for end in ends] == [("hidden", {})]


def test_a_text_with_words_left_out__replayed__shows_nothing_for_them(played):
    ends = [end for (code, _), end in played("left-out.yaml") if code == "empty-placeholder"]
    shown = [(end["node"], end["values"]["words"]["value"]) for end in ends]
    assert shown == [("more", ""), ("said", "")]


def test_an_overlap__replayed__takes_the_branch_above(played):
    ends = {place: end["node"] for place, end in played("overlaps.yaml")}
    assert ends == {("silent-overlap", 35): "little", ("silent-overlap", 52): "little"}


#: A question whose second branch the first one takes all answers of, and whose last comparison
#: is with an answer that nobody brings along.
BEHIND = """title: Behind
summary: Behind.
questions:
  who:
    ask: Who?
    options: {a: A, b: B, c: C}
    then: [{if: who == c, go: late}, {otherwise: paid}]
  paid:
    kind: number
    ask: How much?
    max: 50
    then:
      - if: paid >= 10
        go: little
      - if: paid >= 20
        go: much
      - if: who == c
        go: late
      - otherwise: little
outcomes:
  little: {verdict: safe, title: Little, reason: It is.}
  much: {verdict: safe, title: Much, reason: It is.}
  late: {verdict: safe, title: Late, reason: It is.}
"""
BEFORE = """title: Before
summary: Before.
questions:
  need: {ask: "What?", yes: tree:behind, no: end}
outcomes:
  end: {verdict: safe, title: End, reason: It is.}
"""


def test_a_fault_that_many_trees_lead_to__shown__is_reached_from_its_own_tree():
    before = {f"before-{letter}.yaml": BEFORE for letter in "abcdefghijkl"}
    project = load_texts({**before, "behind.yaml": BEHIND})
    branches = ("shadowed-branch", "never-holds")
    hints = [finding.hint for finding in project.findings if finding.code in branches]
    shown = [WITNESS.search(hint).groups() for hint in hints]
    assert [(tree, json.loads(answers)) for tree, _, answers in shown] == [
        ("behind", {"who": "a", "paid": "20"}),
        ("behind", {"who": "a"}),
    ]
