"""How long a click takes until the next question is painted, in a tree of a thousand nodes.

Boundary: measures, and returns a table. The browser paints as soon as it can, instead of sixty
times a second: what is measured is work, and not the wait for the screen.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, Playwright, sync_playwright

from benchmarks import pages
from benchmarks.browser import FAST, SLOW, Conditions, fresh_browser, wait_for
from benchmarks.figures import Table, percentile, verdict
from benchmarks.host import Host
from benchmarks.processes import memory_of_pages

FRAME = 1_000 / 60
AT_ONCE = ("--disable-frame-rate-limit", "--disable-gpu-vsync")
#: Clicks in one go; longer ones would hold too many figures in the page.
TURN = 250
#: Clicks at the 15 runs of a whole measurement; fewer runs make fewer clicks.
CLICKS = {FAST: 10_000, SLOW: 1_500}
RUNS = 15
#: Clicks through, and returns for each click the milliseconds until the next question was laid out,
#: and until it was painted. At an end it begins again, which does not count.
CLICK = """async ({ root, shown, options, count }) => {
  const again = AGAIN;
  const parent = document.querySelector(root);
  const step = (act) => new Promise((done) => {
    const before = parent.querySelector(shown)?.textContent;
    let began = 0;
    const observer = new MutationObserver(() => {
      const now = parent.querySelector(shown);
      if (!now || now.textContent === before) return;
      observer.disconnect();
      now.getBoundingClientRect();
      const drawn = performance.now() - began;
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done([drawn, performance.now() - began]);
        port2.postMessage(null);
      });
    });
    observer.observe(parent, { subtree: true, childList: true, attributeFilter: ["hidden"] });
    began = performance.now();
    act();
  });
  const found = [];
  while (found.length < count) {
    const links = [...parent.querySelectorAll(options)];
    if (links.length) found.push(await step(() => links[found.length % links.length].click()));
    else await step(again);
  }
  return found;
}"""


@dataclass(frozen=True)
class Subject:
    """A page with a tree: where it is, and how to click through it."""

    path: str
    root: str
    shown: str
    options: str
    again: str


SUBJECTS = {
    "this project": Subject(
        "large/trees/large/",
        "decision-tree",
        ":scope > .dt-node:not([hidden])",
        ":scope > .dt-node:not([hidden]) a.dt-option",
        "() => document.querySelector('.dt-restart').click()",
    ),
    "inkjs": Subject(
        "large-ink/", "#story", ":scope > p", ":scope > p > a", "() => globalThis.again()"
    ),
}
READY = """document.querySelector("[data-ready]") && true"""


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


def click(page: Page, subject: Subject, count: int) -> list[list[float]]:
    """Click so many times."""
    given = {
        "root": subject.root,
        "shown": subject.shown,
        "options": subject.options,
        "count": count,
    }
    found: list[list[float]] = page.evaluate(CLICK.replace("AGAIN", subject.again), given)
    return found


def heap_of(page: Page) -> int:
    """Return what the page's own scripts hold, in bytes, once what is unused is gone."""
    session = page.context.new_cdp_session(page)
    session.send("HeapProfiler.collectGarbage")
    used = session.send("Runtime.getHeapUsage")["usedSize"]
    session.detach()
    return int(used)


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
