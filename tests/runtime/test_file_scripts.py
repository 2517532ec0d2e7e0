"""The scripts of a file are each one script, the same each time, and built only when needed."""

from __future__ import annotations

import gzip
import shutil
import subprocess
from pathlib import Path

import pytest

from trees.browser import file_scripts, runtime
from trees.browser.esbuild import bundled
from trees.browser.failure import BuildFailure

#: Left out by `make test-fast`: builds.
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("scripts") / "_file"
    assert file_scripts.build(runtime.BUNDLE, folder)
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def worker(folder: Path) -> str:
    return gzip.decompress((folder / file_scripts.WORKER).read_bytes()).decode()


def test_two_builds__are_byte_identical(built: Path, tmp_path: Path) -> None:
    assert file_scripts.build(runtime.BUNDLE, tmp_path)
    assert contents(tmp_path) == contents(built)


def test_unchanged_inputs__build_nothing__and_what_is_lost_is_built_again(built: Path) -> None:
    assert not file_scripts.build(runtime.BUNDLE, built)
    before = contents(built)
    (built / file_scripts.PAGE).unlink()
    assert file_scripts.build(runtime.BUNDLE, built)
    assert contents(built) == before


def test_scripts__import_nothing_and_are_classic(built: Path, tmp_path: Path) -> None:
    for name, text in (("page.js", (built / "page.js").read_text()), ("worker.js", worker(built))):
        (tmp_path / name).with_suffix(".cjs").write_text(text)
        script = str((tmp_path / name).with_suffix(".cjs"))
        assert subprocess.run(["node", "--check", script], check=False).returncode == 0, name
        assert "import.meta" not in text


def test_the_worker__begins_with_pyodides_larger_half__which_it_then_does_not_look_for(
    built: Path,
) -> None:
    (runtime_script,) = runtime.BUNDLE.glob("*/pyodide.asm.js")
    assert worker(built).startswith(runtime_script.read_text())
    assert "_createPyodideModule" in runtime_script.read_text()


def test_namesakes__replace_modules_that_there_are() -> None:
    """A module of the folder that replaces nothing would be dead, but for what builds on it."""
    own = {"base64.js", "bundle.mjs", "page.js", "worker.js"}
    for path in file_scripts.SOURCES.rglob("*js"):
        name = path.relative_to(file_scripts.SOURCES).as_posix()
        assert name in own or (file_scripts.HERE / name).is_file(), name


def test_a_script_that_cannot_be_built__is_a_failure_with_words(tmp_path: Path) -> None:
    for name in ("bundle.mjs", "page.js"):
        shutil.copy(file_scripts.SOURCES / name, tmp_path / name)
    with pytest.raises(
        BuildFailure, match=r"page\.js(.|\n)*run `make`, which installs what is locked"
    ):
        bundled(tmp_path, "page.js")
