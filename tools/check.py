"""Runs every check, whatever the earlier ones found, and ends with one line for each.

The checks are named here and nowhere else: `make check`, `make test` and pre-commit call this.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple, Sequence, Tuple

ROOT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent


class Check(NamedTuple):
    """One tool, what it holds, and what to do when it fails."""

    name: str
    command: Tuple[str, ...]
    mend: str


CHECKS = (
    Check("layout", ("ruff", "format", "--check", "--output-format=concise"), "make fix"),
    Check(
        "style",
        ("ruff", "check", "--quiet", "--output-format=concise"),
        "make fix, then the rest by hand",
    ),
    Check("types", ("mypy", "--no-error-summary"), "by hand"),
    Check("imports", ("lint-imports", "--no-logo", "--cache-dir", ".cache/imports"), "by hand"),
    Check("browser types", ("node_modules/.bin/tsc", "--project", "tsconfig.json"), "by hand"),
    Check("trees", ("trees", "check"), "each finding says how"),
)


def main(names: Sequence[str]) -> int:
    """Run the named checks, or all; fail if one fails."""
    wanted = [check for check in CHECKS if not names or check.name in names]
    failed = [check for check in wanted if not passes(check)]
    for check in failed:
        print(f"{check.name}: failed. To mend it: {check.mend}.", file=sys.stderr)
    return 1 if failed else 0


def passes(check: Check) -> bool:
    """Run one check; its output is shown only if it fails."""
    start = time.monotonic()
    done = subprocess.run(
        _located(check.command),
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    word = "failed" if done.returncode else "ok"
    print(f"check: {check.name:<14} {word:<7} {time.monotonic() - start:5.1f} s", flush=True)
    if done.returncode:
        print(done.stdout.decode("utf-8", "replace"), flush=True)
    return done.returncode == 0


def _located(command: Tuple[str, ...]) -> Tuple[str, ...]:
    """Prefer the environment's own tools to whatever else is on PATH."""
    found = shutil.which(command[0], path=str(BIN))
    return (found or command[0], *command[1:])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
