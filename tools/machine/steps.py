"""Running a step once: commands, stamps, and failures that a person can act on.

A step is skipped while the hash of its inputs is the one that was stamped when it last ended well.
This module knows how to run and remember steps; it knows no step.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import Iterator, Mapping, Sequence, Union

try:
    import fcntl
except ImportError:  # Windows has nothing to wait with.
    fcntl = None  # type: ignore[assignment]

ROOT = Path(__file__).resolve().parents[2]
CACHE = ROOT / ".cache"
# In an activated environment this is the Python it was made from, which has venv and pip.
HOST_PYTHON = getattr(sys, "_base_executable", sys.executable)
STAMPS = CACHE / "stamps"
SCRIPTS = "Scripts" if os.name == "nt" else "bin"  # where an environment has its commands
LAST_LINES = 25

Command = Sequence[Union[str, Path]]


class Failure(Exception):
    """A step failed: what, where, and how to mend it."""

    def __init__(self, what: str, where: str, mend: str) -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.mend = mend

    def __str__(self) -> str:
        """Three short paragraphs, ready to print."""
        return f"\nFailed: {self.what}\n\n{self.where}\n\nTo mend it: {self.mend}\n"


def say(line: str) -> None:
    """Tell the person at the terminal, at once, what happens and why."""
    print(f"• {line}", flush=True)


def run(command: Command, what: str, mend: str, env: Mapping[str, str] | None = None) -> None:
    """Run a command quietly; if it fails, show the end of what it said."""
    words = [str(word) for word in command]
    try:
        done = subprocess.run(
            words,
            cwd=ROOT,
            env=dict(env or os.environ),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
    except OSError as error:
        raise Failure(what, f"{words[0]} could not be started: {error.strerror}.", mend) from error
    if done.returncode:
        raise Failure(what, _transcript(words, done.stdout, done.returncode), mend)


def answer(command: Command, env: Mapping[str, str] | None = None) -> str | None:
    """Return what a command prints, or None if it is missing, fails or hangs."""
    try:
        done = subprocess.run(
            [str(word) for word in command],
            env=dict(env or os.environ),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            check=False,
            timeout=60,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.decode("utf-8", "replace").strip() if done.returncode == 0 else None


def digest(*inputs: str | Path) -> str:
    """Hash texts and the contents of files, in order."""
    total = hashlib.sha256()
    for one in inputs:
        content = one.read_bytes() if isinstance(one, Path) else one.encode()
        total.update(hashlib.sha256(content).digest())
    return total.hexdigest()


def is_done(name: str, key: str, product: Path) -> bool:
    """Whether a step ended well with these very inputs, and its product still exists."""
    stamp = STAMPS / name
    return product.exists() and stamp.exists() and stamp.read_text() == key


def mark_done(name: str, key: str) -> None:
    """Remember that a step ended well with these inputs."""
    STAMPS.mkdir(parents=True, exist_ok=True)
    (STAMPS / name).write_text(key)


def forget(name: str) -> None:
    """Have a step run again next time."""
    (STAMPS / name).unlink(missing_ok=True)


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Let only one bootstrap work in this folder; a second one waits."""
    CACHE.mkdir(exist_ok=True)
    if fcntl is None:
        yield
        return
    with (CACHE / "bootstrap.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            say("Waiting for another `make` that is setting up this folder")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _transcript(words: Sequence[str], output: bytes, code: int) -> str:
    lines = output.decode(sys.stdout.encoding or "utf-8", "replace").rstrip().splitlines()
    shown = "\n".join(f"    {line}" for line in lines[-LAST_LINES:])
    return f"The command `{' '.join(words)}` ended with code {code}, saying:\n{shown}"
