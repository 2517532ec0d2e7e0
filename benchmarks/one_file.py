"""How large the single file of a tree is, and how soon it answers when it is opened from the disk.

Boundary: measures, and returns a table.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Playwright, sync_playwright

from benchmarks import pages
from benchmarks.browser import FAST, SLOW, Conditions, fresh_browser, wait_for
from benchmarks.figures import Table, spread, verdict
from benchmarks.startup import WATCH
from benchmarks.subjects import READY

FILES = {"one tree": (pages.TREE,), "all trees": ("--all",)}
LARGEST, LONGEST = 6e6, 2_000


def measure(runs: int) -> list[Table]:
    """Measure the file of one tree and that of all; nothing, while they cannot be made."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        files = {name: export(Path(folder), *what) for name, what in FILES.items()}
        made = {name: file for name, file in files.items() if file}
        if not made:
            print("one-file: `trees export` is not there yet, and nothing is measured.")
            return []
        found = {
            (name, conditions): [opened(playwright, file, conditions) for _ in range(runs)]
            for conditions in (FAST, SLOW)
            for name, file in made.items()
        }
        return [told({name: file.stat().st_size for name, file in made.items()}, found)]


def export(folder: Path, *what: str) -> Path | None:
    """Make a file; nothing where the command does not exist."""
    file = folder / f"{what[0].strip('-')}.html"
    command = [str(Path(sys.executable).parent / "trees"), "export", *what, "--out", str(file)]
    subprocess.run(command, cwd=pages.ROOT, check=False, capture_output=True)
    return file if file.is_file() else None


def opened(playwright: Playwright, file: Path, conditions: Conditions) -> float:
    """Return the milliseconds from opening the file to the first answer of the engine."""
    with fresh_browser(playwright, conditions) as (context, _):
        context.add_init_script(WATCH % READY)
        page = context.new_page()
        # The file of all trees opens at its list; this is the address of one of them.
        page.goto(f"{file.as_uri()}#{pages.TREE}/", wait_until="commit")
        return float(wait_for(page, "globalThis.readyAt ?? null"))


def told(sizes: dict[str, int], found: dict[tuple[str, Conditions], list[float]]) -> Table:
    """Tell sizes and times."""
    rows = tuple(
        (
            name,
            f"{size / 1e6:.2f} MB",
            *(f"{spread(found[name, conditions]):ms}" for conditions in (FAST, SLOW)),
        )
        for name, size in sizes.items()
    )
    fast = max(spread(found[name, FAST]).median for name in sizes)
    return Table(
        "One file, opened from the disk",
        "From opening the file until the engine has drawn the first question.",
        ("file", "size", FAST.name, "4× slower"),
        rows,
        (
            verdict("Size of the file of one tree", sizes["one tree"] / 1e6, LARGEST / 1e6, " MB"),
            verdict("Until it answers", fast, LONGEST, " ms"),
        ),
    )
