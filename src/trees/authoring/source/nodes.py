"""Source nodes: what stands in a YAML file, and exactly where.

Boundary: immutable data. A text is the text that was typed: `yes`, `1.50` and `2026-01-01` are
never turned into anything else. Nodes know their offsets in the file; lines and columns, counted
from 1, are looked up when somebody asks.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from ..findings import Span
from .aligned import offsets

LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class File:
    """A file: its path relative to the project, and its text."""

    path: str
    text: str

    def span(self, start: int, end: int) -> Span:
        """Return the place of ``text[start:end]``."""
        return Span(self.path, *self._position(start), *self._position(end))

    def _position(self, index: int) -> tuple[int, int]:
        starts = _line_starts(self.text)
        line = bisect_right(starts, index)
        return line, index - starts[line - 1] + 1


@lru_cache(maxsize=4)
def _line_starts(text: str) -> list[int]:
    return [0, *(found.end() for found in LINE_END.finditer(text))]


class TextNode(NamedTuple):
    """A scalar. ``style`` is ``"`` or ``'`` for quotes, ``|`` or ``>`` for blocks, else empty."""

    file: File
    start: int
    end: int
    value: str
    style: str

    @property
    def span(self) -> Span:
        """Where the whole scalar stands."""
        return self.file.span(self.start, self.end)

    def span_of(self, start: int, end: int) -> Span:
        """Return where ``value[start:end]`` stands in the file, through quotes and folding."""
        places = _places(self)
        if places is None:
            return self.file.span(self.start + start, self.start + end)
        first = self.start + places[min(start, len(self.value))]
        last = self.start + places[min(end, len(self.value)) - 1] + 1 if end > start else first
        return self.file.span(first, max(first, last))

    @property
    def empty(self) -> bool:
        """Whether nothing was typed at all (as after ``ask:``)."""
        return not self.value and not self.style


class ListNode(NamedTuple):
    """A list."""

    file: File
    start: int
    end: int
    items: tuple[Node, ...]

    @property
    def span(self) -> Span:
        """Where the list begins."""
        return _beginning(self)


class Entry(NamedTuple):
    """A key and what stands under it."""

    key: TextNode
    node: Node


class MapNode(NamedTuple):
    """A mapping; of a key that was written twice, the first stands here."""

    file: File
    start: int
    end: int
    entries: dict[str, Entry]

    @property
    def span(self) -> Span:
        """Where the mapping begins: its first key, or the whole of it on one line."""
        return _beginning(self)

    def get(self, key: str) -> Node | None:
        """Return what stands under ``key``."""
        entry = self.entries.get(key)
        return entry.node if entry else None


@lru_cache(maxsize=16)
def _places(node: TextNode) -> list[int] | None:
    """Where each character of a text stands; None where it stands as it is."""
    source = node.file.text[node.start : node.end]
    if not node.style and source == node.value:
        return None
    return offsets(source, node.value, node.style)


def _beginning(node: ListNode | MapNode) -> Span:
    whole = node.file.span(node.start, node.end)
    line, column = whole.line, whole.column
    end = whole.end_column if whole.end_line == line else column + 1
    return Span(whole.path, line, column, line, end)


type Node = TextNode | ListNode | MapNode


def kind_word(node: Node) -> str:
    """Name what a node is, in plain words."""
    if isinstance(node, TextNode):
        return "text" if node.value or node.style else "nothing"
    return "a list" if isinstance(node, ListNode) else "a group of keys"
