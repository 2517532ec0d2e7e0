"""A version of the trees: a folder, a file, or a git revision.

Boundary: reads texts, changes nothing. A revision is read from git's objects, never checked out;
git is called without a shell, and what is passed to it cannot be taken for an option.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

from trees.authoring.document import Project
from trees.authoring.files import read_folder
from trees.authoring.findings import Finding
from trees.authoring.project import load, load_texts
from trees.authoring.rules import too_large
from trees.authoring.source import Limits

from .usage import UsageError, folder_of

#: How git is told that what follows is a name, even if it begins with a dash.
NAMES = "--end-of-options"


def version(name: str, folder: Path, called: str = "") -> Project:
    """Return the checked trees of a version.

    ``folder`` is the content folder that is read of a git revision. A single file is read with the
    files beside it, under the name ``called`` if it is given.

    Raises:
        UsageError: there is no such file, folder or revision.
    """
    path = Path(name)
    if path.is_dir():
        return load(path, Path())
    if path.is_file():
        return _file(path, called or path.name)
    return _revision(name, folder)


def _file(path: Path, called: str) -> Project:
    if path.suffix != ".yaml":
        raise UsageError(f"{path} is not a tree: the name of a tree's file ends in .yaml")
    if called == path.name:
        return load(folder_of(path), Path())
    texts, findings = read_folder(folder_of(path), Path(), Limits())
    own = next((shown for shown in texts if Path(shown).name == path.name), None)
    if own is None:
        return load(folder_of(path), Path())
    beside = {shown: text for shown, text in texts.items() if Path(shown).name != called}
    text = beside.pop(own, texts[own])
    return load_texts({**beside, Path(own).with_name(called).as_posix(): text}, None, findings)


def _revision(name: str, folder: Path) -> Project:
    commit = _git(folder, "rev-parse", "--verify", "--quiet", NAMES, f"{name}^{{commit}}").strip()
    if not commit:
        raise UsageError(f"there is no file, folder or git revision {name}")
    texts: dict[str, str] = {}
    findings: list[Finding] = []
    limit = Limits().characters
    for file, size in _files(folder, commit):
        path = (folder / file).as_posix()
        # A character takes four bytes at most.
        if size > limit * 4:
            findings.append(too_large.file(path, limit))
        else:
            texts[path] = _git(folder, "show", f"{commit}:./{file}")
    if not texts:
        raise UsageError(f"there are no trees in {folder} at {name}")
    return load_texts(texts, None, tuple(findings))


def _files(folder: Path, commit: str) -> Iterator[tuple[str, int]]:
    """Return the trees that a commit holds in a folder, with their sizes in bytes."""
    for line in _git(folder, "ls-tree", "-z", "--long", commit, "--", "./").split("\0"):
        facts, _, file = line.partition("\t")
        size = facts.split()[-1] if facts else "-"
        if file.endswith(".yaml") and size.isdecimal():
            yield file, int(size)


def _git(folder: Path, *words: str) -> str:
    """Return what git prints about a folder; nothing where it refuses."""
    command = ("git", "-C", str(folder_of(folder)), *words)
    try:
        done = subprocess.run(command, capture_output=True, check=False)
    except OSError:
        raise UsageError("git is needed to read a revision, and is not installed") from None
    text = done.stdout.decode("utf-8", "replace").replace("\r\n", "\n")
    return "" if done.returncode else text
