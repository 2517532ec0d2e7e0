"""The project's Python: an interpreter of the right version, and the environment in .venv/.

Everything is installed from requirements.txt with hashes, then the project itself, editable and
built by the locked backend, so that no step asks the network for anything unlocked.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import List

from machine.registries import uv_environment
from machine.steps import (
    ROOT,
    SCRIPTS,
    Command,
    answer,
    digest,
    forget,
    is_done,
    mark_done,
    run,
    say,
)
from machine.uv import NETWORK, find_uv

# The runtime in package.json is this Python compiled for browsers: the two minor versions agree.
PYTHON = "3.13"

VENV = ROOT / ".venv"
BIN = VENV / SCRIPTS
LOCK = ROOT / "requirements.txt"


def prepare_packages() -> None:
    """Fill .venv/ with the locked packages."""
    key = digest(PYTHON, LOCK)
    if is_done("packages", key, BIN / "python"):
        return
    uv = find_uv()
    make_environment(uv)
    say("Installing the locked Python packages into .venv/ (a minute the first time)")
    run(
        [uv, "pip", "sync", "--require-hashes", "--python", VENV, LOCK],
        "the locked Python packages could not be installed.",
        NETWORK,
        uv_environment(),
    )
    mark_done("packages", key)
    forget("project")  # the sync above has just removed it


def prepare_project() -> None:
    """Install the project itself into .venv/, so that its sources are what runs."""
    key = digest(ROOT / "pyproject.toml")
    if is_done("project", key, BIN / "trees"):
        return
    say("Installing the project itself, editable, so that `.venv/bin/trees` runs these sources")
    install: Command = [find_uv(), "pip", "install", "--python", VENV, "--offline", "--no-deps"]
    run(
        [*install, "--no-build-isolation", "--editable", ROOT],
        "the project could not be installed into .venv/.",
        "read the lines above: usually pyproject.toml has a mistake. `make clean` starts afresh.",
        uv_environment(),
    )
    mark_done("project", key)


def make_environment(uv: Path) -> None:
    """Make .venv/ if it is missing or of another Python version."""
    if environment_fits():
        return
    interpreter = find_interpreter()
    shutil.rmtree(VENV, ignore_errors=True)  # uv's own --clear is younger than many an uv
    say(f"Making the environment .venv/ with Python {PYTHON} (the version that readers' run)")
    run(
        [uv, "venv", "--python", interpreter, VENV],
        f"no environment with Python {PYTHON} could be made.",
        f"install Python {PYTHON} so that `python{PYTHON}` runs (your system's packages, or "
        f"`pyenv install {PYTHON}`), then run the same `make` again.",
        uv_environment(),
    )


def environment_fits() -> bool:
    """Whether .venv/ already holds the right Python."""
    return _version(BIN / "python") == PYTHON


def find_interpreter() -> str:
    """Find the Python to use: on PATH, then in pyenv, else leave it to uv."""
    on_path = shutil.which(f"python{PYTHON}")
    # A pyenv shim is on PATH but fails unless its version is selected: only a real run counts.
    if on_path and _version(Path(on_path)) == PYTHON:
        return on_path
    in_pyenv = [path for path in pyenv_interpreters() if _version(path) == PYTHON]
    if in_pyenv:
        return str(in_pyenv[-1])
    say(f"No Python {PYTHON} found on PATH or in pyenv: uv looks further, or fetches one")
    return PYTHON


def pyenv_interpreters() -> List[Path]:
    """List pyenv's interpreters of the wanted minor version, oldest first."""
    root = answer(["pyenv", "root"]) or os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv"
    folders = Path(root, "versions").glob(f"{PYTHON}.*")
    numbered = [path for path in folders if path.name.split(".")[-1].isdigit()]
    numbered.sort(key=lambda path: int(path.name.split(".")[-1]))
    return [path / "bin/python" for path in numbered]


def _version(python: Path) -> str | None:
    return answer([python, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"])
