"""`trees play`: walk a tree in the terminal, or replay answers into a transcript.

Boundary: reads words and prints words; where they lead is the engine's to say.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from trees.authoring.document import Project
from trees.authoring.project import load
from trees.authoring.report_text import render
from trees.engine import session
from trees.engine.session import DeadEndError, MissingTreeError, State, Step
from trees.engine.tree import Library, Question
from trees.engine.view import transcript

from .plain import problem_words
from .usage import DEFAULT_FOLDER, UsageError, folder_of, iso_date
from .walk import walk


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command."""
    parser = commands.add_parser("play", help="walk a tree in the terminal")
    parser.add_argument("tree", help="the name of a tree, or its file")
    parser.add_argument(
        "--answers",
        metavar="FILE",
        help="answers as JSON (- for standard input); prints the transcript as JSON",
    )
    parser.add_argument(
        "--today", type=iso_date, help="the day to play on, like 2026-03-23; else today"
    )
    parser.add_argument("--folder", type=Path, default=DEFAULT_FOLDER, help="the content folder")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Play one tree; 1 when its file has errors or an answer cannot be taken."""
    folder, name = _place(arguments)
    project = load(folder, Path())
    # What the proof has found can be seen by walking there.
    documents = project.walkable
    if name not in documents:
        return _refuse(project, folder, name)
    # Only this command reads the clock: the engine is told what day it is.
    today = arguments.today or date.today()  # noqa: DTZ011  the reader's own day
    library = {document.tree.id: document.tree for document in documents.values()}
    try:
        if arguments.answers:
            return _replay(library, name, _answers(arguments.answers), today)
        return walk(documents, library, name, today)
    except DeadEndError as gap:
        print(f"trees: nobody can go on here: no branch of {gap} holds", file=sys.stderr)
    except MissingTreeError as missing:
        print(f"trees: the way goes on in {missing.tree}, which has errors", file=sys.stderr)
    return 1


def _place(arguments: argparse.Namespace) -> tuple[Path, str]:
    path = Path(arguments.tree)
    if path.suffix == ".yaml":
        return folder_of(path), path.stem
    return folder_of(arguments.folder), arguments.tree


def _refuse(project: Project, folder: Path, name: str) -> int:
    """Say why a tree cannot be played: its file has errors, or there is none."""
    mine = [finding for finding in project.findings if Path(finding.span.path).stem == name]
    if not mine:
        known = ", ".join(sorted(project.documents)) or "none"
        raise UsageError(f"there is no tree {name} in {folder}; there are: {known}")
    print(render(mine, project.texts, color=sys.stdout.isatty()))
    return 1


def _answers(source: str) -> Mapping[str, Any]:
    """Read answers by question: a JSON object, or one that holds them under ``answers``."""
    try:
        text = sys.stdin.read() if source == "-" else Path(source).read_text("utf-8")
        data = json.loads(text)
    except OSError as error:
        raise UsageError(f"cannot read {source}: {error.strerror}") from None
    except ValueError as error:
        raise UsageError(f"{source} is not JSON: {error}") from None
    except RecursionError:
        raise UsageError(f"{source} is nested too deeply to hold answers") from None
    if isinstance(data, dict) and isinstance(data.get("answers"), dict):
        data = data["answers"]
    if not isinstance(data, dict):
        raise UsageError(f'{source} must hold an object like {{"who": "seller"}}')
    return data


def _replay(library: Library, name: str, answers: Mapping[str, Any], today: date) -> int:
    step = session.replay(library, State(name), today)
    while _awaits(step) in answers and not step.problem:
        step = session.answer(library, step.state, answers[_awaits(step)], today)
    if step.problem:
        print(f"trees: {_awaits(step)}: {problem_words(step.problem)}", file=sys.stderr)
        return 1
    print(json.dumps(transcript(library, step.state, today), indent=2, ensure_ascii=False))
    return 0


def _awaits(step: Step) -> str:
    return step.node.id if isinstance(step.node, Question) else ""
