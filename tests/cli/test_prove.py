"""`trees prove`: certificates whose ways `trees play` replays, findings, and exit codes."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from trees import cli

TREE = """title: Tea?
summary: Whether to drink tea.
listed: no
questions:
  drunk_on:
    kind: date
    ask: When did you last drink tea?
    earliest: {earliest}
    latest: today
    then:
      - if: business_days_since(drunk_on) > 2
        go: drink
      - otherwise: leave
outcomes:
  drink: {{verdict: fix, title: Drink it, reason: It is time.}}
  leave: {{verdict: safe, title: Leave it, reason: It is not.}}
"""


@pytest.fixture
def tea(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A content folder with one tree that can be proven."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "decision_trees"
    folder.mkdir()
    (folder / "tea.yaml").write_text(TREE.format(earliest="today - 30"), "utf-8")
    return folder


def test_a_sound_tree__prints_its_certificate_and_gives_0(
    tea: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["prove", "tea"]) == 0
    shown = capsys.readouterr()
    assert "tea: proven" in shown.out
    assert "1 question, 2 outcomes" in shown.out
    assert "1 tree proven, 0 findings" in shown.err
    assert "sha256:" in shown.out


def test_each_shortest_way__played__ends_at_its_outcome(
    tea: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert cli.main(["prove", "--format", "json"]) == 0
    (proven,) = json.loads(capsys.readouterr().out)["proven"]
    assert int(proven["ways"]) == 2
    assert {way["outcome"] for way in proven["shortest"]} == {"drink", "leave"}
    for way in proven["shortest"]:
        monkeypatch.setattr("sys.stdin", io.StringIO(json.dumps(way)))
        assert cli.main(["play", "tea", "--answers", "-", "--today", way["today"]]) == 0
        end = json.loads(capsys.readouterr().out)["end"]
        assert (end["tree"], end["node"]) == (way["tree"], way["outcome"])


def test_a_fault__is_shown_with_its_line_and_gives_1(
    tea: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tea / "tea.yaml").write_text(TREE.format(earliest="2030-01-01"), "utf-8")
    assert cli.main(["prove", "decision_trees/tea.yaml"]) == 1
    shown = capsys.readouterr()
    assert "tea.yaml:5:" in shown.out
    assert "no-answer-fits" in shown.out
    assert "0 trees proven, 1 finding" in shown.err
    assert cli.main(["prove", "tea", "--from", "2030-02-01"]) == 0


def test_a_broken_tree__shows_its_errors_and_gives_1(
    tea: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tea / "tea.yaml").write_text("title: [", "utf-8")
    assert cli.main(["prove", "--format", "json"]) == 1
    said = json.loads(capsys.readouterr().out)
    assert said["proven"] == []
    assert said["findings"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["coffee"], "there is no tree coffee"),
        (["--folder", "nowhere"], "there is no file or folder nowhere"),
        (["--from", "2030-01-02", "--until", "2030-01-01"], "comes after"),
    ],
)
def test_wrong_usage__gives_2(
    tea: Path, capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    assert cli.main(["prove", *words]) == 2
    assert said in capsys.readouterr().err
