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
#: After how long somebody clicks again whose click has led nowhere, in milliseconds.
AGAIN = 500
#: Clicks a link of the first question once that is painted, and again until it leads on.
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
  new PerformanceObserver((list) => {
    seen.asked = list.getEntries()[0].startTime;
  }).observe({ type: "element", buffered: true });
  // Marked as soon as it is parsed: the browser notes when a text is painted only if told before.
  new MutationObserver((_, observer) => {
    const question = document.querySelector("article h2");
    if (!question) return;
    question.setAttribute("elementtiming", "");
    observer.disconnect();
  }).observe(document, { childList: true, subtree: true });
  const isInView = (element) => {
    const { top, height } = element.getBoundingClientRect();
    return element.checkVisibility() && height > 0 && top >= 0 && top < innerHeight;
  };
  // One that leads to what is not seen yet; the theme makes addresses absolute.
  const targetOf = (link) => link.hash && link.pathname === location.pathname
    && document.getElementById(link.hash.slice(1));
  const links = () => [...document.querySelectorAll("article ul a")].filter(targetOf);
  let link, last = -Infinity;
  const leadsOn = () => seen.began && isInView(targetOf(link));
  const look = () => {
    if (seen.asked) link ??= links().find((one) => !isInView(targetOf(one)));
    if (link && !leadsOn() && performance.now() - last > AGAIN) {
      last = performance.now();
      seen.began ??= last;
      link.click();
    }
    if (leadsOn()) seen.clicked = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})();""".replace("AGAIN", str(AGAIN))


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
            "first question painted",
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
