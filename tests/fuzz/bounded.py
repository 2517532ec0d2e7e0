"""The promise of the check: whatever one file holds, it answers in bounded time and memory.

Boundary: runs the check, proof included, as `trees check` does, and keeps a record.
"""

from __future__ import annotations

import resource
import signal
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.fuzz.inputs import BESIDE

from trees.authoring.project import load_texts
from trees.authoring.report_text import render
from trees.authoring.rules.registry import RULES

#: What one file may cost, at most: seconds of the processor, and bytes of memory.
SECONDS = 10
BYTES = 1 << 30


class TooSlow(Exception):
    """The time for one file is over."""


@dataclass
class Record:
    """What a run has seen. ``slowest`` is in seconds of the processor."""

    inputs: int = 0
    sound: int = 0
    slowest: float = 0.0
    spent: float = 0.0
    codes: Counter[str] = field(default_factory=Counter)

    def lines(self) -> Iterator[str]:
        """Return the record in words."""
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        yield f"inputs          {self.inputs:,}, of which {self.sound:,} were sound and proven"
        yield f"slowest         {self.slowest:.2f} s (at most {SECONDS} s)"
        yield f"mean            {self.spent / max(1, self.inputs) * 1000:.1f} ms"
        yield f"peak memory     {peak} MB (at most {BYTES >> 20} MB)"
        yield f"codes           {len(self.codes)} of {len(RULES)}; inputs that showed each:"
        yield from (f"  {count:>9,}  {code}" for code, count in self.codes.most_common())


@contextmanager
def within_limits() -> Iterator[None]:
    """Refuse this process more memory than promised while files are checked; on Linux only."""
    before = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (_size() + BYTES, before[1]))
    signal.signal(signal.SIGVTALRM, _stop)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        resource.setrlimit(resource.RLIMIT_AS, before)


def _size() -> int:
    """Return how much memory this process has asked for, in bytes."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    return pages * resource.getpagesize()


def _stop(*_: object) -> None:
    raise TooSlow(f"more than {SECONDS} s")


def check_all(texts: Iterable[str], record: Record) -> None:
    """Check and prove each text, and hold the promise.

    Raises:
        Failed: with the text that broke it; the exception behind it is its cause.
    """
    with within_limits():
        for text in texts:
            begun = time.process_time()
            signal.setitimer(signal.ITIMER_VIRTUAL, SECONDS)
            try:
                _check(text, record)
            except Exception as error:
                raise Failed(text) from error
            took = time.process_time() - begun
            record.inputs += 1
            record.spent += took
            record.slowest = max(record.slowest, took)


class Failed(Exception):
    """A text for which the promise does not hold."""

    def __init__(self, text: str) -> None:
        super().__init__(text if len(text) < 4000 else f"{text[:2000]} … {text[-2000:]}")
        self.text = text


def _check(text: str, record: Record) -> None:
    texts = {**BESIDE, "fuzz.yaml": text}
    project = load_texts(texts)
    findings = [one for one in project.findings if one.span.path == "fuzz.yaml"]
    assert "fuzz" in project.documents or findings, "neither sound nor refused"
    record.sound += "fuzz" in project.documents
    assert len(render(findings[:200], texts)) >= len(findings[:200])
    assert all(one.code in RULES and one.message for one in findings)
    record.codes.update({one.code for one in findings})
