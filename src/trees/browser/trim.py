"""The runtime without what no reader uses: half of it is there for packages, and trees load none.

Boundary: Pyodide's main module and its two scripts in, smaller ones out. Pyodide hands each of its
9,700 C functions on, so that packages can link to them. Here only those stay that its own scripts
name; Binaryen then removes what nothing leads to any more. Nothing is guessed: a name that occurs
anywhere in the scripts, as a word, is kept, and tests play every kind of question on what is left.
"""

from __future__ import annotations

import json
import re
import tempfile
from pathlib import Path

from . import wasm
from .archive import Files
from .failure import BuildFailure, printed

MODULE, GLUE, LOADER = "pyodide.asm.wasm", "pyodide.asm.js", "pyodide.mjs"
#: How the glue hands one function, or the address of one datum, on to packages.
HANDED_ON = re.compile(r'var (_\w+)=Module\["\1"\]=(?:wasmExports\["[^"]+"\]|\d+);')
WORD = re.compile(r"[\w$]+")
#: What the linker itself looks for by name.
LINKER_NAMES = "__wasm"
OPTIMIZER = Path("binaryen", "bin", "wasm-opt")
MEND = "run `make`, which installs the locked packages; if it has, read the lines above."
#: The features that Pyodide's module is built with; with others, Binaryen would write what old
#: browsers cannot read.
FEATURES = (
    "bulk-memory",
    "bulk-memory-opt",
    "call-indirect-overlong",
    "exception-handling",
    "multivalue",
    "mutable-globals",
    "nontrapping-float-to-int",
    "reference-types",
    "sign-ext",
)


def trimmed(files: Files, tools: Path) -> Files:
    """Return the runtime's files, trimmed; ``tools`` is the folder of npm packages."""
    glue, loader = files[GLUE].decode(), files[LOADER].decode()
    named = {*WORD.findall(HANDED_ON.sub("", glue)), *WORD.findall(loader)}
    return {
        **files,
        GLUE: HANDED_ON.sub(lambda found: found[0] if found[1] in named else "", glue).encode(),
        MODULE: without_the_unreachable(_with_named_exports(files[MODULE], named), tools),
    }


def binaryen(tools: Path) -> str:
    """Return the version of Binaryen that is installed."""
    package = tools / "binaryen" / "package.json"
    if not package.is_file():
        what = "the npm package `binaryen` is not installed."
        raise BuildFailure(what, str(package.parent), MEND)
    return str(json.loads(package.read_text(encoding="utf-8"))["version"])


def without_the_unreachable(module: bytes, tools: Path) -> bytes:
    """Return a module without the functions that nothing in it, or outside, leads to."""
    with tempfile.TemporaryDirectory() as folder:
        given, made = Path(folder, "given.wasm"), Path(folder, "made.wasm")
        given.write_bytes(module)
        features = [f"--enable-{feature}" for feature in FEATURES]
        aims = ["--mvp-features", *features, "--remove-unused-module-elements"]
        command = ["node", str(tools / OPTIMIZER), str(given), *aims, "-o", str(made)]
        printed(command, "Binaryen could not trim the runtime.", MEND)
        return made.read_bytes()


def _with_named_exports(module: bytes, named: set[str]) -> bytes:
    linked = {name for namespace, name in wasm.imports(module) if namespace.startswith("GOT.")}

    def keeps(name: str) -> bool:
        # The scripts see the function `f` as `_f`.
        return bool({name, f"_{name}"} & named) or name in linked or name.startswith(LINKER_NAMES)

    return wasm.without_exports(module, keeps)
