"""`trees check`: every finding of every tree, at once.

Boundary: chooses the files and prints; the checking is authoring's.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from trees.authoring.document import Project
from trees.authoring.findings import Finding
from trees.authoring.project import SOURCES, load
from trees.authoring.report_formats import FORMATS
from trees.authoring.report_text import render
from trees.authoring.style import advice

from .usage import DEFAULT_FOLDER, UsageError, folder_of, iso_date


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command."""
    parser = commands.add_parser("check", help="check trees and report every finding")
    parser.add_argument(
        "paths",
        nargs="*",
        type=Path,
        default=[DEFAULT_FOLDER],
        help="folders, or single files (their neighbours are read too)",
    )
    parser.add_argument("--format", choices=("text", *FORMATS), default="text")
    parser.add_argument(
        "--coverage", action="store_true", help="show what no scenario picks or takes, too"
    )
    parser.add_argument(
        "--fix", action="store_true", help="mend what has exactly one right mend, then check"
    )
    parser.add_argument(
        "--diff", action="store_true", help="with --fix: show the mends, and write nothing"
    )
    parser.add_argument(
        "--today", type=iso_date, help="the day that tells whether sources are stale; else today"
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Check the paths; 0 when there is nothing to report but advice, else 1."""
    today = arguments.today or date.today()  # noqa: DTZ011  the author's own day
    findings: list[Finding] = []
    texts: dict[str, str] = {}
    if arguments.diff and not arguments.fix:
        raise UsageError("--diff shows what --fix would do: say both")
    folders = _by_folder(arguments.paths)
    if arguments.fix and not _fix(folders, today, show=arguments.diff):
        return 1
    for folder, files in folders.items():
        names = {file.stem for file in files}
        project = load(folder, Path(), translated=names)
        _need_trees(project, folder)
        found = sorted(_about([*project.findings, *advice(project, today, names)], files))
        summary = [_summary(project, found)]
        if arguments.coverage:
            figures, missed = _coverage(project, files)
            found, summary = [*found, *missed], [*figures, *summary]
        findings += found
        texts |= project.texts
        print("\n".join(summary), file=sys.stderr)
    _print(findings, texts, arguments.format)
    return 1 if any(finding.severity != "advice" for finding in findings) else 0


def _fix(folders: dict[Path, list[Path]], today: date, *, show: bool) -> bool:
    from .fix import fix  # noqa: PLC0415  the check alone starts without it

    return fix(folders, today, show=show)


def _print(findings: list[Finding], texts: dict[str, str], how: str) -> None:
    if how != "text":
        print(FORMATS[how](findings))
    elif findings:
        print(render(findings, texts, color=sys.stdout.isatty()))


def _by_folder(paths: list[Path]) -> dict[Path, list[Path]]:
    """Group paths by content folder; an empty list stands for the whole folder."""
    folders: dict[Path, list[Path]] = {}
    for path in paths:
        files = folders.setdefault(folder_of(path), [])
        if path.is_file():
            files.append(_tree_file(path))
    return {folder: [] if folder in paths else files for folder, files in folders.items()}


def _tree_file(path: Path) -> Path:
    """Refuse a file that no check would ever read: its silence would look like praise."""
    if path.suffix in (".yaml", ".yml"):
        return path
    raise UsageError(f"{path} is not a tree: the name of a tree's file ends in .yaml")


def _need_trees(project: Project, folder: Path) -> None:
    """Refuse a folder in which there is nothing to check."""
    if not project.findings and all(Path(path).name == SOURCES for path in project.texts):
        raise UsageError(f"there are no trees in {folder}: no file there ends in .yaml")


def _about(findings: Iterable[Finding], files: list[Path]) -> list[Finding]:
    """Choose what is about some files and their translations; of no files, all of it."""
    wanted = {file.resolve() for file in files}
    if not wanted:
        return list(findings)
    at = ((finding, Path(finding.span.path).resolve()) for finding in findings)
    return [one for one, path in at if wanted & {path, path.parent.parent / path.name}]


def _coverage(project: Project, files: list[Path]) -> tuple[list[str], list[Finding]]:
    """Return what the stories pass, tree by tree, and findings of what they miss."""
    from trees.authoring.worth.coverage import coverage  # noqa: PLC0415  as for `--fix`

    found = coverage(project)
    names = {file.stem for file in files}
    figures = [
        f"{one.tree}: stories reach {_share(one.outcomes)} outcomes, pick {_share(one.options)}"
        f" options, take {_share(one.branches)} branches"
        for one in found
        if not names or one.tree in names
    ]
    return figures, _about([finding for one in found for finding in one.findings], files)


def _share(figures: tuple[int, int]) -> str:
    return f"{figures[0]} of {figures[1]}"


def _summary(project: Project, findings: list[Finding]) -> str:
    documents = project.documents.values()
    counts = [
        _count(len(documents), "sound tree"),
        _count(sum(len(document.questions) for document in documents), "question"),
        _count(sum(len(document.outcomes) for document in documents), "outcome"),
        _count(sum(len(document.scenarios) for document in documents), "scenario"),
    ]
    return f"{', '.join(counts)}: {_count(len(findings), 'finding') if findings else 'no findings'}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
