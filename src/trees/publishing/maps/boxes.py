"""The boxes of a map: what stands in each, in which lines, and how large that makes it.

Boundary: a graph in, sizes in px out; where boxes lie is decided elsewhere. The answers to a
question stand within its box, a row for each way on, so that no label ever lies on a line or on
another label.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..graph import Edge, Graph, Node
from ..words import Words
from .lines import lines

WIDTH = 188
MARGIN = 12
TITLE, ANSWER, NOTE = 14, 13, 12
#: The height of a line by the size of its letters.
LEADING = {TITLE: 18, ANSWER: 17, NOTE: 16}
MOST_LINES = 3
#: Room above and below the words of a head, and of a row.
HEAD_PAD, ROW_PAD = 12, 7
ICON = 18
#: A title in bold letters needs more room than one in plain ones.
BOLD = 1.1


@dataclass(frozen=True, slots=True)
class Text:
    """Lines that begin at the same place: their baselines, in px from the top of the box."""

    x: int
    size: int
    lines: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """The answers that lead to one other node."""

    target: str
    top: int
    height: int
    text: Text


@dataclass(frozen=True, slots=True)
class Box:
    """A node: its words above, and below them a row for each way on."""

    node: Node
    head: int
    note: Text | None
    title: Text
    rows: tuple[Row, ...] = ()

    @property
    def height(self) -> int:
        """How high it is; all boxes are ``WIDTH`` wide."""
        return self.head + sum(row.height for row in self.rows)


def boxes(graph: Graph, words: Words) -> tuple[Box, ...]:
    """Return the boxes of a graph, in the order of its nodes."""
    return tuple(_box(node, graph.exits[node.id], words) for node in graph.nodes)


def note_of(node: Node, words: Words) -> str:
    """Return what is said above a node's title: the verdict, or that the way goes on elsewhere."""
    if node.kind == "outcome":
        return words[f"verdict.{node.verdict}"]
    return words["map-goes-on"] if node.kind == "tree" else ""


def _box(node: Node, edges: tuple[Edge, ...], words: Words) -> Box:
    top = HEAD_PAD
    noted = note_of(node, words)
    note = _text(noted, NOTE, top, indent=ICON + 6, most=2) if noted else None
    top = _end(note) + 3 if note else top
    title = _text(node.title, TITLE, top)
    head = _end(title) + HEAD_PAD
    return Box(node, head, note, title, tuple(_rows(edges, head)))


def _rows(edges: tuple[Edge, ...], top: int) -> Iterator[Row]:
    for edge in edges:
        text = _text(" · ".join(edge.answers), ANSWER, top + ROW_PAD)
        height = _end(text) + ROW_PAD - top
        yield Row(edge.target, top, height, text)
        top += height


def _text(said: str, size: int, top: int, *, indent: int = 0, most: int = MOST_LINES) -> Text:
    x = MARGIN + indent
    room = (WIDTH - x - MARGIN) / (1 if size == ANSWER else BOLD)
    found = lines(said, size, room, most) or ("",)
    leading = LEADING[size]
    first = top + round(leading * 0.76)
    return Text(x, size, tuple((first + at * leading, line) for at, line in enumerate(found)))


def _end(text: Text) -> int:
    """Return where a text's last line ends."""
    leading = LEADING[text.size]
    return text.lines[-1][0] - round(leading * 0.76) + leading
