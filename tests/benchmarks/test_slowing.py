"""A process group is slowed down with everything in it, and let go at the end."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from benchmarks.slowing import slowed


@pytest.fixture
def waiting() -> Iterator[subprocess.Popen[bytes]]:
    """A process that does nothing, in a group of its own."""
    process = subprocess.Popen(
        [sys.executable, "-c", "import time; time.sleep(60)"], start_new_session=True
    )
    yield process
    process.kill()
    process.wait()


def test_slowed__is_stopped_and_runs_in_turns__and_runs_on_afterwards(
    waiting: subprocess.Popen[bytes],
) -> None:
    def is_stopped() -> bool:
        stat = Path(f"/proc/{waiting.pid}/stat").read_text()
        return stat.rpartition(")")[2].split()[0] == "T"

    with slowed(waiting.pid, 4):
        for _ in range(3):
            wait_until(is_stopped)
            wait_until(lambda: not is_stopped())
    assert not is_stopped()


def wait_until(happens: Callable[[], bool]) -> None:
    end = time.monotonic() + 20
    while not happens():
        assert time.monotonic() < end, "it did not happen"
