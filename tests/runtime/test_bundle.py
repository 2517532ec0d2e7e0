"""The bundle is built from pinned bytes, the same each time, and only when something changed."""

from __future__ import annotations

import gzip
import importlib.util
import io
import json
import shutil
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from trees.browser import pins, runtime, source, standard_library
from trees.browser.failure import BuildFailure

#: Left out by `make test-fast`: whole builds, or work made to take long.
pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built") / "_bundle"
    assert runtime.build(folder)
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_host_and_runtime__are_the_same_python() -> None:
    lock = json.loads((runtime.PACKAGE / "pyodide-lock.json").read_text())
    assert sys.version_info[:2] == pins.PYTHON
    assert lock["info"]["python"].startswith("{}.{}.".format(*pins.PYTHON))
    assert lock["info"]["abi_version"] == pins.ABI


def test_pinned_version__is_the_one_that_npm_locks() -> None:
    package = json.loads((ROOT / "package.json").read_text())
    assert package["devDependencies"]["pyodide"] == pins.PYODIDE


def test_modules__are_compiled_without_docstrings_or_dates(bundle: Path) -> None:
    library = gzip.decompress(next(bundle.rglob(f"python_stdlib.zip{runtime.PACKED}")).read_bytes())
    engine = next(bundle.glob("engine-*.zip")).read_bytes()
    for zipped in (zipfile.ZipFile(io.BytesIO(content)) for content in (library, engine)):
        for entry in zipped.infolist():
            content = zipped.read(entry)
            assert entry.filename.endswith(".pyc")
            assert content.startswith(importlib.util.MAGIC_NUMBER)
            assert entry.date_time == (1980, 1, 1, 0, 0, 0)
            assert content[8:16] == bytes(8)
    introduction = zipfile.ZipFile(io.BytesIO(engine)).read("trees/engine/__init__.pyc")
    assert b"What a tree is and how it is walked" not in introduction


def test_two_builds__are_byte_identical(
    bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert runtime.build(tmp_path)
    assert contents(tmp_path) == contents(bundle)


def test_manifest__names_every_file_and_no_more(bundle: Path) -> None:
    manifest = json.loads((bundle / "manifest.json").read_text())
    sizes = {name: len(content) for name, content in contents(bundle).items()}
    del sizes["manifest.json"]
    assert manifest["files"] == sizes
    assert {manifest["engine"], manifest["library"], manifest["wasm"]} < sizes.keys()


def test_names__change_with_what_they_name() -> None:
    files = dict.fromkeys(pins.FILES, b"x")
    was = runtime.lay_out(files, b"engine", "")
    other_engine = runtime.lay_out(files, b"other", "")
    other_runtime = runtime.lay_out({**files, "pyodide.mjs": b"y"}, b"engine", "")
    assert len(was.keys() - other_engine.keys()) == 1
    assert len(was.keys() - other_runtime.keys()) == len(files)


def test_unchanged_inputs__build_nothing_and_take_no_time(bundle: Path) -> None:
    began = time.monotonic()
    assert not runtime.build(bundle)
    assert time.monotonic() - began < 1


def test_a_lost_file__is_built_again_and_strangers_are_removed(bundle: Path) -> None:
    before = contents(bundle)
    next(bundle.glob("engine-*.zip")).unlink()
    (bundle / "pyodide-old").mkdir()
    (bundle / "pyodide-old" / "pyodide.mjs").write_text("old")
    assert runtime.build(bundle)
    assert contents(bundle) == before


def test_the_kept_modules__are_what_playing_needs() -> None:
    assert standard_library.measure(runtime.PACKAGE) == standard_library.listed()


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A copy of the npm package that a test may spoil."""
    folder = tmp_path / "pyodide"
    folder.mkdir()
    for name in ("package.json", *pins.FILES):
        shutil.copy(runtime.PACKAGE / name, folder / name)
    return folder


def test_an_absent_package__says_how_to_get_it(tmp_path: Path) -> None:
    with pytest.raises(BuildFailure, match=r"not installed(.|\n)*run `make`"):
        source.read_package(tmp_path / "nowhere")


def test_another_version__is_refused(package: Path) -> None:
    (package / "package.json").write_text('{"version": "0.30.0"}')
    with pytest.raises(BuildFailure, match=r"pyodide 0\.30\.0, not 0\.29\.5"):
        source.read_package(package)


@pytest.mark.parametrize("name", pins.FILES)
def test_an_altered_or_missing_file__is_refused_by_name(package: Path, name: str) -> None:
    with (package / name).open("ab") as file:
        file.write(b"\n")
    with pytest.raises(BuildFailure, match=f"differs(.|\n)*{name}"):
        source.read_package(package)
    (package / name).unlink()
    with pytest.raises(BuildFailure, match=f"missing(.|\n)*{name}"):
        source.read_package(package)


def test_another_python__is_refused() -> None:
    with pytest.raises(
        BuildFailure, match=r"this is Python 3\.14, and Pyodide .* runs Python 3\.13"
    ):
        source.check_host((3, 14))


def test_an_unknown_option__is_refused_in_words() -> None:
    command = [sys.executable, "-m", "trees.browser.runtime", "--what"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "knows one option: --measure" in done.stderr
