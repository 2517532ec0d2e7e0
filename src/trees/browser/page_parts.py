"""Builds what pages load beside the element and its engine: the finder's script.

Boundary: the modules of ``finder/`` with MiniSearch in; a folder ``_parts/`` to serve as it is out.
Nothing is built while the inputs are what they were.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from .esbuild import MODULES, module

HERE = Path(__file__).parent
FINDER = HERE / "finder"
FOLDER = HERE / "_parts"
SCRIPT = "finder.js"
#: What the folder was built from, written last: whatever is interrupted is built again.
INPUTS = "inputs"
LOCK = HERE.parents[2] / "package-lock.json"


def build(folder: Path = FOLDER) -> bool:
    """Bring the parts up to date; say whether there was anything to do."""
    inputs, stamp = _digest(), folder / INPUTS
    there = (folder / SCRIPT).is_file() and stamp.is_file()
    if there and stamp.read_text(encoding="utf-8") == inputs:
        return False
    folder.mkdir(exist_ok=True)
    (folder / SCRIPT).write_bytes(module(FINDER, "index.js"))
    stamp.write_text(inputs, encoding="utf-8")
    return True


def _digest() -> str:
    whole = sha256()
    for path in (*sorted(FINDER.rglob("*.js")), MODULES, Path(__file__), LOCK):
        whole.update(f"{path.name}\0".encode() + path.read_bytes())
    return whole.hexdigest()
