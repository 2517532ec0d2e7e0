"""Builds what pages load and is put together from many: with libraries in it, or to come at once.

Boundary: the element's modules, those of the workers, of ``finder/`` with MiniSearch, of ``code/``
with lean-qr, and the style sheets in; files to serve as they are out, and Inter beside them, for
the pictures that a build draws. Nothing is built while the inputs are what they were.
"""

from __future__ import annotations

import shutil
from hashlib import sha256
from pathlib import Path

from .esbuild import module, modules, script, style, written

HERE = Path(__file__).parent
FOLDER = HERE / "_parts"
PAGES = FOLDER / "pages"
#: Each script, and what it is made of. What draws codes is served among the element's modules.
SCRIPTS = {
    FOLDER / "finder.js": HERE / "finder" / "index.js",
    HERE / "_code" / "qr.js": HERE / "code" / "qr.js",
    # A start waits for one file, and not for what each one imports in turn.
    FOLDER / "worker.js": HERE / "worker.js",
    PAGES / "offline" / "service.js": HERE / "offline" / "service.js",
}
#: How trees look, with nothing in it that only its authors read.
LOOKS, STYLE = HERE / "style", FOLDER / "decision-tree.css"
#: What runs while a tree's page is still being read.
OPENING = PAGES / "opening.js"
#: What pages load: the element, what it fetches when a page has need of it, and the copy's keeper.
LOADED = (
    "element/index.js",
    "element/packet/index.js",
    "map/way.js",
    "desk.js",
    "offline/page.js",
)
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
    parts = (*SCRIPTS, OPENING, STYLE, *LETTERS, *(PAGES / name for name in LOADED))
    there = INPUTS.is_file() and all(part.is_file() for part in parts)
    if there and INPUTS.read_text(encoding="utf-8") == inputs:
        return False
    shutil.rmtree(PAGES, ignore_errors=True)  # what is shared has another name each time
    made = {part: module(source.parent, source.name) for part, source in SCRIPTS.items()}
    made[OPENING] = script(HERE / "opening", "index.js")
    made |= {PAGES / name: content for name, content in modules(*LOADED).items()}
    made |= {part: source.read_bytes() for part, source in LETTERS.items()}
    made[STYLE] = style(LOOKS)
    for part, content in made.items():
        part.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(content)
    INPUTS.write_text(inputs, encoding="utf-8")
    return True


def _digest() -> str:
    whole = sha256()
    for path in (*written(), *sorted(LOOKS.glob("*.css")), Path(__file__), LOCK):
        whole.update(f"{path.name}\0".encode() + path.read_bytes())
    return whole.hexdigest()
