"""Builds the scripts of a file that holds trees: one for its page, one that runs the engine.

Boundary: the browser's modules and the bundle in, ``_file/`` out. A document on a disk can load no
modules, so esbuild puts each script together with all that it imports; Pyodide's larger half stands
before the second one, as a worker of a file cannot load it either. Whoever exports needs no Node.
"""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

from .archive import packed
from .esbuild import bundled, written

HERE = Path(__file__).parent
SOURCES = HERE / "file"
FOLDER = HERE / "_file"
PAGE = "page.js"
#: Packed as the large files of the bundle are, and unpacked by the page.
WORKER = "worker.js.packed"
INPUTS = "inputs"


def build(bundle: Path, folder: Path = FOLDER) -> bool:
    """Bring the scripts up to date; say whether there was anything to do."""
    manifest = json.loads((bundle / "manifest.json").read_text(encoding="utf-8"))
    runtime = (bundle / manifest["scripts"] / "pyodide.asm.js").read_bytes()
    inputs = _digest(runtime)
    stamp = folder / INPUTS
    if stamp.is_file() and stamp.read_text() == inputs and _complete(folder):
        return False
    files = {
        PAGE: bundled(SOURCES, "page.js"),
        WORKER: packed(runtime + b"\n" + bundled(SOURCES, "worker.js")),
        INPUTS: inputs.encode(),  # last: whatever is interrupted is built again
    }
    folder.mkdir(exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return True


def _complete(folder: Path) -> bool:
    return all((folder / name).is_file() for name in (PAGE, WORKER))


def _digest(runtime: bytes) -> str:
    whole = sha256(runtime)
    for path in (*written(), Path(__file__), HERE.parents[2] / "package-lock.json"):
        whole.update(f"{path.name}\0".encode() + path.read_bytes())
    return whole.hexdigest()
