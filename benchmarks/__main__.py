"""Runs the benchmarks that ONLY names, or all, each with RUNS runs; writes docs/performance.md.

What a benchmark found is kept, so that a long measurement can be made piece by piece.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tools"))

from benchmarks import checking, clicks, first_view, hour, one_file, report, startup
from benchmarks.figures import Table

RUNS = 15
BENCHMARKS: dict[str, Callable[[int], list[Table]]] = {
    "first-view": first_view.measure,
    "startup": startup.measure,
    "startup-slow": startup.measure_slow,
    "clicks": clicks.measure,
    "hour": hour.measure,
    "one-file": one_file.measure,
    "checking": checking.measure,
}


def main(only: str, runs: str) -> int:
    """Run each in turn; a name or number that is none is answered with what is possible."""
    names = [name for name in only.replace(",", " ").split() if name] or [*BENCHMARKS]
    unknown = [name for name in names if name not in BENCHMARKS]
    if unknown:
        print(f"There is no benchmark {unknown[0]!r}; there are: {', '.join(BENCHMARKS)}.")
        return 2
    if not runs.isdigit() or int(runs) < 2:
        print(f"RUNS must be a number from 2 on, and it is {runs!r}.")
        return 2
    for name in names:
        start = time.monotonic()
        tables = BENCHMARKS[name](int(runs))
        if tables:
            report.keep(name, int(runs), (time.monotonic() - start) / 60, tables)
            report.write([*BENCHMARKS])
        for table in tables:
            print(f"\n{table.markdown()}\n", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(os.environ.get("ONLY", ""), os.environ.get("RUNS", str(RUNS))))
