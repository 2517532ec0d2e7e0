"""Where the boxes of a map lie, and how lines lead between them.

Boundary: Graphviz (``graphviz.py``) says which column a box stands in, and how high; what is drawn
of that is decided here. A line turns only between two columns. Where it passes a column it runs
level, in a lane that is kept free for it: so it never runs through a box.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from .boxes import WIDTH, Box, Row
from .graphviz import Link, Point, arrange

MARGIN = 16
#: The height of a lane.
LANE = 8
#: How near to the corners of a box its lines may enter.
ENTRY = 16
#: Larger trees make pictures that nobody can read, and take long.
MOST_BOXES = 200
#: The first way leads straight on, which lets most maps begin in their upper left corner, where
#: reading begins; so do lanes.
STRAIGHT, EVEN = 8, 1


class TooLarge(Exception):
    """The tree has too many nodes; the message says how many."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line from a row to a box: it leaves a column, enters the next, leaves that, and so on."""

    source: str
    target: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """Boxes with their upper left corners, columns from left to right; lines; the size of all."""

    boxes: tuple[tuple[Box, Point], ...]
    lines: tuple[Line, ...]
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class _Way:
    """A row's way to another box, and the lanes between them, from left to right."""

    box: Box
    cell: int
    row: Row
    lanes: tuple[str, ...] = ()

    @property
    def links(self) -> Iterator[Link]:
        steps = list(pairwise((self.box.node.id, *self.lanes, self.row.target)))
        for at, (source, target) in enumerate(steps):
            inner = 0 < at < len(steps) - 1
            straight = inner or self.cell == 1
            yield Link(source, 0 if at else self.cell, target, STRAIGHT if straight else EVEN)


def lay_out(boxes: Sequence[Box]) -> Layout:
    """Lay out boxes whose rows say where they lead.

    Raises:
        TooLarge: where no picture could be read.
        NoGraphviz: without the extra.
    """
    if len(boxes) > MOST_BOXES:
        raise TooLarge(f"it has {len(boxes)} nodes; up to {MOST_BOXES} can be drawn")
    direct = [_Way(box, at, row) for box in boxes for at, row in enumerate(box.rows, 1)]
    column = _columns(_arranged(boxes, direct, ()))
    ways = [_with_lanes(way, column) for way in direct]
    standing = _standing(column, ways)
    middles = _arranged(boxes, ways, standing)
    heads = {box.node.id: box.head for box in boxes}
    corners = {box.node.id: _corner(box, middles[box.node.id]) for box in boxes}
    return Layout(
        boxes=tuple(sorted(((box, corners[box.node.id]) for box in boxes), key=lambda one: one[1])),
        lines=tuple(_line(way, heads, corners, middles) for way in ways),
        width=round(max(x for x, _ in corners.values()) + WIDTH + MARGIN),
        height=round(max(corners[box.node.id][1] + box.height for box in boxes) + MARGIN),
    )


def _arranged(
    boxes: Sequence[Box], ways: Sequence[_Way], standing: Sequence[Sequence[str]]
) -> dict[str, Point]:
    things = {box.node.id: [box.head, *(row.height for row in box.rows)] for box in boxes}
    things |= {lane: [LANE] for way in ways for lane in way.lanes}
    return arrange(things, WIDTH, [link for way in ways for link in way.links], standing)


def _columns(middles: Mapping[str, Point]) -> dict[str, int]:
    """Return the column that each thing stands in, from 0."""
    places = sorted({x for x, _ in middles.values()})
    return {name: places.index(x) for name, (x, _) in middles.items()}


def _with_lanes(way: _Way, column: Mapping[str, int]) -> _Way:
    source, target = way.box.node.id, way.row.target
    passed = range(column[source] + 1, column[target])
    return _Way(way.box, way.cell, way.row, tuple(f"{source} {target} {at}" for at in passed))


def _standing(column: Mapping[str, int], ways: Sequence[_Way]) -> list[list[str]]:
    """Return what stands in each column, lanes among it."""
    standing: list[list[str]] = [[] for _ in {*column.values()}]
    for name, at in column.items():
        standing[at].append(name)
    for way in ways:
        for at, lane in enumerate(way.lanes, column[way.box.node.id] + 1):
            standing[at].append(lane)
    return standing


def _corner(box: Box, middle: Point) -> Point:
    x, y = middle
    return round(x - WIDTH / 2) + MARGIN, round(y - box.height / 2) + MARGIN


def _line(
    way: _Way,
    heads: Mapping[str, int],
    corners: Mapping[str, Point],
    middles: Mapping[str, Point],
) -> Line:
    """Return a way's line. It enters a box by its head, as level as that allows."""
    left, top = corners[way.box.node.id]
    points: list[Point] = [(left + WIDTH, top + way.row.top + round(way.row.height / 2))]
    for lane in way.lanes:
        x, y = (round(at) + MARGIN for at in middles[lane])
        points += [(x - WIDTH / 2, y), (x + WIDTH / 2, y)]
    end, high = corners[way.row.target]
    lowest = high + heads[way.row.target] - ENTRY
    points.append((end, min(max(points[-1][1], high + ENTRY), lowest)))
    return Line(way.box.node.id, way.row.target, tuple(points))
