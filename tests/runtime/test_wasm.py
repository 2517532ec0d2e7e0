"""What goes in and out of a module is read as Binaryen wrote it, and only exports are taken."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from trees.browser import trim, wasm
from trees.browser.failure import BuildFailure
from trees.browser.runtime import NODE_MODULES

#: Left out by `make test-fast`: Binaryen takes a second to start.
pytestmark = pytest.mark.slow

#: Every kind of import, sizes with and without a most, and a chain of functions behind each export.
MODULE = """(module
  (import "env" "f" (func $f (param i32) (result i32)))
  (import "env" "memory" (memory 1 65536))
  (import "env" "table" (table 300 funcref))
  (import "GOT.func" "g" (global (mut i32)))
  (import "env" "thrown" (tag (param i32)))
  (func (export "kept") (result i32) (call $behind_kept))
  (func $behind_kept (result i32) (i32.const 7654321))
  (func (export "dropped") (result i32) (call $behind_dropped))
  (func $behind_dropped (result i32) (i32.const 1234567))
  (func $in_table (result i32) (i32.const 2222222))
  (elem (i32.const 1) $in_table)
  (global (export "number") i32 (i32.const 5)))"""


def binaryen(tool: str, given: Path, made: Path) -> None:
    command = ["node", str(NODE_MODULES / "binaryen/bin" / tool), "-all", str(given)]
    subprocess.run([*command, "-o", str(made)], check=True)


@pytest.fixture(scope="module")
def module(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("wasm")
    (folder / "m.wat").write_text(MODULE)
    subprocess.run(
        [
            *("node", str(NODE_MODULES / "binaryen/bin/wasm-as"), "--mvp-features"),
            *(f"--enable-{feature}" for feature in trim.FEATURES),
            *(str(folder / "m.wat"), "-o", str(folder / "m.wasm")),
        ],
        check=True,
    )
    return (folder / "m.wasm").read_bytes()


def text_of(module: bytes, folder: Path) -> str:
    (folder / "m.wasm").write_bytes(module)
    binaryen("wasm-dis", folder / "m.wasm", folder / "m.wat")
    return (folder / "m.wat").read_text()


def test_imports__of_every_kind__are_named(module: bytes) -> None:
    assert wasm.imports(module) == {
        ("env", "f"),
        ("env", "memory"),
        ("env", "table"),
        ("GOT.func", "g"),
        ("env", "thrown"),
    }


def test_without_exports__when_all_are_kept__is_the_same_module(module: bytes) -> None:
    assert wasm.without_exports(module, lambda name: True) == module


def test_trimming__takes_what_only_a_dropped_export_leads_to(module: bytes, tmp_path: Path) -> None:
    fewer = wasm.without_exports(module, lambda name: name in {"kept", "number"})
    text = text_of(trim.without_the_unreachable(fewer, NODE_MODULES), tmp_path)
    assert '(export "kept"' in text
    assert '(export "number"' in text
    assert "7654321" in text
    assert "2222222" in text, "what stands in the table can be called from anywhere"
    assert "dropped" not in text
    assert "1234567" not in text


def test_a_module_that_is_none__is_a_build_failure_in_words() -> None:
    with pytest.raises(BuildFailure, match=r"Binaryen could not trim(.|\n)*To mend it"):
        trim.without_the_unreachable(b"\0asm, but no more", NODE_MODULES)


def test_binaryen_that_is_absent__is_a_build_failure_in_words(tmp_path: Path) -> None:
    with pytest.raises(BuildFailure, match=r"`binaryen` is not installed(.|\n)*run `make`"):
        trim.binaryen(tmp_path)
