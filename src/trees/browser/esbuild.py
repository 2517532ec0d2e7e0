"""Puts a script together with all that it imports, by esbuild under Node.

Boundary: how is said by a script for Node that prints the result: ``module.mjs`` makes a module,
and a ``bundle.mjs`` beside the scripts what they need.
"""

from __future__ import annotations

from pathlib import Path

from .failure import printed

BUNDLER = "bundle.mjs"
MODULES = Path(__file__).with_name("module.mjs")
HERE = Path(__file__).parent


def written() -> list[Path]:
    """Return the scripts of this folder that stand in git; what is built begins with ``_``."""
    scripts = HERE.rglob("*.*js")
    return sorted(path for path in scripts if path.relative_to(HERE).parts[0][0] != "_")


def module(folder: Path, name: str) -> bytes:
    """Return a module of a folder with all that it imports, as one."""
    return _printed(["node", str(MODULES), str(folder / name)], folder, name)


def bundled(folder: Path, name: str) -> bytes:
    """Return a script of a folder with all that it imports, in the folder's own way."""
    return _printed(["node", str(folder / BUNDLER), name], folder, name)


def _printed(command: list[str], folder: Path, name: str) -> bytes:
    return printed(
        command,
        f"the script {name} of {folder} could not be put together.",
        "run `make`, which installs what is locked; if it has, read the lines above.",
    )
