"""What the check costs, proof included, beside yamllint and check-jsonschema on the same file.

Boundary: measures, and returns tables. All are commands that read one file, or two versions of one,
and end, in turns. What is compared is the processor time that each takes, since the machine may
have other work.
"""

from __future__ import annotations

import os
import re
import resource
import subprocess
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from benchmarks.figures import Table, ratio, spread, verdict
from benchmarks.many_questions import large_tree

ROOT = Path(__file__).parents[1]
BIN = ROOT / ".venv" / "bin"
SIZES = (1_000, 10_000, 100_000)
COMPARED = 10_000
QUARTER, SHELL = 0.25, 0.3
#: How often two versions are compared at most: that takes a while.
DIFFS = 3
#: Python keeps compiled modules, as it does for whoever uses these commands every day.
ENVIRONMENT = {
    name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
}
#: Loads a folder, and prints how many ways its tree has, or what was found. The limits of the
#: command would refuse the largest file.
LOAD = """import gc, sys; gc.disable()
from pathlib import Path
from trees.authoring.project import load
from trees.authoring.source import Limits
made = load(Path(sys.argv[1]), limits=Limits(10**9, 20, 10**9))
print(f"{made.certificates['large'].ways:.1e}" if not made.findings else made.findings[0])"""


def measure(runs: int) -> list[Table]:
    """Measure the check beside its peers, and how its cost grows."""
    with tempfile.TemporaryDirectory() as place:
        folders = {size: Path(place) / str(size) for size in SIZES}
        for size, folder in folders.items():
            folder.mkdir()
            (folder / "large.yaml").write_text(large_tree(size), "utf-8")
        return [
            compared(folders[COMPARED] / "large.yaml", runs),
            differed([folders[size] / "large.yaml" for size in SIZES[:2]], min(runs, DIFFS)),
            grown(folders),
        ]


def compared(file: Path, runs: int) -> Table:
    """Compare what each command takes for the same tree."""
    schema = file.parent.parent / "tree.schema.json"
    subprocess.run([BIN / "trees", "schema", "--output", schema], check=True)
    commands: dict[str, Sequence[str | Path]] = {
        "`trees check`": [BIN / "trees", "check", file],
        "yamllint": [BIN / "yamllint", file],
        "check-jsonschema": [BIN / "check-jsonschema", "--schemafile", schema, file],
    }
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    ordinary: list[float] = []
    for command in commands.values():
        took(command)
    for _ in range(runs):
        for name, command in commands.items():
            seconds[name].append(took(command))
        ordinary.append(waited([BIN / "trees", "check", ROOT / "decision_trees" / "refund.yaml"]))
    ours, theirs = seconds["`trees check`"], seconds["yamllint"]
    return Table(
        f"The check of a tree of {COMPARED:,} questions",
        f"One file of {file.stat().st_size / 1e6:.2f} MB. The check proves it, too.",
        ("", "processor time", "`trees check` takes of it"),
        tuple((name, f"{spread(some):s}", ratio(ours, some)) for name, some in seconds.items()),
        (
            verdict("`trees check` beside yamllint", median(ours) / median(theirs), QUARTER),
            verdict("One ordinary tree, from the shell", median(ordinary), SHELL, " s"),
        ),
    )


def differed(files: Sequence[Path], runs: int) -> Table:
    """Tell what it costs to compare two versions of a tree, beside a comparison of their lines."""
    programs: dict[str, Sequence[str | Path]] = {
        "`trees diff`": [BIN / "trees", "diff"],
        "`git diff --no-index`": ["git", "diff", "--no-index"],
    }
    rows: dict[str, tuple[str, ...]] = {name: (name,) for name in programs}
    for file in files:
        new = file.parent / "changed" / file.name
        new.parent.mkdir()
        new.write_text(one_target_changed(file.read_text("utf-8")), "utf-8")
        for name, program in programs.items():
            took_ms = [took([*program, file, new]) * 1000 for _ in range(runs)]
            rows[name] = (*rows[name], f"{spread(took_ms):ms}")
    return Table(
        "The diff of two versions of a tree",
        "One target in the middle is changed. `git diff` compares text only, and says which line "
        "is another one; `trees diff` reads and proves both versions, and counts the ways that end "
        "elsewhere. No program that we know of does the same: this is what the answer costs, and "
        "no race.",
        ("processor time", *(f"{size:,} questions" for size in SIZES[: len(files)])),
        tuple(rows.values()),
    )


def one_target_changed(tree: str) -> str:
    """Return a tree in which one answer of a question in its middle leads where another does."""
    half = len(tree) // 2
    return tree[:half] + re.sub(r"yes: \S+(\n    no: (\S+))", r"yes: \2\1", tree[half:], count=1)


def grown(folders: dict[int, Path]) -> Table:
    """Tell what a question costs in trees of different sizes."""
    rows = []
    for size, folder in folders.items():
        before = used()
        command: Sequence[str | Path] = [BIN / "python", "-c", LOAD, folder]
        ways = subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
        seconds = used() - before
        rows.append((f"{size:,}", ways, f"{seconds:.1f} s", f"{seconds / size * 1e6:.0f} µs"))
    return Table(
        "The check of ever larger trees",
        "Read, checked and proven once each, in a process of its own.",
        ("questions", "ways", "processor time", "a question"),
        tuple(rows),
    )


def took(command: Sequence[str | Path]) -> float:
    """Return the processor time of a command, in seconds; what it says is thrown away."""
    before = used()
    subprocess.run(command, check=False, capture_output=True, env=ENVIRONMENT)
    return used() - before


def waited(command: Sequence[str | Path]) -> float:
    """Return how long somebody waits for a command, in seconds."""
    start = time.monotonic()
    subprocess.run(command, check=False, capture_output=True, env=ENVIRONMENT)
    return time.monotonic() - start


def used() -> float:
    """Return the processor time of all commands that have ended, in seconds."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return ended.ru_utime + ended.ru_stime
