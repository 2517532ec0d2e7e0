"""`trees schema`, the addresses that name what it writes, and the hook for other repositories."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from trees import cli
from trees.authoring.schema.json_schema import FILES, HOME, schemas

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("file", FILES)
def test_the_schema__is_printed_or_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], file: str
) -> None:
    written = tmp_path / "schema.json"
    assert cli.main(["schema", file]) == 0
    assert cli.main(["schema", file, "--output", str(written)]) == 0
    printed = capsys.readouterr().out
    assert json.loads(printed) == schemas()[FILES[file]]
    assert written.read_text("utf-8") == printed


def test_a_place_that_cannot_be_written__is_wrong_usage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["schema", "--output", str(tmp_path)]) == 2
    assert "cannot write" in capsys.readouterr().err


def test_the_address_of_the_schema__is_that_of_our_site() -> None:
    site = next(
        line.partition(": ")[2]
        for line in (ROOT / "mkdocs.yml").read_text("utf-8").splitlines()
        if line.startswith("site_url: ")
    )
    assert f"{site}trees/" == HOME


@pytest.mark.parametrize(
    "file", sorted((ROOT / "decision_trees").glob("*.yaml")), ids=lambda file: file.stem
)
def test_each_of_our_files__names_its_schema(file: Path) -> None:
    schema = FILES["sources" if file.stem == "sources" else "tree"]
    first = file.read_text("utf-8").splitlines()[0]
    assert first == f"# yaml-language-server: $schema={HOME}{schema}"


def test_the_settings_for_vs_code__name_both_schemas() -> None:
    settings = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))
    assert set(settings["yaml.schemas"]) == {HOME + file for file in FILES.values()}


def test_the_hook_for_other_repositories__is_one_that_pre_commit_takes_and_runs_the_check() -> None:
    manifest = ROOT / ".pre-commit-hooks.yaml"
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "validate-manifest", str(manifest)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    [hook] = yaml.safe_load(manifest.read_text("utf-8"))
    assert hook["entry"] == "trees check"
    assert hook["language"] == "python"
