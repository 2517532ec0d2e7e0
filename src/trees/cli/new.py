"""`trees new`: a small tree that passes the check, to be changed into a real one.

Boundary: writes one file and prints what to do next; asks nothing and replaces nothing.
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from trees.authoring.fresh import fresh_tree
from trees.authoring.project import INDEX, SOURCES
from trees.authoring.schema.names import SLUG

from .usage import DEFAULT_FOLDER, UsageError

NEXT = """Wrote {file}.
Now change its texts and questions, and look at it:
  trees check {file}
  trees play {file}
When it is ready to be listed, delete the line `listed: no` and cite your sources."""


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command."""
    parser = commands.add_parser("new", help="begin a tree with one that passes the check")
    parser.add_argument("name", help="the name of the tree, such as lost-parcel")
    parser.add_argument("--folder", type=Path, default=DEFAULT_FOLDER, help="the content folder")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the file."""
    name = _name(arguments.name)
    file: Path = arguments.folder / f"{name}.yaml"
    _write(file, fresh_tree(name))
    print(NEXT.format(file=file))
    return 0


def _write(file: Path, text: str) -> None:
    if os.path.lexists(file):
        raise UsageError(f"{file} is there already; choose another name, or delete it")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8") as out:
            out.write(text)
    except OSError as error:
        raise UsageError(f"cannot write {file}: {error.strerror}") from None


def _name(word: str) -> str:
    name = word.removesuffix(".yaml")
    if not SLUG.fullmatch(name):
        raise UsageError(
            f"“{word}” cannot be the name of a tree: use small letters, digits and `-` (60 at most)"
        )
    if name in (INDEX, SOURCES.removesuffix(".yaml")):
        raise UsageError(f"no tree can be called {name}: that name is taken")
    return name
