"""Puts a script together with all that it imports, by esbuild under Node.

Boundary: how is said by a script for Node that prints the result: ``module.mjs`` makes a module,
``pages.mjs`` several that share what they have in common, ``style.mjs`` one style sheet of a
folder's, and a ``bundle.mjs`` beside the scripts what they need.
"""

from __future__ import annotations

import json
from pathlib import Path

from .failure import printed

BUNDLER = "bundle.mjs"
MODULES, PAGES, STYLE = (
    Path(__file__).with_name(name) for name in ("module.mjs", "pages.mjs", "style.mjs")
)
HERE = Path(__file__).parent


def written() -> list[Path]:
    """Return the scripts of this folder that stand in git; what is built begins with ``_``."""
    scripts = HERE.rglob("*.*js")
    return sorted(path for path in scripts if path.relative_to(HERE).parts[0][0] != "_")


def module(folder: Path, name: str) -> bytes:
    """Return a module of a folder with all that it imports, as one."""
    return _printed(["node", str(MODULES), str(folder / name)], folder, name)


def script(folder: Path, name: str) -> bytes:
    """Return the same as a script that is no module: it is run where it stands in a page."""
    return _printed(["node", str(MODULES), str(folder / name), "iife"], folder, name)


def modules(*names: str) -> dict[str, bytes]:
    """Return modules of this folder with all that they import, and what they share, by path."""
    made = _printed(["node", str(PAGES), *names], HERE, names[0])
    return {path: text.encode() for path, text in json.loads(made).items()}


def style(folder: Path) -> bytes:
    """Return a folder's style sheets as one, in the order of their names."""
    return _printed(["node", str(STYLE), str(folder)], folder, "*.css")


def bundled(folder: Path, name: str) -> bytes:
    """Return a script of a folder with all that it imports, in the folder's own way."""
    return _printed(["node", str(folder / BUNDLER), name], folder, name)


def _printed(command: list[str], folder: Path, name: str) -> bytes:
    return printed(
        command,
        f"the script {name} of {folder} could not be put together.",
        "run `make`, which installs what is locked; if it has, read the lines above.",
    )
