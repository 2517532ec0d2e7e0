"""How long a reader waits for the engine, against a page that calls stock ``loadPyodide``.

Both pages come from one server in one run, in turns, in a browser with an empty profile: the
first visit fetches everything, the later one finds it in the browser's cache. Ours is a whole page
of the site with its theme, its worker and its wait for an idle moment; the other is bare and starts
at once.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import BrowserContext, Playwright, sync_playwright

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tools")]

from tests.browser.site_server import Server  # noqa: E402

from machine.browser import find_browser  # noqa: E402

RUNS = 5
PATIENCE = 60_000
#: How long somebody stays on a page at least; ours keeps something for later meanwhile.
STAY = 3_000
STOCK_FILES = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm", "python_stdlib.zip")
STOCK_PAGE = """<!doctype html><meta charset="utf-8"><title>Stock</title><body>
<script type="module">
performance.mark("start");
const { loadPyodide } = await import("./pyodide.mjs");
const pyodide = await loadPyodide();
pyodide.runPython("import json; json.dumps({'view': 1})");
performance.measure("decision-tree", "start");
document.body.dataset.ready = "";
</script>"""
#: Notes when the first answer of the engine is drawn.
WATCH = """new MutationObserver((_, observer) => {
  if (!document.querySelector("[data-ready]")) return;
  globalThis.readyAt = performance.now();
  observer.disconnect();
}).observe(document, {subtree: true, childList: true, attributes: true});"""
ENGINE = ("/stock/", *(f"/site/assets/{part}" for part in ("runtime-", "element-", "trees/")))
PAGES = {"ours": "site/trees/order-cancelled/", "stock": "stock/"}


@dataclass
class Figures:
    """What was measured for one page: milliseconds of both visits, bytes of the first.

    ``start``: from the moment that the engine is asked for, instead of from navigation.
    """

    first: list[float] = field(default_factory=list)
    later: list[float] = field(default_factory=list)
    first_start: list[float] = field(default_factory=list)
    later_start: list[float] = field(default_factory=list)
    total: list[int] = field(default_factory=list)
    engine: list[int] = field(default_factory=list)
    later_bytes: list[int] = field(default_factory=list)


def main() -> None:
    """Measure and print."""
    figures = {name: Figures() for name in PAGES}
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = Server(Path(folder))
        lay_out(Path(folder), server.address)
        for run in range(RUNS + 1):
            for name, path in PAGES.items():
                # The first turn only warms up the machine.
                kept = figures[name] if run else Figures()
                measure(playwright, server, path, kept)
        server.shutdown()
    report(figures)


def lay_out(folder: Path, address: str) -> None:
    """Build our site, and the stock page beside it."""
    config = load_config(
        str(ROOT / "mkdocs.yml"), site_dir=str(folder / "site"), site_url=f"{address}site/"
    )
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    stock = folder / "stock"
    stock.mkdir()
    for name in (*STOCK_FILES, "pyodide-lock.json"):
        shutil.copy(ROOT / "node_modules" / "pyodide" / name, stock / name)
    (stock / "index.html").write_text(STOCK_PAGE, encoding="utf-8")


def measure(playwright: Playwright, server: Server, path: str, figures: Figures) -> None:
    """Visit a page twice with a fresh profile."""
    with fresh_browser(playwright) as context:
        server.sent.clear()
        visit(context, server.address + path, figures.first, figures.first_start)
        figures.total.append(sum(server.sent.values()))
        figures.engine.append(sum(size for at, size in server.sent.items() if is_engine(at)))
        server.sent.clear()
        visit(context, server.address + path, figures.later, figures.later_start)
        figures.later_bytes.append(sum(size for at, size in server.sent.items() if is_engine(at)))


@contextmanager
def fresh_browser(playwright: Playwright) -> Iterator[BrowserContext]:
    """Open a browser that keeps what it fetches, in a profile that nobody has used."""
    found = find_browser()
    with tempfile.TemporaryDirectory() as profile:
        context = playwright.chromium.launch_persistent_context(
            profile,
            executable_path=shutil.which(found) if found else None,
            args=["--no-sandbox", "--disable-gpu", "--no-first-run"],
        )
        context.add_init_script(WATCH)
        yield context
        context.close()


def visit(context: BrowserContext, address: str, whole: list[float], start: list[float]) -> None:
    """Note the milliseconds from navigation to the first answer, and from start to ready; stay."""
    page = context.new_page()
    page.goto(address)
    page.wait_for_function("globalThis.readyAt", timeout=PATIENCE)
    whole.append(page.evaluate("globalThis.readyAt"))
    start.append(
        page.evaluate("performance.getEntriesByName('decision-tree', 'measure')[0].duration")
    )
    page.wait_for_timeout(STAY)
    page.close()


def is_engine(path: str) -> bool:
    """Whether a file belongs to the engine: the runtime, the element, the compiled trees."""
    return path.startswith(ENGINE)


def report(figures: dict[str, Figures]) -> None:
    """Print medians, spans and ratios."""
    ours, stock = figures["ours"], figures["stock"]
    print(f"\nTo the first engine answer, medians of {RUNS} runs (least - most):\n")
    print(f"{'':24}{'this site':>36}{'stock loadPyodide':>36}{'ratio':>8}")
    for name in ("first", "later"):
        line(f"{name}, from navigation", getattr(ours, name), getattr(stock, name))
    for name in ("first", "later"):
        start = f"{name}_start"
        line(f"{name}, from start, ms", getattr(ours, start), getattr(stock, start))
    line("bytes to the engine", ours.engine, stock.engine)
    line("later, bytes to it", ours.later_bytes, stock.later_bytes)
    line("bytes of the whole page", ours.total, stock.total)


def line(title: str, ours: list[float] | list[int], stock: list[float] | list[int]) -> None:
    """Print one comparison."""
    cells = [f"{median(one):,.0f} ({min(one):,.0f} - {max(one):,.0f})" for one in (ours, stock)]
    ratio = f"{median(ours) / median(stock):.2f}" if median(stock) else "-"
    print(f"{title:24}{cells[0]:>36}{cells[1]:>36}{ratio:>8}")
