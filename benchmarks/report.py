"""Keeps what each benchmark found, and writes all of it into docs/performance.md.

Boundary: files. What was not measured this time stays as it was found last.
"""

from __future__ import annotations

import json
import os
import platform
import subprocess
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.figures import Table

ROOT = Path(__file__).parents[1]
FOUND = ROOT / ".cache" / "bench"
PAGE = ROOT / "docs" / "performance.md"
INTRODUCTION = """---
title: Performance
description: What was measured, on which machine, beside whom, losing figures included.
---

# Performance

Written by `make bench`, which anybody can run. Every comparison is made in one run on one machine,
in turns; the ratios hold elsewhere, the milliseconds do not. Figures are medians, with the
quartiles in brackets.

## How it is measured

- **Browser**: Chromium without a window, with an empty profile for each first visit. The later
  visit is made with the same profile, so that whatever the browser keeps (files, compiled code, a
  snapshot) is there.
- **Host**: one server on this machine for all pages, HTTP/1.1. What others load from elsewhere is
  answered by local copies, at addresses of that server, so that the browser keeps them as it would;
  that spares those pages the way to a third host.
- **4× slower, 9 Mbit/s**: the whole browser, workers included, runs a quarter of the time (it is
  stopped and continued every 8 ms), as the throttling of Chromium's own tools does not reach
  workers. The server sends no more than 9 Mbit/s on all connections together, and waits 40 ms
  before each answer.
- **This project**: a page of this site with its theme, search and navigation. The engine waits for
  an idle moment, as it does for readers.
- **Stock `loadPyodide`**: an empty page that asks for it at once, with the files of npm, and runs
  one line. No theme, no code of its own.
- **markdown-exec**: a page of Material for MkDocs with one `pyodide` fence, set to 314.0.7; it also
  loads micropip, an editor and a highlighter. Ready when its button "Run" works.
- **pyodide-mkdocs-theme**: a page with one editor; it brings Pyodide 0.25.0, MathJax, jQuery and a
  terminal. Ready when the hourglass goes. One library comes in a neighbouring version
  (jquery.terminal 2.43.0 for 2.43.1).
- **inkjs**: an empty page with inkjs and the texts of the same tree as a story. It runs no Python
  and proves nothing; it is here because it is the least that a story needs.

"""


@dataclass(frozen=True)
class Found:
    """What one benchmark found, and under which circumstances."""

    runs: int
    machine: str
    commit: str
    day: str
    minutes: float
    tables: tuple[Table, ...]


def keep(name: str, runs: int, minutes: float, tables: list[Table]) -> None:
    """Keep what a benchmark found until it is measured again."""
    found = Found(runs, machine(), commit(), _today(), round(minutes, 1), tuple(tables))
    FOUND.mkdir(parents=True, exist_ok=True)
    (FOUND / f"{name}.json").write_text(json.dumps(asdict(found), indent=1), encoding="utf-8")


def write(names: list[str]) -> None:
    """Write the page, in this order; what has never been measured is left out."""
    parts = [_section(name) for name in names if (FOUND / f"{name}.json").is_file()]
    PAGE.write_text(INTRODUCTION + "\n".join(parts), encoding="utf-8")


def _section(name: str) -> str:
    found = json.loads((FOUND / f"{name}.json").read_text(encoding="utf-8"))
    tables = [Table(**table) for table in found["tables"]]
    told = "\n\n".join(table.markdown() for table in tables)
    runs = "a trial only, with" if found["runs"] < 15 else "with"
    return (
        f"## {name.replace('-', ' ').capitalize()}\n\n"
        f"Measured on {found['day']} at {found['commit']} {runs} {found['runs']} runs, in "
        f"{found['minutes']} minutes: {found['machine']}.\n\n{told}\n"
    )


def machine() -> str:
    """Describe this machine in a line."""
    chip = platform.processor() or platform.machine()
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    chip = next((line.split(":")[1].strip() for line in lines if "model name" in line), chip)
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    browser = _answer("chromium", "--version").split(" built")[0]
    return (
        f"{chip}, {os.cpu_count()} cores, {memory:.0f} GB, {platform.system()} "
        f"{platform.release().split('-')[0]}, Python {platform.python_version()}, {browser}"
    )


def commit() -> str:
    """Return the short hash of what was measured, marked where files were changed."""
    changed = "+" if _answer("git", "status", "--porcelain", "--untracked-files=no") else ""
    return f"`{_answer('git', 'rev-parse', '--short', 'HEAD')}{changed}`"


def _answer(*command: str) -> str:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.strip()


def _today() -> str:
    now = datetime.now(UTC)
    return f"{now.day} {now:%B %Y}"
