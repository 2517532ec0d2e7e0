"""`trees graph`: a tree as a picture, as Mermaid, as DOT; files, and what is missing."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from tests.publishing.building import REFUND, RISK, SOURCES

from trees import cli


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A content folder with two trees."""
    monkeypatch.chdir(tmp_path)
    trees = tmp_path / "decision_trees"
    trees.mkdir()
    for name, text in {"refund": REFUND, "risk": RISK, "sources": SOURCES}.items():
        (trees / f"{name}.yaml").write_text(text, "utf-8")
    return trees


@pytest.mark.parametrize(
    ("form", "begins", "says"),
    [
        ("svg", '<svg class="dt-map-picture"', "Has the money left"),
        ("mermaid", "flowchart LR\n", "Has the money left your account?"),
        ("dot", 'digraph "refund" {\n', "Has the money left your account?"),
    ],
)
def test_each_format__is_printed(
    folder: Path, capsys: pytest.CaptureFixture[str], form: str, begins: str, says: str
) -> None:
    assert cli.main(["graph", "refund", "--format", form]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith(begins)
    assert says in printed
    # The way goes on in another tree, which readers know by its title.
    assert "my account at" in printed


def test_out__writes_the_same_to_a_file(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["graph", str(folder / "risk.yaml"), "--out", "risk.svg"]) == 0
    assert capsys.readouterr().out == ""
    assert cli.main(["graph", "risk"]) == 0
    assert Path("risk.svg").read_text("utf-8") == capsys.readouterr().out


def test_out__in_no_folder__says_so(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["graph", "risk", "--out", "nowhere/risk.svg"]) == 2
    assert "nowhere/risk.svg cannot be written" in capsys.readouterr().err


def test_a_picture__without_the_extra__says_what_to_install(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pygraphviz", None)
    assert cli.main(["graph", "refund"]) == 2
    said = capsys.readouterr().err
    assert "pip install 'mkdocs-decision-trees[map]'" in said
    assert cli.main(["graph", "refund", "--format", "mermaid"]) == 0


def test_an_unknown_tree__names_those_there_are(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["graph", "refunds"]) == 2
    assert "there are: refund, risk" in capsys.readouterr().err


def test_a_tree_with_an_error__shows_it_and_gives_1(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "risk.yaml").write_text(RISK.replace("no: calm", "no: clam"), "utf-8")
    assert cli.main(["graph", "risk"]) == 1
    assert "unknown-target" in capsys.readouterr().err
