"""How long a reader waits for the engine, and what travels for it, beside pages of others.

Boundary: measures, and returns tables. All pages come from one host in one run, in turns, in a
browser with an empty profile: the first visit fetches everything, the later one finds what was
kept.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, Playwright, Request, sync_playwright

from benchmarks.browser import FAST, SLOW, Conditions, fresh_browser, wait_for
from benchmarks.figures import Table, ratio, spread, verdict
from benchmarks.host import Host, Line
from benchmarks.subjects import OURS, STOCK, SUBJECTS, Subject

#: How long somebody stays at least, in milliseconds: browsers write what they keep meanwhile.
STAY = 500
#: Notes when the engine can answer. Every page is watched alike.
WATCH = """(() => {
  const look = () => {
    if (%s) globalThis.readyAt = performance.now();
    else setTimeout(look, 4);
  };
  look();
})();"""


@dataclass
class Visits:
    """What was measured of one page: milliseconds and bytes, first and later visits.

    ``sent`` until the engine can answer, ``sent_after`` from then on.
    """

    first: list[float] = field(default_factory=list)
    later: list[float] = field(default_factory=list)
    first_start: list[float] = field(default_factory=list)
    later_start: list[float] = field(default_factory=list)
    sent: list[Counter[str]] = field(default_factory=list)
    sent_after: list[Counter[str]] = field(default_factory=list)
    sent_later: list[Counter[str]] = field(default_factory=list)


def measure(runs: int) -> list[Table]:
    """Measure at full speed, and what travels from two kinds of hosts."""
    with laid_out() as (playwright, host):
        visit_all(playwright, host, FAST, 1)  # warms up the machine
        found = visit_all(playwright, host, FAST, runs)
        host.compresses = False
        bare = visit_all(playwright, host, FAST, 1)
    return [
        times(found, FAST),
        sizes(found, "compresses text and WebAssembly (gzip)"),
        sizes(bare, "compresses nothing"),
    ]


def measure_slow(runs: int) -> list[Table]:
    """Measure on a slow device with a slow line."""
    with laid_out() as (playwright, host):
        return [times(visit_all(playwright, host, SLOW, runs), SLOW)]


@contextmanager
def laid_out() -> Iterator[tuple[Playwright, Host]]:
    """Lay out all pages, and serve them."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        host = Host(Path(folder))
        for subject in SUBJECTS.values():
            subject.lay_out(Path(folder), host.address)
        yield playwright, host
        host.stop()


def visit_all(
    playwright: Playwright, host: Host, conditions: Conditions, runs: int
) -> dict[str, Visits]:
    """Visit each page twice, in turns."""
    found = {name: Visits() for name in SUBJECTS}
    for run in range(runs):
        for name, subject in SUBJECTS.items():
            print(f"startup: {conditions.name}, {run + 1} of {runs}, {name}", flush=True)
            with fresh_browser(playwright, conditions) as (context, _):
                visit_twice(context, host, conditions, subject, found[name])
    return found


def visit_twice(
    context: BrowserContext, host: Host, conditions: Conditions, subject: Subject, visits: Visits
) -> None:
    """Note a first and a later visit; between them the line is fast, so that all can be kept."""
    context.add_init_script(WATCH % subject.ready)
    whole, start, sent, page = visit(context, host, conditions, subject)
    visits.first.append(whole)
    visits.first_start += start
    visits.sent.append(sent)
    wait_for(page, subject.kept)
    page.wait_for_timeout(STAY)
    visits.sent_after.append(Counter(host.sent) - sent)
    page.close()
    whole, start, _, page = visit(context, host, conditions, subject)
    visits.later.append(whole)
    visits.later_start += start
    page.wait_for_timeout(STAY)
    visits.sent_later.append(Counter(host.sent))


def visit(
    context: BrowserContext, host: Host, conditions: Conditions, subject: Subject
) -> tuple[float, list[float], Counter[str], Page]:
    """Open a page; return its milliseconds, whole and from start, what was sent, and itself."""
    host.line = Line(conditions.bits_per_second, conditions.delay)
    host.sent.clear()
    asked: list[str] = []
    page = context.new_page()
    page.on("request", partial(note, asked))
    page.goto(host.address + subject.path, wait_until="commit")
    whole = wait_for(page, "globalThis.readyAt ?? null")
    sent = Counter(host.sent)
    host.line = Line()
    own = f"performance.getEntriesByName('{subject.start}', 'measure')[0]?.duration ?? null"
    start = [wait_for(page, own)] if subject.start else []
    foreign = [url for url in asked if not url.startswith((host.address, "data:", "blob:"))]
    assert not foreign, foreign
    return whole, start, sent, page


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


def sizes(found: dict[str, Visits], host: str) -> Table:
    """Tell what travels from a host."""
    rows = tuple(
        (
            name,
            megabytes(found[name].sent[0]),
            megabytes(found[name].sent[0], subject.engine),
            megabytes(found[name].sent_after[0]),
            megabytes(found[name].sent_later[0]),
        )
        for name, subject in SUBJECTS.items()
    )
    ours, stock = (size(found[name].sent[0], SUBJECTS[name].engine) for name in (OURS, STOCK))
    return Table(
        f"Bytes that travel from a host that {host}",
        "Bodies only, without headers. Afterwards this project's page fetches the whole site once, "
        "in the background, so that it works without a network.",
        ("page", "until it answers", "of it for the engine", "afterwards", "later visit"),
        rows,
        (verdict("For the engine, of stock", ours / stock, 0.75),),
    )


def megabytes(sent: Counter[str], parts: tuple[str, ...] = ("",)) -> str:
    """Write the size of the files whose path has one of these parts."""
    return f"{size(sent, parts) / 1e6:.2f} MB"


def size(sent: Counter[str], parts: tuple[str, ...]) -> int:
    """Sum up the files whose path has one of these parts, in bytes."""
    return sum(one for path, one in sent.items() if any(part in path for part in parts))
