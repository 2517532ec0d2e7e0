"""`trees diff`: what a new version of the trees changes for readers.

Boundary: chooses the versions and prints; the comparing is authoring's. Exit codes are those of
diff itself: 0 where all readers end as before, 1 where some end elsewhere, 2 for trouble.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from trees.authoring.diff import report_json, report_markdown, report_text
from trees.authoring.diff.comparison import Comparison, compare
from trees.authoring.diff.words import summary
from trees.authoring.document import Project
from trees.authoring.report_text import render

from .usage import DEFAULT_FOLDER, UsageError, add_period, period_of
from .versions import version

SAME, ELSEWHERE, TROUBLE = 0, 1, 2


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "diff",
        help="say what a new version changes for readers",
        description="Exit codes: 0 all readers end as before, 1 some end elsewhere, 2 trouble.",
    )
    parser.add_argument("old", help="a folder, a tree's file, or a git revision such as main")
    parser.add_argument("new", nargs="?", help="the same; the content folder as it is, if left out")
    parser.add_argument("--folder", type=Path, default=DEFAULT_FOLDER, help="the content folder")
    parser.add_argument("--format", choices=("text", "json", "markdown"), default="text")
    add_period(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Compare two versions."""
    period = period_of(arguments)
    new_name = arguments.new or str(arguments.folder)
    file = Path(new_name) if Path(new_name).is_file() else None
    if Path(arguments.old).is_file() != bool(file):
        raise UsageError("compare a file with a file, or folders and revisions with each other")
    old = version(arguments.old, arguments.folder, file.name if file else "")
    new = version(new_name, arguments.folder)
    comparison = compare(old, new, period, file.stem if file else "")
    _print_errors(old, new, comparison)
    _print(comparison, arguments.format)
    if comparison.broken or comparison.refused:
        return TROUBLE
    return ELSEWHERE if comparison.reroutes else SAME


def _print_errors(old: Project, new: Project, comparison: Comparison) -> None:
    """Print why trees are left out: what is new comes first, since that is what can be mended."""
    for project in (new, old):
        for path, findings in project.broken.items():
            if Path(path).stem in comparison.broken:
                print(render(findings, project.texts, color=sys.stderr.isatty()), file=sys.stderr)


def _print(comparison: Comparison, how: str) -> None:
    if how == "json":
        print(json.dumps(report_json.to_json(comparison), indent=2, ensure_ascii=False))
    elif how == "markdown":
        print(report_markdown.render(comparison), end="")
    else:
        text = report_text.render(comparison)
        print(text, end="\n\n" if text else "")
    print(summary(comparison), file=sys.stderr)
