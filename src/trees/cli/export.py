"""`trees export`: one tree, or all of them, as one HTML file that works from disk.

Boundary: chooses the trees and writes the file; what stands in it is publishing's.
"""

from __future__ import annotations

import argparse
import os
import sys
from contextlib import suppress
from datetime import date
from pathlib import Path
from tempfile import NamedTemporaryFile

from trees.authoring.document import Project
from trees.authoring.project import load
from trees.authoring.report_text import render
from trees.publishing import assets, kit
from trees.publishing.languages import words_of_project
from trees.publishing.localised import Edition, edition
from trees.publishing.one_file import About, OneFile, OneFiles
from trees.publishing.words import ENGLISH

from .mkdocs_settings import Settings, settings_beside
from .usage import DEFAULT_FOLDER, UsageError, folder_of, iso_date


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command."""
    parser = commands.add_parser("export", help="write trees into one HTML file")
    parser.add_argument("tree", nargs="?", help="the name of a tree, or its file")
    parser.add_argument("--all", action="store_true", help="all trees, with a list of them first")
    parser.add_argument("--out", type=Path, metavar="FILE", help="what to write; else TREE.html")
    parser.add_argument("--folder", type=Path, default=DEFAULT_FOLDER, help="the content folder")
    parser.add_argument("--name", help="whose trees these are; else site_name of mkdocs.yml")
    parser.add_argument("--note", help="a sentence at the end; else copyright of mkdocs.yml")
    parser.add_argument(
        "--site", type=_address, help="where newer ones are; else site_url of mkdocs.yml"
    )
    parser.add_argument(
        "--day", type=iso_date, help="the day that the file says it is of; else today"
    )
    parser.add_argument("--language", help="the language, such as es; else English")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write one file; 1 when a tree has errors."""
    folder, name = _place(arguments)
    project = load(folder, Path())
    if project.broken:
        errors = [finding for found in project.broken.values() for finding in found]
        print(render(errors, project.texts, color=sys.stdout.isatty()))
        return 1
    _need(project, folder, name)
    out = arguments.out or Path(f"{name or 'all-guides'}.html")
    files = _files(project, arguments, settings_beside(folder))
    made = files.of_tree(name) if name else files.of_all()
    write(out, made)
    print(f"{out}: {made.size / 1e6:.1f} MB", file=sys.stderr)
    return 0


def _address(text: str) -> str:
    if text and not text.lower().startswith(("https://", "http://")):
        raise argparse.ArgumentTypeError(f"{text} is not an address like https://example.org/")
    return text


def _place(arguments: argparse.Namespace) -> tuple[Path, str]:
    """Return the content folder, and the tree; no name stands for all of them."""
    if bool(arguments.tree) == arguments.all:
        raise UsageError("name one tree to export, or say --all")
    path = Path(arguments.tree or "")
    if path.suffix == ".yaml":
        return folder_of(path), path.stem
    return folder_of(arguments.folder), arguments.tree or ""


def _need(project: Project, folder: Path, name: str) -> None:
    if not project.documents:
        raise UsageError(f"there are no trees in {folder}: no file there ends in .yaml")
    if name and name not in project.documents:
        known = ", ".join(sorted(project.documents))
        raise UsageError(f"there is no tree {name} in {folder}; there are: {known}")


def _files(project: Project, arguments: argparse.Namespace, site: Settings) -> OneFiles:
    parts = kit.read(assets.browser())
    if parts is None:
        raise UsageError(
            "the engine for the browser is not built; run `python -m trees.browser.runtime`"
        )
    about = About(
        name=site.name if arguments.name is None else arguments.name,
        # Only the command reads the clock: publishing is told what day it is.
        day=arguments.day or date.today(),  # noqa: DTZ011  the day where it is saved
        note=site.note if arguments.note is None else arguments.note,
        address=site.address if arguments.site is None else arguments.site,
        repository=site.repository,
    )
    said = _edition(project, arguments.language)
    return OneFiles(said.documents, said.sources, parts, about, said.words, said.originals)


def _edition(project: Project, language: str | None) -> Edition:
    """Return what the trees say in a language."""
    if language in (None, ENGLISH["language"]):
        return Edition(ENGLISH, project.documents, project.sources, {})
    translation = project.translations.get(language)
    if translation is None:
        known = ", ".join(sorted(project.translations)) or "none"
        raise UsageError(f"there are no translations into {language}; there are: {known}")
    words = words_of_project(project, language, [])
    return edition(project.documents, project.sources, translation, words)


def write(out: Path, made: OneFile) -> None:
    """Write a file whole or not at all: whatever lay there stays until the new one is complete."""
    if out.is_dir():
        raise UsageError(f"{out} is a folder; name a file in it")
    if not out.parent.is_dir():
        raise UsageError(f"there is no folder {out.parent} to write {out.name} into")
    fresh: Path | None = None
    try:
        with NamedTemporaryFile(
            dir=out.parent, prefix=f".{out.name}.", suffix=".new", delete=False
        ) as file:
            fresh = Path(file.name)
            file.writelines(made.parts)
        fresh.chmod(0o666 & ~_mask())
        fresh.replace(out)
    except OSError as error:
        if fresh:
            with suppress(OSError):
                fresh.unlink()
        raise UsageError(f"cannot write {out}: {error.strerror}") from None


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
