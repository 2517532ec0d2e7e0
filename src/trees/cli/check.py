"""`trees check`: every finding of every tree, at once.

Boundary: chooses the files and prints; the checking is authoring's.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from trees.authoring.document import Project
from trees.authoring.findings import Finding
from trees.authoring.project import SOURCES, load
from trees.authoring.report_text import render

from .usage import DEFAULT_FOLDER, UsageError, folder_of


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
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Check the paths; 0 when there is nothing to report, else 1."""
    found = 0
    for folder, files in _by_folder(arguments.paths).items():
        project = load(folder, Path())
        _need_trees(project, folder)
        findings = _about(project, files)
        found += len(findings)
        if findings:
            print(render(findings, project.texts, color=sys.stdout.isatty()))
        print(_summary(project, findings), file=sys.stderr)
    return 1 if found else 0


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


def _about(project: Project, files: list[Path]) -> list[Finding]:
    wanted = {file.resolve() for file in files}
    return [
        finding
        for finding in project.findings
        if not wanted or Path(finding.span.path).resolve() in wanted
    ]


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
