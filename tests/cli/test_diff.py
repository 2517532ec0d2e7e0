"""`trees diff`: folders, files and git revisions, what it prints, and its exit codes."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from trees import cli

TREE = """title: Tea?
summary: Whether to drink tea.
listed: no
questions:
  mood:
    ask: How are you?
    options: {good: Good, bad: Bad}
    then:
      - if: mood == good
        go: drink
      - otherwise: leave
outcomes:
  drink: {verdict: fix, title: Drink it, reason: It is time.}
  leave: {verdict: safe, title: Leave it, reason: It is not.}
"""
MOVED = TREE.replace("mood == good", "mood == bad")
REWORDED = TREE.replace("Drink it", "Drink it hot")


def git(*words: str) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(("git", *who, *words), check=True, capture_output=True)


@pytest.fixture
def tea(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository in which a tree was committed."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "decision_trees"
    folder.mkdir()
    (folder / "tea.yaml").write_text(TREE, "utf-8")
    git("init", "-b", "main")
    git("add", ".")
    git("commit", "-m", "Tea")
    return folder


def shown(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().out


def test_a_revision_and_the_working_tree__the_same__give_0_and_print_nothing(
    tea: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["diff", "main"]) == 0
    assert shown(capsys) == ""


def test_another_wording__gives_0_and_shows_both_texts(
    tea: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tea / "tea.yaml").write_text(REWORDED, "utf-8")
    assert cli.main(["diff", "HEAD"]) == 0
    assert "- Drink it\n      + Drink it hot" in shown(capsys)


def test_other_ways_in_two_revisions__give_1_and_the_answers_that_move(
    tea: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tea / "tea.yaml").write_text(MOVED, "utf-8")
    git("commit", "-am", "Moved")
    assert cli.main(["diff", "HEAD~1", "HEAD"]) == 1
    text = shown(capsys)
    assert "tea: 2 of 2 ways end elsewhere" in text
    assert 'drink → leave: 1 way\n    {"mood": "good"} on 2026-01-01' in text


def test_two_files__of_other_names__are_read_as_one_tree(
    tea: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = tmp_path / "before.yaml"
    old.write_text(MOVED, "utf-8")
    assert cli.main(["diff", str(old), "decision_trees/tea.yaml", "--format", "json"]) == 1
    (change,) = json.loads(shown(capsys))["changes"]
    assert change["tree"] == "tea"
    assert change["routes"]["compared"] == "2"


def test_two_folders__in_markdown__name_the_ways_that_move(
    tea: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "tea.yaml").write_text(MOVED, "utf-8")
    assert cli.main(["diff", str(tea), str(other), "--format", "markdown"]) == 1
    assert "| `drink` | `leave` | 1 |" in shown(capsys)


def test_a_new_version_with_errors__gives_2_and_the_errors(
    tea: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tea / "tea.yaml").write_text(TREE.replace("otherwise: leave", "otherwise: leaf"), "utf-8")
    assert cli.main(["diff", "main"]) == 2
    said = capsys.readouterr()
    assert "tea: not compared, it has errors" in said.out
    assert "unknown-target" in said.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nowhere"], "there is no file, folder or git revision nowhere"),
        (["--", "--help"], "there is no file, folder or git revision --help"),
        (["decision_trees/tea.yaml", "decision_trees"], "compare a file with a file"),
        (["main", "--folder", "docs"], "there is no file or folder docs"),
    ],
)
def test_what_cannot_be_compared__gives_2_and_says_why(
    tea: Path, capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    assert cli.main(["diff", *words]) == 2
    assert said in capsys.readouterr().err
