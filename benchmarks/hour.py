"""A page that is open for an hour: whether clicks grow slower, or the page larger.

Boundary: measures, and returns a table; clicking.py clicks. No peer: what is asked is whether the
last minutes are like the first ones.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Playwright, sync_playwright

from benchmarks import pages
from benchmarks.browser import FAST, fresh_browser, wait_for
from benchmarks.clicking import AT_ONCE, FRAME, READY, SUBJECTS, TURN, click, heap_of
from benchmarks.figures import Table, percentile, verdict
from benchmarks.host import Host
from benchmarks.processes import memory_of_pages

#: Of a whole measurement, which has so many runs; fewer runs make a shorter one.
CLICKS = 10_000
RUNS = 15
#: Milliseconds between two clicks: all of them take an hour.
PACE = 3_600_000 / CLICKS
PARTS = 5
#: What the page may hold at the end of what it held after the first part: no growth, but for noise.
GROWTH = 1.05


@dataclass(frozen=True)
class Part:
    """One part of the hour: milliseconds until each click was painted, and bytes at its end."""

    painted: list[float]
    heap: int
    memory: int


def measure(runs: int) -> list[Table]:
    """Click through the page at an even pace."""
    clicks = max(TURN, CLICKS * min(runs, RUNS) // RUNS // PARTS)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        host = Host(Path(folder))
        pages.large_site(Path(folder), host.address)
        parts = sit(playwright, host, clicks)
        host.stop()
    return [told(parts, clicks)]


def sit(playwright: Playwright, host: Host, clicks: int) -> list[Part]:
    """Keep the page open for all parts, so many clicks each."""
    subject = SUBJECTS["this project"]
    with fresh_browser(playwright, FAST, *AT_ONCE) as (context, group):
        page = context.new_page()
        page.goto(host.address + subject.path)
        wait_for(page, READY)
        parts = []
        for number in range(PARTS):
            print(f"hour: part {number + 1} of {PARTS}", flush=True)
            painted: list[float] = []
            while len(painted) < clicks:
                count = min(TURN, clicks - len(painted))
                painted += [both[1] for both in click(page, subject, count, PACE)]
            parts.append(Part(painted, heap_of(page), memory_of_pages(group)))
    return parts


def told(parts: list[Part], clicks: int) -> Table:
    """Tell of each part how long clicks took, and what was held at its end."""
    minutes = clicks * PACE / 60_000
    rows = tuple(
        (
            f"{number * minutes:.0f} – {(number + 1) * minutes:.0f}",
            *(f"{percentile(part.painted, at):.1f} ms" for at in (50, 95)),
            f"{part.heap / 1e6:.2f} MB",
            f"{part.memory / 1e6:.1f} MB",
        )
        for number, part in enumerate(parts)
    )
    everything = [value for part in parts for value in part.painted]
    first, last = parts[0], parts[-1]
    return Table(
        "A page with a tree of 1,000 nodes, open for an hour",
        f"{clicks * PARTS:,} clicks, one each {PACE:.0f} ms: how long until what they lead to is "
        "painted. Held at the end of each part: by the page's scripts, and by the whole process of "
        "the page, its worker included.",
        ("minutes", "painted, median", "95th percentile", "scripts hold", "the process holds"),
        rows,
        (
            verdict("95th percentile", percentile(everything, 95), FRAME, " ms"),
            verdict("Scripts, last part of the first", last.heap / first.heap, GROWTH),
            verdict("Process, last part of the first", last.memory / first.memory, GROWTH),
        ),
    )
