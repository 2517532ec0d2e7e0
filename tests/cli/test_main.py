"""Exit codes and wrong usage: a sentence, never a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from trees import cli

ROOT = Path(__file__).resolve().parents[2]
SOUND = """title: Tea?
summary: Whether to drink tea.
questions:
  like:
    ask: Do you like tea?
    yes: drink
    no: leave
outcomes:
  drink: {verdict: fix, title: Drink it, reason: "You like it. [@book]", steps: [Drink.]}
  leave: {verdict: safe, title: Leave it, reason: "You do not. [@book]", steps: [Leave.]}
scenarios:
  - {story: She likes tea., answers: {like: yes}, ends: drink}
  - {story: He does not., answers: {like: no}, ends: leave}
"""
SOURCES = """book:
  title: A book of tea
  publisher: A house
  address: https://example.org/tea
  checked: 2026-11-22
  sure: official
"""


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A content folder with one sound tree."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "decision_trees"
    folder.mkdir()
    (folder / "tea.yaml").write_text(SOUND, "utf-8")
    (folder / "sources.yaml").write_text(SOURCES, "utf-8")
    return folder


def test_sound_content__gives_0(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", "--today", "2026-11-25"]) == 0
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "1 sound tree, 1 question, 2 outcomes, 2 scenarios: no findings" in shown.err


def test_one_file__reports_its_own_findings_only(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (content / "bad.yaml").write_text("title: [", "utf-8")
    assert cli.main(["check", "decision_trees/tea.yaml"]) == 0
    assert cli.main(["check", "decision_trees/bad.yaml"]) == 1
    assert "decision_trees/bad.yaml:1:" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["check", "nowhere"], "there is no file or folder nowhere"),
        (["check", "note.txt"], "note.txt is not a tree: the name of a tree's file ends in .yaml"),
        (["check", "empty"], "there are no trees in empty"),
        (["check", "only_sources"], "there are no trees in only_sources"),
        (["play", "coffee"], "there is no tree coffee in decision_trees; there are: tea"),
        (["play", "tea", "--answers", "nowhere.json"], "cannot read nowhere.json"),
        (["play", "tea", "--answers", "decision_trees/tea.yaml"], "is not JSON"),
        (["play", "tea", "--answers", "list.json"], "must hold an object"),
        (["play", "tea", "--answers", "deep.json"], "deep.json is nested too deeply"),
    ],
)
def test_wrong_usage__gives_2_and_says_what_would_do(
    content: Path, capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    Path("list.json").write_text("[1]", "utf-8")
    Path("deep.json").write_text("[" * 100_000, "utf-8")
    Path("note.txt").write_text("Tea.", "utf-8")
    Path("empty").mkdir()
    Path("only_sources").mkdir()
    Path("only_sources/sources.yaml").write_text(SOURCES, "utf-8")
    assert cli.main(words) == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    "words", [[], ["chekc"], ["check", "--fast"], ["play"], ["play", "tea", "--today", "soon"]]
)
def test_unknown_words__give_2(words: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(words)
    assert ended.value.code == 2


HOSTILE = [
    b"",
    b"\x00\x01\x02",
    b"\xff\xfe\x00",
    b"%YAML 9.9\n---\n",
    b"- " * 3000,
    b"[" * 3000,
    b"{" * 3000 + b"}" * 3000,
    b"&a [*a]",
    b"a: &a [1]\nb: [*a, *a]",
    b"!!python/object/apply:os.system [true]",
    b"title: &t " + b"x" * 2_000_000,
    b"? - a\n: b\n",
    "title: \u202etitle\u0007".encode(),
    b"questions: {q: {ask: 'Q?', then: [{if: '" + b"(" * 5000 + b"', go: q}]}}",
    b"questions: {q: {ask: 'Q?', then: [{if: 'a" + b" and a" * 9000 + b"', go: q}]}}",
    b"questions: {q: {kind: number, ask: 'Q?', min: 1e999999999, step: 0, go: q}}",
    b"questions: {q: {kind: date, ask: 'Q?', earliest: today - 99999999999, go: q}}",
    b"values: {v: 'v + v', w: 9 ** 9 ** 9}",
    b"scenarios: [{answers: {a: [[[[]]]]}, today: 0000-00-00, ends: ''}]",
]


@pytest.mark.parametrize("at", range(len(HOSTILE)))
def test_hostile_file__is_a_finding(
    content: Path, capsys: pytest.CaptureFixture[str], at: int
) -> None:
    (content / "bad.yaml").write_bytes(HOSTILE[at])
    assert cli.main(["check"]) == 1
    assert "decision_trees/bad.yaml:" in capsys.readouterr().out


def test_odd_places__are_findings_too(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (content / "folder.yaml").mkdir()
    (content / "link.yaml").symlink_to("/etc/hostname")
    (content / "gone.yaml").symlink_to("nowhere")
    assert cli.main(["check"]) == 1
    shown = capsys.readouterr().out
    for name in ("folder", "link", "gone"):
        assert f"decision_trees/{name}.yaml:1:1:" in shown


def test_closed_output__ends_quietly(content: Path) -> None:
    (content / "bad.yaml").write_text("nonsense: 1\n" * 400, "utf-8")
    reading, writing = os.pipe()
    os.close(reading)
    ended = subprocess.run(
        [sys.executable, "-m", "trees.cli", "check"],
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
        cwd=content.parent,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    )
    os.close(writing)
    assert ended.returncode == 1
    assert b"Traceback" not in ended.stderr
