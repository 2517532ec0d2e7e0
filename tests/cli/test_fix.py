"""`trees check --fix`: written whole, shown as a diff, and never more than what was meant."""

from __future__ import annotations

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
      - if: mood == good  # why not
        go: drink
      - otherwise: leave
outcomes:
  drink: {verdict: fix, title: Drink it, reason: It is time., steps: [Drink.]}
  leave: {verdict: safe, title: Leave it, reason: It is not., steps: [Leave.]}
scenarios:
  - {story: Good., answers: {mood: good}, ends: drink}
  - {story: Bad., answers: {mood: bad}, ends: leave}
"""
WRONG = TREE.replace("go: drink", "go: drinc")


@pytest.fixture
def tea(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A tree with one slip that has exactly one right mend."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "decision_trees"
    folder.mkdir()
    file = folder / "tea.yaml"
    file.write_text(WRONG, "utf-8", newline="")
    return file


def test_a_slip__is_mended_and_the_file_is_checked_afterwards(
    tea: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["check", "--fix"]) == 0
    assert tea.read_text("utf-8") == TREE
    assert "mended decision_trees/tea.yaml:10:13 unknown-target" in capsys.readouterr().err
    assert [one.name for one in tea.parent.iterdir()] == ["tea.yaml"]


def test_a_slip__shown_as_a_diff__is_not_written_and_gives_1(
    tea: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["check", "--fix", "--diff"]) == 1
    shown = capsys.readouterr().out
    assert "-        go: drinc\n+        go: drink\n" in shown
    assert tea.read_text("utf-8") == WRONG


def test_nothing_to_mend__shown_as_a_diff__is_the_usual_check(
    tea: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tea.write_text(TREE, "utf-8")
    assert cli.main(["check", "--fix", "--diff"]) == 0
    assert capsys.readouterr().out == ""


def test_line_ends_a_mark_and_rights__stay_as_they_were(tea: Path) -> None:
    tea.write_bytes(b"\xef\xbb\xbf" + WRONG.replace("\n", "\r\n").encode())
    tea.chmod(0o640)
    assert cli.main(["check", "--fix"]) == 0
    assert tea.read_bytes() == b"\xef\xbb\xbf" + TREE.replace("\n", "\r\n").encode()
    assert tea.stat().st_mode & 0o777 == 0o640


def test_diff_without_fix__is_wrong_usage(tea: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", "--diff"]) == 2
    assert "say both" in capsys.readouterr().err
