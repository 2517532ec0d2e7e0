"""What an author has on the desk: a content folder, as saved and as typed.

Boundary: texts in, findings and structures out. A file whose YAML is broken keeps the structure
that it had last.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path, PurePosixPath

from trees.authoring.document import Project
from trees.authoring.files import read_folder
from trees.authoring.project import SOURCES, load_texts
from trees.authoring.schema.format import SOURCES as SOURCES_SHAPE
from trees.authoring.schema.format import TREE
from trees.authoring.schema.walk import Met
from trees.authoring.source import File, Limits, Node, parse
from trees.authoring.style import advice

from .index import Index


@dataclass(slots=True)
class Desk:
    """A content folder. ``typed`` holds the texts of open files, by path."""

    folder: Path
    typed: dict[str, str] = field(default_factory=dict)
    #: The last text of each file that could be read, and its structure.
    _good: dict[str, tuple[str, Node]] = field(default_factory=dict)
    #: The last index, and the texts that it was made of.
    _index: tuple[dict[str, str], Index] | None = None

    def path(self, file: Path) -> str:
        """Return how findings name a file of this folder."""
        return f"{self.folder.name}/{file.name}"

    def file(self, path: str) -> Path:
        """Return the file that a path names."""
        return self.folder / PurePosixPath(path).name

    def write(self, path: str, text: str | None) -> None:
        """Take what is typed in a file; None: it is as saved."""
        self.typed.pop(path, None)
        if text is not None:
            self.typed[path] = text.removeprefix("\ufeff").replace("\r\n", "\n")
            self.met(path, self.typed[path])

    def texts(self) -> dict[str, str]:
        """Return the text of every file: as typed, else as saved."""
        saved, _ = read_folder(self.folder, self.folder.parent, Limits())
        return {**saved, **self.typed}

    def check(self, today: date) -> Project:
        """Return what `trees check` would say if all were saved, advice included."""
        saved, findings = read_folder(self.folder, self.folder.parent, Limits())
        unread = tuple(one for one in findings if one.span.path not in self.typed)
        project = load_texts({**saved, **self.typed}, findings=unread)
        found = sorted([*project.findings, *advice(project, today)])
        return replace(project, findings=tuple(found))

    def index(self) -> Index:
        """Return all names of all files, and where they stand."""
        texts = self.texts()
        if self._index is None or self._index[0] != texts:
            met = {path: self.met(path, text) for path, text in texts.items()}
            self._index = texts, Index({path: one for path, one in met.items() if one})
        return self._index[1]

    def met(self, path: str, text: str) -> Met | None:
        """Return a file's structure with its shape: the last good one while it is broken."""
        good = self._good.get(path)
        if good is None or good[0] != text:
            root, _ = parse(File(path, text))
            if root is not None:
                good = self._good[path] = (text, root)
        return as_met(path, good[1]) if good else None

    def is_broken(self, path: str, texts: Mapping[str, str]) -> bool:
        """Whether the structure of a file is older than its text."""
        good = self._good.get(path)
        return good is None or good[0] != texts.get(path)


def as_met(path: str, root: Node) -> Met:
    """Return a file's node with the shape that it should have."""
    is_sources = PurePosixPath(path).name == SOURCES
    return Met(SOURCES_SHAPE if is_sources else TREE, root)
