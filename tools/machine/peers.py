"""What `make bench` measures beside this project, installed in .cache/peers, away from the site.

Nothing but the benchmarks needs it. Locked with hashes like the rest: benchmarks/peers/ says what.
"""

from __future__ import annotations

import shutil

from machine.node import node_environment
from machine.python import BIN
from machine.registries import uv_environment
from machine.steps import CACHE, ROOT, digest, is_done, mark_done, run, say
from machine.uv import NETWORK, find_uv

DEMANDS = ROOT / "benchmarks/peers"
HOME = CACHE / "peers"
VENV = HOME / "venv"
NPM_FILES = ("package.json", "package-lock.json", ".npmrc")


def prepare_peers() -> None:
    """Install both kinds of peers, unless that has been done."""
    _prepare_packages()
    _prepare_modules()


def _prepare_packages() -> None:
    lock = DEMANDS / "requirements.txt"
    key = digest(lock)
    if is_done("peer-packages", key, VENV):
        return
    uv = find_uv()
    what = "the Python packages to compare with could not be installed."
    say("Installing the Python packages to compare with into .cache/peers")
    shutil.rmtree(VENV, ignore_errors=True)
    run([uv, "venv", "--python", BIN / "python", VENV], what, NETWORK, uv_environment())
    sync = (uv, "pip", "sync", "--require-hashes", "--python", VENV, lock)
    run(sync, what, NETWORK, uv_environment())
    mark_done("peer-packages", key)


def _prepare_modules() -> None:
    files = [DEMANDS / name for name in NPM_FILES]
    key = digest(*files)
    if is_done("peer-modules", key, HOME / "node_modules"):
        return
    say("Installing the npm packages to compare with into .cache/peers (75 MB)")
    for file in files:
        shutil.copy(file, HOME / file.name)
    run(
        ["npm", "ci", "--ignore-scripts", "--prefix", HOME],
        "the npm packages to compare with could not be installed.",
        "check that this machine reaches its npm registry (try `npm view pyodide version`), "
        "then run the same `make` again.",
        node_environment(),
    )
    mark_done("peer-modules", key)
