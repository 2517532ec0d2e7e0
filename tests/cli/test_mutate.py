"""`trees mutate`, and `trees check` with coverage and formats: words, codes, and exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from trees import cli

TREE = """title: Tea?
summary: Whether to drink tea.
listed: no
questions:
  mood:
    ask: How are you?
    options: {good: Good, bad: Bad, fine: Fine}
    then:
      - if: mood == good
        go: drink
      - otherwise: leave
outcomes:
  drink: {verdict: fix, title: Drink it, reason: It is time.}
  leave: {verdict: safe, title: Leave it, reason: It is not.}
scenarios:
  - story: In a good mood.
    answers: {mood: good}
    ends: drink
  - story: In a bad mood.
    answers: {mood: bad}
    ends: leave
"""


@pytest.fixture
def tea(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A content folder whose stories leave one option out."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "decision_trees"
    folder.mkdir()
    (folder / "tea.yaml").write_text(TREE, "utf-8")
    return folder


def test_stories_that_notice_all__give_0_and_the_score(
    tea: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["mutate", "tea", "--at-least", "100"]) == 0
    assert "tea: 2 of 2 changes noticed (100.0%)" in capsys.readouterr().err


def test_stories_that_notice_too_little__give_1_and_what_is_missed(
    tea: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = TREE[: TREE.index("  - story: In a bad mood.")]
    (tea / "tea.yaml").write_text(first, "utf-8")
    assert cli.main(["mutate", "--at-least", "60"]) == 1
    said = capsys.readouterr()
    assert "If `leave` were `drink`, no story would notice" in said.out
    assert "together: 1 of 2 changes noticed (50.0%)" in said.err
    assert cli.main(["mutate", "--at-least", "50"]) == 0


def test_a_tree_with_errors_or_none__is_not_mutated(
    tea: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["mutate", "coffee"]) == 2
    assert "there is no tree coffee" in capsys.readouterr().err
    (tea / "tea.yaml").write_text(TREE.replace("go: drink", "go: drunk"), "utf-8")
    assert cli.main(["mutate"]) == 1
    assert "unknown-target" in capsys.readouterr().out


def test_coverage__is_advice_and_does_not_fail_the_check(
    tea: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["check", "--coverage"]) == 0
    said = capsys.readouterr()
    assert "advice[untold-option] No story picks `fine` at `mood`" in said.out
    assert "reach 2 of 2 outcomes, pick 2 of 3 options, take 2 of 2 branches" in said.err


@pytest.mark.parametrize("how", ["json", "sarif", "github"])
def test_findings_for_programs__stand_alone_on_the_output(
    tea: Path, capsys: pytest.CaptureFixture[str], how: str
) -> None:
    (tea / "tea.yaml").write_text(TREE.replace("go: drink", "go: drunk"), "utf-8")
    assert cli.main(["check", "--format", how]) == 1
    text = capsys.readouterr().out
    assert "unknown-target" in text
    if how == "github":
        assert text.startswith("::error file=decision_trees/tea.yaml,line=10,col=13,")
    else:
        assert json.loads(text)
