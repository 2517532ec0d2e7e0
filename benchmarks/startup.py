"""How long a reader waits for the engine, and what travels for it, beside pages of others.

Boundary: measures, and returns tables. All pages come from one host in one run, in turns, in a
browser with an empty profile: the first visit fetches everything, the later one finds what was
kept.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from playwright.sync_api import BrowserContext, Playwright, Request, sync_playwright

from benchmarks import others, pages
from benchmarks.browser import FAST, SLOW, Conditions, fresh_browser, wait_for
from benchmarks.figures import Table, ratio, spread, verdict
from benchmarks.host import Host, Line

#: How long somebody stays at least, in milliseconds: browsers write what they keep meanwhile.
STAY = 500
OURS, STOCK = "this project", "stock loadPyodide 0.29.5"
READY = """document.querySelector("[data-ready]")"""
KEPT = """caches.keys().then(
  (names) => names.some((name) => name.startsWith("decision-trees-engine")) || null)"""
#: Notes when the engine can answer. Every page is watched alike.
WATCH = """(() => {
  const look = () => {
    if (%s) globalThis.readyAt = performance.now();
    else setTimeout(look, 4);
  };
  look();
})();"""


@dataclass(frozen=True)
class Subject:
    """A page: where it lies, when its engine is ready, and which of its files are the engine's."""

    lay_out: Callable[[Path, str], Path]
    path: str
    ready: str = READY
    engine: tuple[str, ...] = ("",)
    #: The page's own measurement, from the moment that it asks for the engine.
    start: str = ""
    #: What is there before the reader leaves.
    kept: str = "true"


SUBJECTS = {
    OURS: Subject(
        pages.our_site,
        f"site/trees/{pages.TREE}/",
        engine=("assets/runtime-", "assets/element-", "assets/trees/"),
        start="decision-tree",
        kept=KEPT,
    ),
    STOCK: Subject(lambda to, _: pages.stock_page(to, "0.29.5"), "stock-0.29.5/", start="engine"),
    "stock loadPyodide 314.0.7": Subject(
        lambda to, _: pages.stock_page(to, "314.0.7"), "stock-314.0.7/", start="engine"
    ),
    "markdown-exec, pyodide fence": Subject(
        lambda to, _: others.fence_page(to),
        "fence/",
        ready="""document.querySelector("[id$=--run]")?.onclick""",
        engine=("elsewhere/pyodide-",),
    ),
    "pyodide-mkdocs-theme": Subject(
        lambda to, _: others.theme_page(to),
        "theme/",
        ready="""document.querySelector("#header-hourglass-svg")?.classList.contains("py_mk_vanish")""",
        engine=("elsewhere/pyodide-",),
    ),
    "inkjs": Subject(
        lambda to, _: pages.ink_page(to, "ink", to / "site" / "trees" / pages.TREE / "index.html"),
        "ink/",
        start="engine",
    ),
}


@dataclass
class Visits:
    """What was measured of one page: milliseconds and bytes, first and later visits."""

    first: list[float] = field(default_factory=list)
    later: list[float] = field(default_factory=list)
    first_start: list[float] = field(default_factory=list)
    later_start: list[float] = field(default_factory=list)
    sent: list[Counter[str]] = field(default_factory=list)
    sent_later: list[Counter[str]] = field(default_factory=list)


def measure(runs: int) -> list[Table]:
    """Measure at full speed, slowed down, and from a host that compresses nothing."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        host = Host(Path(folder))
        for subject in SUBJECTS.values():
            subject.lay_out(Path(folder), host.address)
        visit_all(playwright, host, FAST, 1)  # warms up the machine
        fast = visit_all(playwright, host, FAST, runs)
        slow = visit_all(playwright, host, SLOW, runs)
        host.compresses = False
        bare = visit_all(playwright, host, FAST, 1)
        host.stop()
    return [times(fast, FAST), times(slow, SLOW), sizes(fast, bare)]


def visit_all(
    playwright: Playwright, host: Host, conditions: Conditions, runs: int
) -> dict[str, Visits]:
    """Visit each page twice, in turns."""
    found = {name: Visits() for name in SUBJECTS}
    for run in range(runs):
        for name, subject in SUBJECTS.items():
            print(f"startup: {conditions.name}, {run + 1} of {runs}, {name}", flush=True)
            with fresh_browser(playwright, conditions) as (context, _):
                host.line = Line(conditions.bits_per_second, conditions.delay)
                visit_twice(context, host, subject, found[name])
    host.line = Line()
    return found


def visit_twice(context: BrowserContext, host: Host, subject: Subject, visits: Visits) -> None:
    """Note a first and a later visit."""
    context.add_init_script(WATCH % subject.ready)
    for whole, start, sent in (
        (visits.first, visits.first_start, visits.sent),
        (visits.later, visits.later_start, visits.sent_later),
    ):
        host.sent.clear()
        page = context.new_page()
        foreign: list[str] = []
        page.on("request", partial(note, foreign))
        page.goto(host.address + subject.path, wait_until="commit")
        whole.append(wait_for(page, "globalThis.readyAt ?? null"))
        if subject.start:
            own = f"performance.getEntriesByName('{subject.start}', 'measure')[0]?.duration ?? null"
            start.append(wait_for(page, own))
        wait_for(page, subject.kept)
        page.wait_for_timeout(STAY)
        sent.append(Counter(host.sent))
        page.close()
        local = (host.address, "data:", "blob:")
        assert all(url.startswith(local) for url in foreign), foreign


def note(asked: list[str], request: Request) -> None:
    """Keep what the page asks for."""
    asked.append(request.url)


def times(found: dict[str, Visits], conditions: Conditions) -> Table:
    """Tell how long readers wait."""
    rows = []
    for name, visits in found.items():
        cells = (visits.first, visits.first_start, visits.later, visits.later_start)
        rows.append((name, *(f"{spread(cell):ms}" if cell else "–" for cell in cells)))
    ours, stock = found[OURS], found[STOCK]
    return Table(
        f"Until the engine can answer: {conditions.name}",
        "From navigation, and from the moment that the page asks for its engine.",
        ("page", "first visit", "of it from start", "later visit", "of it from start"),
        tuple(rows),
        (
            verdict(
                "First visit from start, of stock",
                *_share(ours.first_start, stock.first_start, 0.6),
            ),
            verdict(
                "Later visit from start, of stock",
                *_share(ours.later_start, stock.later_start, 0.3),
            ),
            (
                f"From navigation, of stock: {ratio(ours.first, stock.first)} at first, "
                f"{ratio(ours.later, stock.later)} later."
            ),
        ),
    )


def _share(ours: list[float], theirs: list[float], limit: float) -> tuple[float, float]:
    return spread(ours).median / spread(theirs).median, limit


def sizes(packed: dict[str, Visits], bare: dict[str, Visits]) -> Table:
    """Tell what travels."""
    rows = []
    for name, subject in SUBJECTS.items():
        cells = [
            f"{megabytes(sent, parts):.2f} MB"
            for found in (packed, bare)
            for sent, parts in (
                (found[name].sent[0], ("",)),
                (found[name].sent[0], subject.engine),
                (found[name].sent_later[0], ("",)),
            )
        ]
        rows.append((name, *cells))
    ours, stock = (
        [megabytes(found[name].sent[0], SUBJECTS[name].engine) for found in (packed, bare)]
        for name in (OURS, STOCK)
    )
    return Table(
        "Bytes that travel",
        "From a host that compresses text and WebAssembly (gzip), and from one that compresses "
        "nothing. Bodies only, without headers.",
        (
            "page",
            "compressing: first visit",
            "of it for the engine",
            "later visit",
            "plain host: first visit",
            "of it for the engine",
            "later visit",
        ),
        tuple(rows),
        (
            verdict("For the engine, of stock, compressing", ours[0] / stock[0], 0.75),
            verdict("For the engine, of stock, plain host", ours[1] / stock[1], 0.75),
        ),
    )


def megabytes(sent: Counter[str], parts: tuple[str, ...]) -> float:
    """Sum up the files whose path has one of these parts."""
    return sum(size for path, size in sent.items() if any(part in path for part in parts)) / 1e6
