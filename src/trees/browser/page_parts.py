"""Builds the scripts of pages that are put together from many: with libraries in them, or at once.

Boundary: the modules of ``finder/`` with MiniSearch, of ``code/`` with lean-qr, and of the worker,
in; scripts to serve as they are out, and Inter beside them, for the pictures that a build draws.
Nothing is built while the inputs are what they were.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from .esbuild import module, written

HERE = Path(__file__).parent
FOLDER = HERE / "_parts"
#: Each script, and what it is made of. What draws codes is served among the element's modules.
SCRIPTS = {
    FOLDER / "finder.js": HERE / "finder" / "index.js",
    HERE / "_code" / "qr.js": HERE / "code" / "qr.js",
    # A start waits for one file, and not for what each one imports in turn.
    FOLDER / "worker.js": HERE / "worker.js",
}
INTER = HERE.parents[2] / "node_modules" / "@fontsource" / "inter"
#: The font, with the license that goes wherever it goes.
LETTERS = {
    FOLDER / "regular.woff": INTER / "files" / "inter-latin-400-normal.woff",
    FOLDER / "bold.woff": INTER / "files" / "inter-latin-700-normal.woff",
    FOLDER / "LICENSE": INTER / "LICENSE",
}
#: What the parts were built from, written last: whatever is interrupted is built again.
INPUTS = FOLDER / "inputs"
LOCK = HERE.parents[2] / "package-lock.json"


def build() -> bool:
    """Bring the parts up to date; say whether there was anything to do."""
    inputs = _digest()
    there = INPUTS.is_file() and all(part.is_file() for part in (*SCRIPTS, *LETTERS))
    if there and INPUTS.read_text(encoding="utf-8") == inputs:
        return False
    for script, source in SCRIPTS.items():
        script.parent.mkdir(exist_ok=True)
        script.write_bytes(module(source.parent, source.name))
    for part, source in LETTERS.items():
        part.write_bytes(source.read_bytes())
    INPUTS.write_text(inputs, encoding="utf-8")
    return True


def _digest() -> str:
    whole = sha256()
    for path in (*written(), Path(__file__), LOCK):
        whole.update(f"{path.name}\0".encode() + path.read_bytes())
    return whole.hexdigest()
