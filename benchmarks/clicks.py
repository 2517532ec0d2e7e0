"""How long a click takes until the next question is painted, in a tree of a thousand nodes.

Boundary: measures, and returns a table; clicking.py clicks.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Playwright, sync_playwright

from benchmarks import pages
from benchmarks.browser import FAST, SLOW, Conditions, fresh_browser, wait_for
from benchmarks.clicking import AT_ONCE, FRAME, READY, SUBJECTS, TURN, click, heap_of
from benchmarks.figures import Table, percentile, verdict
from benchmarks.host import Host
from benchmarks.processes import memory_of_pages

#: Clicks at the 15 runs of a whole measurement; fewer runs make fewer clicks.
CLICKS = {FAST: 10_000, SLOW: 1_500}
RUNS = 15


@dataclass(frozen=True)
class Walk:
    """Milliseconds of all clicks, and the bytes held before and after them."""

    drawn: list[float]
    painted: list[float]
    heap: tuple[int, int]
    memory: tuple[int, int]


def measure(runs: int) -> list[Table]:
    """Click through both, at full speed and slowed down."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        host = Host(Path(folder))
        site = pages.large_site(Path(folder), host.address)
        pages.ink_page(Path(folder), "large-ink", site / "trees" / "large" / "index.html")
        tables = []
        for conditions, whole in CLICKS.items():
            count = max(TURN, whole * min(runs, RUNS) // RUNS)
            walks = {name: walk(playwright, host, conditions, name, count) for name in SUBJECTS}
            tables.append(told(walks, conditions, count))
        host.stop()
    return tables


def walk(playwright: Playwright, host: Host, conditions: Conditions, name: str, count: int) -> Walk:
    """Click so many times through one page."""
    subject = SUBJECTS[name]
    with fresh_browser(playwright, conditions, *AT_ONCE) as (context, group):
        page = context.new_page()
        page.goto(host.address + subject.path)
        wait_for(page, READY)
        click(page, subject, TURN)  # what is made once is there before the first look
        heap, memory = heap_of(page), memory_of_pages(group)
        found: list[list[float]] = []
        while len(found) < count:
            print(f"clicks: {conditions.name}, {name}, {len(found)} of {count}", flush=True)
            found += click(page, subject, min(TURN, count - len(found)))
        after = heap_of(page), memory_of_pages(group)
    drawn, painted = (list(column) for column in zip(*found, strict=True))
    return Walk(drawn, painted, (heap, after[0]), (memory, after[1]))


def told(walks: dict[str, Walk], conditions: Conditions, count: int) -> Table:
    """Tell how long clicks took, and what was held."""
    rows = tuple(
        (
            name,
            *(f"{percentile(walk.drawn, at):.1f} ms" for at in (50, 95)),
            *(f"{percentile(walk.painted, at):.1f} ms" for at in (50, 95)),
            *(
                f"{before / 1e6:.1f} → {after / 1e6:.1f} MB"
                for before, after in (walk.heap, walk.memory)
            ),
        )
        for name, walk in walks.items()
    )
    ours = walks["this project"]
    verdicts = [verdict("95th percentile", percentile(ours.painted, 95), FRAME, " ms")]
    return Table(
        f"A click in a tree of 1,000 nodes: {conditions.name}",
        f"{count:,} clicks one after the other, each as soon as the last one is painted; a way has "
        "28 answers. Memory: what the page's scripts hold, and what the whole "
        "process of the page holds, its worker included, before and after.",
        (
            "page",
            "laid out, median",
            "95th percentile",
            "painted, median",
            "95th percentile",
            "scripts hold",
            "the process holds",
        ),
        rows,
        tuple(verdicts),
    )
