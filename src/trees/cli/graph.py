"""`trees graph`: a tree as a picture, or for other tools.

Boundary: names and files in, text out; what it holds is made in publishing.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from trees.authoring.document import Project
from trees.authoring.project import load
from trees.authoring.report_text import render
from trees.publishing.graph import Graph, graph
from trees.publishing.graph_texts import dot, mermaid
from trees.publishing.maps.drawing import alone
from trees.publishing.maps.graphviz import NoGraphviz
from trees.publishing.maps.layout import TooLarge
from trees.publishing.words import ENGLISH

from .usage import DEFAULT_FOLDER, UsageError, folder_of

FORMATS: dict[str, Callable[[Graph], str]] = {
    "svg": lambda drawn: alone(drawn, ENGLISH),
    "mermaid": mermaid,
    "dot": dot,
}


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command."""
    parser = commands.add_parser("graph", help="draw a tree, or write it for Mermaid or Graphviz")
    parser.add_argument("tree", help="the name of a tree, or its file")
    parser.add_argument("--format", choices=tuple(FORMATS), default="svg")
    parser.add_argument("--out", type=Path, metavar="FILE", help="else it is printed")
    parser.add_argument("--folder", type=Path, default=DEFAULT_FOLDER, help="the content folder")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write one tree; 1 when its file has errors."""
    file = Path(arguments.tree)
    is_file = file.suffix == ".yaml"
    folder = folder_of(file) if is_file and len(file.parts) > 1 else folder_of(arguments.folder)
    name = file.stem if is_file else arguments.tree
    project = load(folder, Path())
    if name not in project.documents:
        return _refuse(project, folder, name)
    drawn = graph(project.documents[name], ENGLISH, lambda other: _title(project, other))
    try:
        text = FORMATS[arguments.format](drawn)
    except (NoGraphviz, TooLarge) as error:
        raise UsageError(f"{name} cannot be drawn: {error}") from None
    return _write(text, arguments.out)


def _title(project: Project, name: str) -> str:
    document = project.documents.get(name)
    return document.tree.title if document else name


def _refuse(project: Project, folder: Path, name: str) -> int:
    errors = {Path(path).stem: found for path, found in project.broken.items()}
    if name not in errors:
        known = ", ".join(sorted(project.documents)) or "none"
        raise UsageError(f"there is no tree {name} in {folder}; there are: {known}")
    print(render(list(errors[name]), project.texts, color=sys.stderr.isatty()), file=sys.stderr)
    return 1


def _write(text: str, out: Path | None) -> int:
    if out is None:
        print(text, end="")
        return 0
    try:
        out.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise UsageError(f"{out} cannot be written: {error.strerror}") from None
    return 0
