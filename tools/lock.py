"""Takes the newest allowed versions into every lock: `make lock`.

A lock holds versions and hashes, and names no registry: whoever installs uses their own.
"""

from __future__ import annotations

import sys
from typing import Dict, Tuple

from machine.node import node_environment
from machine.python import PYTHON
from machine.registries import uv_environment
from machine.steps import Command, Failure, run, say
from machine.uv import find_uv

MEND = "read the lines above: a registry is out of reach, or two demands exclude each other."
OLDEST_HOST = "3.8"  # what bootstrap itself must run on
LOCKS: Tuple[Tuple[str, str, Tuple[str, ...]], ...] = (
    ("requirements.txt", PYTHON, ("pyproject.toml", "requirements.in")),
    ("benchmarks/peers/requirements.txt", PYTHON, ("benchmarks/peers/requirements.in",)),
    ("tools/locks/uv.txt", OLDEST_HOST, ("tools/locks/uv.in",)),
    ("tools/locks/node.txt", OLDEST_HOST, ("tools/locks/node.in",)),
)
NPM_FOLDERS = (".", "benchmarks/peers")
COMPILE = ("pip", "compile", "--generate-hashes", "--no-emit-index-url", "--universal", "--upgrade")


def main() -> int:
    """Make every lock anew."""
    try:
        for lock, python, demands in LOCKS:
            lock_python(lock, python, demands)
        for folder in NPM_FOLDERS:
            lock_npm(folder)
    except Failure as failure:
        print(failure, file=sys.stderr)
        return 1
    return 0


def lock_python(lock: str, python: str, demands: Tuple[str, ...]) -> None:
    """Resolve for every platform, with the hash of every file."""
    say(f"Resolving {lock}")
    command: Command = [
        find_uv(),
        *COMPILE,
        "--python-version",
        python,
        *demands,
        "--output-file",
        lock,
    ]
    # The lock's first lines quote the command, so that it reads the same on every machine.
    run(
        [*command, "--custom-compile-command", "make lock"],
        f"{lock} could not be made.",
        MEND,
        everybodys_indexes(uv_environment()),
    )


def everybodys_indexes(environment: Dict[str, str]) -> Dict[str, str]:
    """Leave out indexes that are folders of this machine: a lock must hold everywhere."""
    shared = [url for url in environment.get("UV_INDEX", "").split() if "file:" not in url]
    return {**environment, "UV_INDEX": " ".join(shared)}


def lock_npm(folder: str) -> None:
    """Resolve within a folder's package.json, without addresses (see .npmrc)."""
    say(f"Resolving package-lock.json in {folder}")
    command = ("npm", "update", "--package-lock-only", "--ignore-scripts", "--prefix", folder)
    run(command, f"{folder}/package-lock.json could not be made.", MEND, node_environment())


if __name__ == "__main__":
    sys.exit(main())
