"""How soon a reader sees and clicks the first question, beside the same page as plain Markdown.

Boundary: measures, and returns tables. The plain page has the same texts, theme and settings, and
no plugin.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from playwright.sync_api import Playwright, sync_playwright

from benchmarks import pages
from benchmarks.browser import FAST, SLOW, Conditions, fresh_browser, wait_for
from benchmarks.figures import Table, spread, verdict
from benchmarks.host import Host, Line

PLACES = {"this project": "site", "plain MkDocs Material": "plain"}
LIMIT = 1.05
#: How long things may still move, in milliseconds.
STAY = 1_500
#: Clicks the first link of the first question once it is painted, and again until it leads on.
WATCH = """(() => {
  const seen = globalThis.seen = { moved: 0 };
  new PerformanceObserver((list) => {
    for (const { startTime, value } of list.getEntries()) {
      // As browsers do: what moves within half a second of a click is its effect.
      const isEffect = startTime > seen.began && startTime < seen.began + 500;
      if (!isEffect) seen.moved += value;
    }
  }).observe({ type: "layout-shift", buffered: true });
  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries()) {
      if (name === "first-contentful-paint") seen.painted = startTime;
    }
  }).observe({ type: "paint", buffered: true });
  // The theme makes addresses absolute.
  const firstLink = () => [...document.querySelectorAll("article ul a")].find(
    (link) => link.hash && link.pathname === location.pathname);
  const look = () => {
    const link = firstLink();
    if (link?.checkVisibility()) seen.asked ??= performance.now();
    const leadsTo = link && document.getElementById(link.hash.slice(1));
    if (seen.began && leadsTo && isInView(leadsTo)) return void (seen.clicked = performance.now());
    if (seen.painted && !location.hash && link?.checkVisibility()) {
      seen.began ??= performance.now();
      link.click();
    }
    requestAnimationFrame(look);
  };
  const isInView = (element) => {
    const { top, height } = element.getBoundingClientRect();
    return element.checkVisibility() && height > 0 && top >= 0 && top < innerHeight;
  };
  requestAnimationFrame(look);
})();"""


def measure(runs: int) -> list[Table]:
    """Measure at full speed and slowed down."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        host = Host(Path(folder))
        pages.our_site(Path(folder), host.address)
        pages.plain_site(Path(folder), host.address)
        visit_all(playwright, host, FAST, 1)  # warms up the machine
        tables = [
            told(visit_all(playwright, host, conditions, runs), conditions)
            for conditions in (FAST, SLOW)
        ]
        host.stop()
    return tables


def visit_all(
    playwright: Playwright, host: Host, conditions: Conditions, runs: int
) -> dict[str, list[dict[str, float]]]:
    """Visit both pages in turns, each time for the first time."""
    found: dict[str, list[dict[str, float]]] = {name: [] for name in PLACES}
    for run in range(runs):
        print(f"first-view: {conditions.name}, {run + 1} of {runs}", flush=True)
        for name, place in PLACES.items():
            with fresh_browser(playwright, conditions) as (context, _):
                host.line = Line(conditions.bits_per_second, conditions.delay)
                context.add_init_script(WATCH)
                page = context.new_page()
                address = f"{host.address}{place}/trees/{pages.TREE}/"
                page.goto(address, wait_until="commit")
                wait_for(page, "globalThis.seen?.clicked ?? null")
                page.wait_for_timeout(STAY)
                found[name].append(page.evaluate("globalThis.seen"))
    host.line = Line()
    return found


def told(found: dict[str, list[dict[str, float]]], conditions: Conditions) -> Table:
    """Tell both, and their ratio."""
    columns = {
        name: {key: [one[key] for one in seen] for key in ("painted", "asked", "clicked", "moved")}
        for name, seen in found.items()
    }
    ours, plain = columns.values()
    rows = tuple(
        (
            name,
            f"{spread(seen['painted']):ms}",
            f"{spread(seen['asked']):ms}",
            f"{spread(seen['clicked']):ms}",
            f"{max(seen['moved']):.4f}",
        )
        for name, seen in columns.items()
    )
    paint, asked, click = (
        spread(ours[key]).median / spread(plain[key]).median
        for key in ("painted", "asked", "clicked")
    )
    return Table(
        f"The first question: {conditions.name}",
        "First visits. What is painted first is the site's head, on both pages. A click counts as"
        " soon as what it leads to is in view.",
        (
            "page",
            "first contentful paint",
            "first question there",
            "first click that leads on",
            "layout shift, worst",
        ),
        rows,
        (
            verdict("First paint, of the plain page", paint, LIMIT),
            verdict("First question, of the plain page", asked, LIMIT),
            verdict("First click, of the plain page", click, LIMIT),
            verdict("Layout shift", max(ours["moved"]), 0),
        ),
    )
