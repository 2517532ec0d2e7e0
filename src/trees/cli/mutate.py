"""`trees mutate`: which small changes to the trees their stories would notice.

Boundary: chooses the trees and prints; the trying is authoring's.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from trees.authoring.document import Project
from trees.authoring.findings import Finding
from trees.authoring.project import load
from trees.authoring.report_formats import FORMATS
from trees.authoring.report_text import render
from trees.authoring.worth.mutation import Worth, worth

from .usage import DEFAULT_FOLDER, UsageError, add_period, folder_of, period_of


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command."""
    parser = commands.add_parser("mutate", help="say which changes no scenario would notice")
    parser.add_argument("trees", nargs="*", metavar="TREE", help="names of trees; all, if none")
    parser.add_argument("--folder", type=Path, default=DEFAULT_FOLDER, help="the content folder")
    parser.add_argument("--format", choices=("text", *FORMATS), default="text")
    parser.add_argument(
        "--at-least",
        type=float,
        default=0,
        metavar="PERCENT",
        help="end with 1 if fewer changes than this are noticed",
    )
    add_period(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Try the changes; 1 when too few are noticed, or a tree has errors."""
    period = period_of(arguments)
    folder = folder_of(arguments.folder)
    project = load(folder, Path())
    broken = [finding for findings in project.broken.values() for finding in findings]
    if broken:
        print(render(broken, project.texts, color=sys.stdout.isatty()))
        return 1
    found = worth(project, period, _wanted(arguments.trees, project, folder))
    findings = [finding for one in found for finding in one.findings]
    _print(findings, project, arguments.format)
    for one in found:
        print(f"{one.tree}: {_score(one.noticed, one.tried)}{_alike(one)}", file=sys.stderr)
    noticed, tried = (sum(figures) for figures in zip(*map(_figures, found), strict=True))
    print(f"together: {_score(noticed, tried)}", file=sys.stderr)
    return 1 if noticed * 100 < arguments.at_least * tried else 0


def _wanted(names: list[str], project: Project, folder: Path) -> list[str]:
    wanted = [Path(name).stem if name.endswith(".yaml") else name for name in names]
    for name in wanted:
        if name not in project.documents:
            known = ", ".join(sorted(project.documents)) or "none"
            raise UsageError(f"there is no tree {name} in {folder}; there are: {known}")
    if not project.documents:
        raise UsageError(f"there are no trees in {folder}")
    return wanted or list(project.documents)


def _print(findings: list[Finding], project: Project, how: str) -> None:
    if how != "text":
        print(FORMATS[how](findings))
    elif findings:
        print(render(findings, project.texts, color=sys.stdout.isatty()))


def _figures(one: Worth) -> tuple[int, int]:
    return one.noticed, one.tried


def _score(noticed: int, tried: int) -> str:
    share = noticed / tried if tried else 1
    return f"{noticed} of {tried} changes noticed ({share:.1%})"


def _alike(one: Worth) -> str:
    return f", {one.alike} make no difference to any reader" if one.alike else ""
