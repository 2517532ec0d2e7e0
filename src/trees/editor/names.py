"""Names: of questions, outcomes, values, options, sources and trees; and places that mention them.

Boundary: values, and what one file defines.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from typing import Literal, NamedTuple

from trees.authoring.findings import Span
from trees.authoring.source import MapNode, Node, TextNode

type Sort = Literal["node", "value", "option", "source", "tree"]


class Name(NamedTuple):
    """What a word stands for. ``tree`` owns it; an option is called ``question.option``."""

    sort: Sort
    tree: str
    id: str


class Mention(NamedTuple):
    """A place that mentions a name; the one that ``defines`` it, or any other."""

    name: Name
    span: Span
    defines: bool = False


@dataclass(frozen=True)
class TreeNames:
    """The names that one file defines, each with what stands under it."""

    id: str
    path: str
    root: MapNode

    @cached_property
    def questions(self) -> Mapping[str, Node]:
        """The questions."""
        return self._under("questions")

    @cached_property
    def outcomes(self) -> Mapping[str, Node]:
        """The outcomes."""
        return self._under("outcomes")

    @cached_property
    def values(self) -> Mapping[str, Node]:
        """The values."""
        return self._under("values")

    def options(self, question: str) -> Mapping[str, Node]:
        """Return the options of a question; of the short form, `yes` and `no`."""
        node = self.questions.get(question)
        if not isinstance(node, MapNode):
            return {}
        return _entries(node.get("options")) or {
            word: node.entries[word].node for word in ("yes", "no") if word in node.entries
        }

    def text(self, *path: str) -> str:
        """Return the text at the end of a path of keys, on one line; empty where there is none."""
        node: Node | None = self.root
        for step in path:
            node = node.get(step) if isinstance(node, MapNode) else None
        return " ".join(node.value.split()) if isinstance(node, TextNode) else ""

    def _under(self, key: str) -> Mapping[str, Node]:
        return _entries(self.root.get(key))


def _entries(node: Node | None) -> Mapping[str, Node]:
    found = node.entries.items() if isinstance(node, MapNode) else ()
    return {name: entry.node for name, entry in found}


def tree_of(path: str) -> str:
    """Return the name of the tree that a file holds."""
    return PurePosixPath(path).stem
