"""Puts a script together with all that it imports, by esbuild under Node.

Boundary: how is said by the ``bundle.mjs`` that stands beside the scripts; it prints the result.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

from .failure import BuildFailure

BUNDLER = "bundle.mjs"


def bundled(folder: Path, name: str) -> bytes:
    """Return a script of a folder with all that it imports, as one."""
    command = ["node", str(folder / BUNDLER), name]
    done = subprocess.run(command, capture_output=True, check=False, stdin=subprocess.DEVNULL)
    if done.returncode:
        raise BuildFailure(
            f"the script {name} could not be put together.",
            f"{folder}\n{done.stderr.decode(errors='replace').strip()[-600:]}",
            "run `make`, which installs what is locked; if it has, read the lines above.",
        )
    return done.stdout
