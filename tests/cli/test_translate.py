"""`trees translate`: what somebody who translates sees and gets."""

from __future__ import annotations

from pathlib import Path

import pytest

from trees import cli
from trees.authoring.project import load

TREE = """\
title: One
summary: A tree for tests.
questions:
  first:
    ask: Really?
    yes: end
    no: end
outcomes:
  end:
    verdict: safe
    title: Done
    reason: It is done.
scenarios:
  - story: Somebody says yes.
    answers: {first: yes}
    ends: end
"""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one tree."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "decision_trees").mkdir()
    (tmp_path / "decision_trees/one.yaml").write_text(TREE, "utf-8")
    return tmp_path


def test_a_language__begun_and_filled_in__passes_the_check(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["translate", "pt-BR"]) == 0
    said = "decision_trees/pt-BR/one.yaml: 5 texts, 5 to translate"
    assert said in capsys.readouterr().out
    capsys.readouterr()
    assert cli.main(["check"]) == 1
    assert "missing-translation" in capsys.readouterr().out
    file = desk / "decision_trees/pt-BR/one.yaml"
    file.write_text(file.read_text("utf-8").replace("pt-BR:\n", "pt-BR: Texto?\n"), "utf-8")
    assert cli.main(["check", str(file)]) == 0
    assert cli.main(["translate", "pt-BR", "one"]) == 0
    assert "5 texts, all translated" in capsys.readouterr().out


def test_an_overlay__checked_by_its_own_path__is_checked_with_its_tree(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cli.main(["translate", "es"])
    capsys.readouterr()
    assert cli.main(["check", "decision_trees/es/one.yaml"]) == 1
    assert capsys.readouterr().out.count("missing-translation") == 5


def test_a_tree__checked_by_its_own_path__is_checked_with_its_translations(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / "decision_trees/two.yaml").write_text(TREE, "utf-8")
    cli.main(["translate", "es"])
    capsys.readouterr()
    assert cli.main(["check", "decision_trees/one.yaml"]) == 1
    said = capsys.readouterr().out
    assert said.count("missing-translation") == said.count("decision_trees/es/one.yaml:") == 5


def test_an_overlay_that_cannot_be_read__is_left_as_it_is(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = desk / "decision_trees/es/one.yaml"
    file.parent.mkdir()
    file.write_text("title: {en: One", "utf-8")
    assert cli.main(["translate", "es"]) == 1
    assert "yaml-syntax" in capsys.readouterr().out
    assert file.read_text("utf-8") == "title: {en: One"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["spanish"], "“spanish” is not the name of a language: write it like es or pt-BR"),
        (["en"], "trees are written in en: there is nothing to translate"),
        (["es", "two"], "there is no tree two in decision_trees"),
    ],
)
@pytest.mark.usefixtures("desk")
def test_words_that_cannot_be_followed__are_wrong_usage(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["translate", *words]) == 2
    assert said in capsys.readouterr().err


def test_a_tree_that_is_checked_alone__waits_for_no_translation_of_others(desk: Path) -> None:
    folder = desk / "decision_trees"
    (folder / "two.yaml").write_text(TREE.replace("title: One", "title: Two"), "utf-8")
    cli.main(["translate", "es"])
    assert {Path(name).name for name in load(folder).texts if "/es/" in name} == {
        "one.yaml",
        "two.yaml",
    }
    alone = load(folder, translated={"one"})
    assert [name for name in alone.texts if "/es/" in name] == ["decision_trees/es/one.yaml"]
    assert set(alone.documents) == {"one", "two"}
