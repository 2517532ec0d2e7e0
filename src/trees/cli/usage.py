"""Wrong usage of the command line, and the few questions that every command asks of its words.

Boundary: raises; ``main`` alone prints and chooses the exit code.
"""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from trees.authoring.files import LANGUAGE
from trees.authoring.proof.days import Period

DEFAULT_FOLDER = Path("decision_trees")


class UsageError(Exception):
    """The words of the call cannot be followed; the message says which and what would do."""


def folder_of(path: Path) -> Path:
    """Return the content folder that ``path`` is, or lies in; translations lie within it too.

    Raises:
        UsageError: there is nothing at ``path``.
    """
    if not path.exists():
        raise UsageError(f"there is no file or folder {path}")
    folder = path if path.is_dir() else path.parent
    return folder.parent if _holds_translations(folder) else folder


def _holds_translations(folder: Path) -> bool:
    """Whether a folder is named like a language, and lies beside trees."""
    beside = folder.absolute().parent.glob("*.yaml")
    return bool(LANGUAGE.fullmatch(folder.name)) and any(beside)


def iso_date(text: str) -> date:
    """Read a day given on the command line as ``2026-03-23``."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is not a day like 2026-03-23") from None


def add_period(parser: argparse.ArgumentParser) -> None:
    """Let the days of reading be chosen."""
    days = Period()
    parser.add_argument(
        "--from", dest="first", type=iso_date, default=days.first, help="first day of reading"
    )
    parser.add_argument(
        "--until", dest="last", type=iso_date, default=days.last, help="last day of reading"
    )


def period_of(arguments: argparse.Namespace) -> Period:
    """Return the days of reading that were chosen.

    Raises:
        UsageError: they end before they begin.
    """
    if arguments.first > arguments.last:
        raise UsageError(f"--from {arguments.first} comes after --until {arguments.last}")
    return Period(arguments.first, arguments.last)
