"""`trees new`: the first minute of somebody who writes a tree."""

from __future__ import annotations

from pathlib import Path

import pytest

from trees import cli


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which nothing is yet."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", ["lost-parcel", "2-late", "lost-parcel.yaml"])
def test_a_new_tree__passes_every_check_and_can_be_walked(
    desk: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    assert cli.main(["new", name]) == 0
    file = f"decision_trees/{name.removesuffix('.yaml')}.yaml"
    assert f"trees check {file}" in capsys.readouterr().out
    assert cli.main(["check"]) == 0
    assert cli.main(["prove"]) == 0


def test_a_new_tree__names_the_schema_and_its_title(desk: Path) -> None:
    cli.main(["new", "lost-parcel", "--folder", "trees"])
    lines = (desk / "trees/lost-parcel.yaml").read_text("utf-8").splitlines()
    assert lines[0].startswith("# yaml-language-server: $schema=https://")
    assert 'title: "Lost parcel"' in lines


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Lost parcel", "“Lost parcel” cannot be the name of a tree"),
        ("../lost", "“../lost” cannot be the name of a tree"),
        ("index", "no tree can be called index"),
        ("sources", "no tree can be called sources"),
        ("there", "decision_trees/there.yaml is there already"),
    ],
)
def test_a_name_that_cannot_be__is_refused_and_nothing_is_written(
    desk: Path, capsys: pytest.CaptureFixture[str], name: str, said: str
) -> None:
    there = desk / "decision_trees/there.yaml"
    there.parent.mkdir()
    there.write_text("mine", "utf-8")
    assert cli.main(["new", name]) == 2
    assert said in capsys.readouterr().err
    assert [file.read_text("utf-8") for file in desk.rglob("*.*")] == ["mine"]


def test_a_folder_that_cannot_be_made__is_wrong_usage(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (desk / "decision_trees").write_text("a file", "utf-8")
    assert cli.main(["new", "lost"]) == 2
    assert "cannot write decision_trees" in capsys.readouterr().err
