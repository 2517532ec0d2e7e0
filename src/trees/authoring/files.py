"""The content folder on disk: names and texts of its files.

Boundary: the only place of authoring that touches the disk. Reads nothing outside the folder.
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator
from pathlib import Path

from .findings import Finding
from .rules import bad_name, too_large, unreadable_file
from .source import Limits

#: What languages are called on the web, and folders of translations here: ``es``, ``pt-BR``.
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")


def read_folder(
    folder: Path, root: Path, limits: Limits, names: Collection[str] = ()
) -> tuple[dict[str, str], tuple[Finding, ...]]:
    """Return the text of each ``*.yaml`` of a folder by path, and what could not be read.

    With ``names``, files of other names are passed over.
    """
    texts: dict[str, str] = {}
    findings: list[Finding] = []
    for file in _entries(folder, root, findings):
        path = _shown(file, root)
        if names and file.stem not in names:
            continue
        if file.suffix == ".yml":
            findings.append(bad_name.suffix(path, file.stem))
        elif file.suffix == ".yaml":
            read = _read(file, folder, path, limits)
            if isinstance(read, Finding):
                findings.append(read)
            else:
                texts[path] = read
    return texts, tuple(findings)


def read_overlays(
    folder: Path, root: Path, limits: Limits, names: Collection[str] = ()
) -> tuple[dict[str, str], tuple[Finding, ...]]:
    """Return the same of the folders within that are named like languages."""
    texts: dict[str, str] = {}
    findings: tuple[Finding, ...] = ()
    for inner in language_folders(folder):
        read, found = read_folder(inner, root, limits, names)
        texts |= read
        findings += found
    return texts, findings


def language_folders(folder: Path) -> list[Path]:
    """Return the folders that hold translations."""
    try:
        inner = [one for one in folder.iterdir() if LANGUAGE.fullmatch(one.name) and one.is_dir()]
    except OSError:
        return []
    return sorted(inner)


def _entries(folder: Path, root: Path, findings: list[Finding]) -> Iterator[Path]:
    try:
        yield from sorted(folder.iterdir())
    except OSError:
        findings.append(
            unreadable_file.found(
                _shown(folder, root), "There is no such folder", "Name the folder with the trees."
            )
        )


def _shown(file: Path, root: Path) -> str:
    try:
        shown = os.path.relpath(file.absolute(), root.absolute())
    except ValueError:  # another drive
        return file.as_posix()
    return Path(shown).as_posix()


def _read(file: Path, folder: Path, path: str, limits: Limits) -> str | Finding:
    """Return a file's text, or why it cannot be read."""
    try:
        if not file.resolve().is_relative_to(folder.resolve()):
            return unreadable_file.outside(path)
        if not file.is_file():
            return unreadable_file.no_file(path)
        # A character takes four bytes at most: anything longer is over the limit for sure.
        if file.stat().st_size > limits.characters * 4:
            return too_large.file(path, limits.characters)
        return file.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        return unreadable_file.encoding(path, error.start)
    except (OSError, RuntimeError) as error:
        why = getattr(error, "strerror", None) or "it leads in a circle"
        return unreadable_file.found(path, f"The file cannot be read: {why}", "")
