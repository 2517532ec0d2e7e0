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
