"""A process group is slowed down with everything in it, and let go at the end."""

from __future__ import annotations

import subprocess
import sys
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


def test_slowed__is_stopped_most_of_the_time__and_runs_on_afterwards(
    waiting: subprocess.Popen[bytes],
) -> None:
    def states() -> list[str]:
        stat = Path(f"/proc/{waiting.pid}/stat")
        return [stat.read_text().rpartition(")")[2].split()[0] for _ in range(3_000)]

    with slowed(waiting.pid, 10):
        wait_until(lambda: "T" in states())
        seen = states()
        assert seen.count("T") > len(seen) / 2
    assert "T" not in states()


def wait_until(happens: Callable[[], bool]) -> None:
    for _ in range(200):
        if happens():
            return
    raise AssertionError("it did not happen")
