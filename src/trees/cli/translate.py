"""`trees translate`: the files of a language, with every text and what is still to do.

Boundary: reads and writes files and prints; what stands in them is authoring's. It translates
nothing: that is for people.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path, PurePosixPath

from trees.authoring.files import LANGUAGE, read_folder, read_overlays
from trees.authoring.findings import Finding
from trees.authoring.project import load
from trees.authoring.reading.languages import ORIGINAL
from trees.authoring.report_text import render
from trees.authoring.source import Limits
from trees.authoring.translation.loading import SOURCES
from trees.authoring.translation.overlay import WORDS as WORDS_FILE
from trees.authoring.translation.refresh import originals, refreshed
from trees.authoring.translation.writing import Written
from trees.publishing import languages

from .fix import replace_text
from .usage import DEFAULT_FOLDER, UsageError, folder_of

#: What stands for the words of pages where trees are named.
WORDS = "words"


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command."""
    parser = commands.add_parser(
        "translate", help="write what is to be translated into a language, and what has changed"
    )
    parser.add_argument("language", help="the language, such as es or pt-BR")
    parser.add_argument(
        "trees",
        nargs="*",
        help="trees, `sources` or `words` (those of pages); all trees and sources otherwise",
    )
    parser.add_argument("--folder", type=Path, default=DEFAULT_FOLDER, help="the content folder")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the files; 1 where one of them, or an original, cannot be read."""
    language = _language(arguments.language)
    folder = folder_of(arguments.folder)
    texts, _ = read_folder(folder, Path(), Limits())
    overlays, _ = read_overlays(folder, Path(), Limits())
    findings: list[Finding] = []
    found = originals(texts, _names(arguments.trees, folder, texts), findings)
    if WORDS in arguments.trees:
        found[(folder / f"{WORDS_FILE}.yaml").as_posix()] = languages.texts_of(language)
    done = refreshed(found, overlays, language)
    findings += done.findings
    for path, file in done.files.items():
        _write(Path(path), file)
        print(_said(path, file))
    if findings:
        print(render(findings, {**texts, **overlays}, color=sys.stdout.isatty()))
    return 1 if findings else 0


def _language(word: str) -> str:
    if not LANGUAGE.fullmatch(word):
        raise UsageError(f"“{word}” is not the name of a language: write it like es or pt-BR")
    if word == ORIGINAL:
        raise UsageError(f"trees are written in {ORIGINAL}: there is nothing to translate")
    return word


def _names(words: list[str], folder: Path, texts: dict[str, str]) -> frozenset[str]:
    """Return the trees that were named, or all that are listed, with the sources."""
    if not words:
        listed = [name for name, one in load(folder, Path()).documents.items() if one.listed]
        return frozenset({*listed, SOURCES})
    known = {WORDS, *(PurePosixPath(path).stem for path in texts)}
    for word in words:
        if word not in known:
            raise UsageError(f"there is no tree {word} in {folder}")
    return frozenset(words)


def _write(path: Path, file: Written) -> None:
    try:
        if path.exists():
            replace_text(path, file.text)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(file.text, "utf-8")
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror}") from None


def _said(path: str, file: Written) -> str:
    left = [f"{file.missing} to translate"] if file.missing else []
    left += [f"{file.stale} to look at again"] if file.stale else []
    return f"{path}: {file.texts} texts, {', '.join(left) or 'all translated'}"
