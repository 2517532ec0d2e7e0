"""The processes of a browser, as the kernel lists them.

Boundary: reads /proc; starts and ends nothing.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path


def group_of(profile: str) -> int:
    """Return the process group of the browser that was started with a profile."""
    for process, words in _running():
        if f"--user-data-dir={profile}" in words and "--type=" not in words:
            return os.getpgid(process)
    raise RuntimeError(f"No browser was started with {profile}.")


def memory_of_pages(group: int) -> int:
    """Return the bytes that the largest page of a browser holds: all threads, workers included."""
    sizes = [0]
    for process, words in _running():
        if "--type=renderer" in words:
            with suppress(OSError):
                if os.getpgid(process) == group:
                    rollup = Path(f"/proc/{process}/smaps_rollup").read_text()
                    sizes.append(int(re.findall(r"^Pss:\s+(\d+)", rollup, re.MULTILINE)[0]) * 1024)
    return max(sizes)


def _running() -> Iterator[tuple[int, str]]:
    for entry in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            yield int(entry.name), (entry / "cmdline").read_bytes().decode(errors="replace")
