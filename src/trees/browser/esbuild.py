"""Puts a script together with all that it imports, by esbuild under Node.

Boundary: how is said by a script for Node that prints the result: ``module.mjs`` makes a module,
and a ``bundle.mjs`` beside the scripts what they need.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

from .failure import BuildFailure

BUNDLER = "bundle.mjs"
MODULES = Path(__file__).with_name("module.mjs")


def module(folder: Path, name: str) -> bytes:
    """Return a module of a folder with all that it imports, as one."""
    return _printed(["node", str(MODULES), str(folder / name)], folder, name)


def bundled(folder: Path, name: str) -> bytes:
    """Return a script of a folder with all that it imports, in the folder's own way."""
    return _printed(["node", str(folder / BUNDLER), name], folder, name)


def _printed(command: list[str], folder: Path, name: str) -> bytes:
    done = subprocess.run(command, capture_output=True, check=False, stdin=subprocess.DEVNULL)
    if done.returncode:
        raise BuildFailure(
            f"the script {name} could not be put together.",
            f"{folder}\n{done.stderr.decode(errors='replace').strip()[-600:]}",
            "run `make`, which installs what is locked; if it has, read the lines above.",
        )
    return done.stdout
