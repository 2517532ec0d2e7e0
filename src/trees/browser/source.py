"""The npm package that the runtime is taken from, checked byte for byte before use.

Boundary: reads ``node_modules/pyodide`` and writes nothing.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from .failure import BuildFailure
from .pins import FILES, PYODIDE, PYTHON

MEND = "run `make`, which installs the locked packages; for another version change pins.py too."


def read_package(folder: Path) -> Mapping[str, bytes]:
    """Return the files of the package by name, each proven to be the pinned one."""
    check_host()
    check_version(folder)
    return {name: _checked(folder / name, digest) for name, digest in FILES.items()}


def check_host(running: tuple[int, int] = sys.version_info[:2]) -> None:
    """Refuse a host whose compiled modules the runtime could not load."""
    if running != PYTHON:
        wanted, here = (".".join(map(str, version)) for version in (PYTHON, running))
        raise BuildFailure(
            f"this is Python {here}, and Pyodide {PYODIDE} runs Python {wanted}.",
            sys.executable,
            f"use .venv/bin/python, which `make` sets up with Python {wanted}.",
        )


def check_version(folder: Path) -> None:
    """Refuse an absent package, or one of another version."""
    package = folder / "package.json"
    if not package.is_file():
        raise BuildFailure("the npm package `pyodide` is not installed.", str(folder), MEND)
    version = json.loads(package.read_text(encoding="utf-8")).get("version")
    if version != PYODIDE:
        raise BuildFailure(f"this is pyodide {version}, not {PYODIDE}.", str(package), MEND)


def _checked(path: Path, digest: str) -> bytes:
    if not path.is_file():
        raise BuildFailure("a file of the npm package is missing.", str(path), MEND)
    content = path.read_bytes()
    if sha256(content).hexdigest() != digest:
        raise BuildFailure("a file differs from the one that is pinned.", str(path), MEND)
    return content
