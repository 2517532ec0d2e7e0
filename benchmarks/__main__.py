"""Runs the benchmarks that are named, or all."""

from __future__ import annotations

import sys
from collections.abc import Callable

from benchmarks import startup

BENCHMARKS: dict[str, Callable[[], None]] = {"startup": startup.main}


def main(names: list[str]) -> int:
    """Run each in turn; an unknown name is answered with those that there are."""
    unknown = [name for name in names if name not in BENCHMARKS]
    if unknown:
        print(f"There is no benchmark {unknown[0]!r}; there are: {', '.join(BENCHMARKS)}.")
        return 2
    for name in names or BENCHMARKS:
        BENCHMARKS[name]()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
