"""uv, the package installer: the machine's own, or one in .cache/uv.

Everything else is installed by it. It is itself locked with hashes, and needs only this Python's
venv or its pip.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Callable, List

from machine.steps import CACHE, HOST_PYTHON, ROOT, SCRIPTS, Failure, answer, run, say

UV_LOCK = ROOT / "tools/locks/uv.txt"
UV_HOME = CACHE / "uv"
NETWORK = (
    "check that this machine reaches its Python package registry (try `pip download six`), "
    "then run the same `make` again; it goes on where it stopped."
)
MEND_UV = (
    "install uv by hand so that `uv --version` works; or give this Python its missing parts (on "
    "Debian and Ubuntu: `apt-get install python3-venv`); or " + NETWORK
)
PIP_INSTALL = ("-m", "pip", "install", "--quiet", "--require-hashes", "--requirement")


def find_uv() -> Path:
    """Find uv on PATH or in .cache/uv; install it there if it is in neither."""
    on_path = shutil.which("uv")
    if on_path and answer([on_path, "--version"]):
        return Path(on_path)
    private = _private_uv()
    if private:
        return private
    say("Installing uv, the package installer, into .cache/uv (nothing outside this folder)")
    troubles = [trouble for way in (_uv_by_venv, _uv_by_target) for trouble in _try(way)]
    private = _private_uv()
    if private:
        return private
    raise Failure(
        "uv, the package installer, could not be installed.", "\n".join(troubles), MEND_UV
    )


def _uv_by_venv() -> None:
    run([HOST_PYTHON, "-m", "venv", "--clear", UV_HOME], "First way: a venv.", "")
    run([UV_HOME / SCRIPTS / "python", *PIP_INSTALL, UV_LOCK], "First way: pip in a venv.", "")


def _uv_by_target() -> None:
    if not _private_uv():
        shutil.rmtree(UV_HOME, ignore_errors=True)
        run(
            [HOST_PYTHON, *PIP_INSTALL, UV_LOCK, "--target", UV_HOME],
            "Second way: this Python's own pip.",
            "",
        )


def _try(way: Callable[[], None]) -> List[str]:
    """Return what went wrong, or nothing."""
    try:
        way()
    except Failure as failure:
        return [failure.what, failure.where]
    return []


def _private_uv() -> Path | None:
    found = shutil.which("uv", path=str(UV_HOME / SCRIPTS))
    return Path(found) if found else None
