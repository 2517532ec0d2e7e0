"""Makes a whole browser slower: ``python -m benchmarks.slowing GROUP TIMES`` until it is ended.

Boundary: signals to one process group. All of its threads run a part of the time only, workers
included, which the browser's own throttling of the processor (CDP) does not reach.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

ROOT = Path(__file__).parents[1]
#: How long the browser runs at a time, in seconds.
TURN = 0.002


@contextmanager
def slowed(group: int, times: float) -> Iterator[None]:
    """Let a process group run ``times`` slower; 1 leaves it alone."""
    if times <= 1:
        yield
        return
    command = [sys.executable, "-m", "benchmarks.slowing", str(group), str(times)]
    slowing = subprocess.Popen(command, cwd=ROOT)
    try:
        yield
    finally:
        slowing.terminate()
        slowing.wait()


def main(group: int, times: float) -> None:
    """Stop and continue the group in turns."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        while True:
            os.killpg(group, signal.SIGCONT)
            time.sleep(TURN)
            os.killpg(group, signal.SIGSTOP)
            time.sleep(TURN * (times - 1))
    finally:
        with suppress(ProcessLookupError):
            os.killpg(group, signal.SIGCONT)


if __name__ == "__main__":
    with suppress(ProcessLookupError):
        main(int(sys.argv[1]), float(sys.argv[2]))
