"""Builds what only the playground loads: its page's script, its worker, and the checker.

Boundary: the modules of ``playground/`` with CodeMirror, and the checker's files, in; a folder
``_playground/`` to serve as it is out. esbuild puts each script together with all that it imports,
since CodeMirror's modules name each other in a way that browsers do not know. Nothing is built
while the inputs are what they were.
"""

from __future__ import annotations

import sys
from hashlib import sha256
from pathlib import Path

from .archive import Files, compiled_zip, read_zip
from .checker_files import checker_files
from .esbuild import module
from .pins import STANDARD_LIBRARY
from .source import read_package

HERE = Path(__file__).parent
SOURCES = HERE / "playground"
FOLDER = HERE / "_playground"
SCRIPTS = {"page.js": "index.js", "worker.js": "worker.js"}
STYLE = "playground.css"
CHECKER = "checker.zip"
#: What the folder was built from, written last: whatever is interrupted is built again.
INPUTS = "inputs"
LOCK = HERE.parents[2] / "package-lock.json"


def build(package: Path, folder: Path = FOLDER) -> bool:
    """Bring the parts up to date; say whether there was anything to do."""
    checker = checker_files(read_zip(read_package(package)[STANDARD_LIBRARY]))
    inputs = _digest(checker)
    if _is_current(folder, inputs):
        return False
    files = {
        **{name: module(SOURCES, source) for name, source in SCRIPTS.items()},
        STYLE: (SOURCES / STYLE).read_bytes(),
        CHECKER: compiled_zip(checker),
        INPUTS: inputs.encode(),
    }
    folder.mkdir(exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return True


def _is_current(folder: Path, inputs: str) -> bool:
    stamp = folder / INPUTS
    there = all((folder / name).is_file() for name in (*SCRIPTS, STYLE, CHECKER))
    return there and stamp.is_file() and stamp.read_text(encoding="utf-8") == inputs


def _digest(checker: Files) -> str:
    scripts = [path for path in HERE.rglob("*.*") if path.suffix in (".js", ".mjs", ".css", ".py")]
    ours = [path for path in scripts if not path.relative_to(HERE).parts[0].startswith("_")]
    files = {path.relative_to(HERE).as_posix(): path.read_bytes() for path in ours}
    settings = {"lock": LOCK.read_bytes(), "python": sys.version.encode()}
    whole = sha256()
    for name, content in sorted({**checker, **files, **settings}.items()):
        whole.update(f"{name}\0{len(content)}\0".encode() + content)
    return whole.hexdigest()
