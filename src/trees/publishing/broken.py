"""Files with errors, sorted by the page that shows them while somebody edits.

Boundary: findings arrive as text; which file is a tree is told by where it lies.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from .addresses import INDEX

#: The names that no tree can have: its page, or its file, is another's.
NO_TREES = frozenset({"sources", INDEX})


@dataclass(frozen=True, slots=True)
class Broken:
    """A tree's file that has errors: its path, and the findings as text."""

    path: str
    findings: str


def broken_files(shown: Mapping[str, str], folder: str) -> tuple[dict[str, Broken], str]:
    """Sort findings, rendered by path, into those of trees and those of other files."""
    paths = {path: PurePosixPath(path) for path in shown}
    trees = {
        at.stem: Broken(path, shown[path])
        for path, at in paths.items()
        if at.parent == PurePosixPath(folder) and at.suffix == ".yaml" and at.stem not in NO_TREES
    }
    ours = {broken.path for broken in trees.values()}
    return trees, "\n\n".join(text for path, text in shown.items() if path not in ours)
