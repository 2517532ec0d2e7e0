"""A layout as SVG.

Boundary: a layout in, markup out. Looks are the style sheet's; a picture that stands alone carries
the part of it that concerns maps.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from ..assets import BROWSER
from ..graph import Graph, Node
from ..templating import render
from ..words import Words
from .boxes import ICON, MARGIN, WIDTH, Box, Text, boxes, note_of
from .graphviz import Point
from .layout import Layout, Line, lay_out

STYLE = BROWSER / "style" / "13-map.css"
#: The length of an arrow's tip.
TIP = 8
#: Outlines of 24 by 24 that differ without any colour: those of the outcomes in the style sheet.
ICONS: Mapping[str, str] = {
    "stop": "M7.5 1.5h9l6 6v9l-6 6h-9l-6-6v-9ZM6.5 10.6v2.8h11v-2.8Z",
    "fix": "M12 1.5a10.5 10.5 0 1 0 10.5 10.5h-2.8A7.7 7.7 0 1 1 16.9 6.1L10.9 13 7.8 9.9 5.8 11.9 "
    "11.1 17.2 22.6 4.1 20.5 2.2 18.7 4.1A10.4 10.4 0 0 0 12 1.5Z",
    "ask": "M4 2.5h16A2.5 2.5 0 0 1 22.5 5v10.5A2.5 2.5 0 0 1 20 18h-7.5L6.5 22.5V18H4a2.5 2.5 0 0 "
    "1-2.5-2.5V5A2.5 2.5 0 0 1 4 2.5ZM6.3 6.7v2.2h11.4V6.7Zm0 4.7v2.2h7.7v-2.2Z",
    "wait": "M12 1.5a10.5 10.5 0 1 1 0 21 10.5 10.5 0 0 1 0-21ZM10.7 5.5v7.3l4.9 3.3 1.4-2.2-3.7"
    "-2.5V5.5Z",
    "safe": "M12 1.2 21.5 4.6V11c0 5.6-3.9 10-9.5 11.9C6.4 21 2.5 16.6 2.5 11V4.6ZM16.4 7.5l-5.7"
    " 6.1-2.9-2.9-1.9 1.9 4.9 4.9L18.4 9.3Z",
    "tree": "M4 10.6h11.2L10.6 6l2-2 8 8-8 8-2-2 4.6-4.6H4Z",
}


@dataclass(frozen=True, slots=True)
class Drawn:
    """A box as the template draws it; ``href`` is empty where it leads nowhere."""

    box: Box
    at: Point
    href: str
    #: What a reader hears: the note above the title, and the title as a whole.
    name: str
    icon: str

    @property
    def node(self) -> Node:
        """The node that it stands for."""
        return self.box.node

    @property
    def icon_top(self) -> int:
        """Where its icon begins, beside the first line of its note."""
        return self.box.note.lines[0][0] - ICON + 4 if self.box.note else 0


@dataclass(frozen=True, slots=True)
class Path:
    """A line as SVG writes it, and the tip of its arrow."""

    source: str
    target: str
    curve: str
    tip: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a tree: its markup, and how many columns of boxes it has."""

    svg: Markup
    columns: int


def picture(graph: Graph, words: Words, href: Callable[[Node], str]) -> Picture:
    """Draw a graph; ``href`` says where a node leads, or nothing.

    Raises:
        TooLarge: where no picture could be read.
        NoGraphviz: without the extra.
    """
    return _picture(graph, words, href, style="")


def alone(graph: Graph, words: Words) -> str:
    """Return a picture that stands alone, with its own looks and without links.

    Raises:
        TooLarge: where no picture could be read.
        NoGraphviz: without the extra.
    """
    drawn = _picture(graph, words, lambda node: "", style=STYLE.read_text("utf-8"))
    return f"{drawn.svg}\n"


def _picture(graph: Graph, words: Words, href: Callable[[Node], str], *, style: str) -> Picture:
    layout = lay_out(boxes(graph, words))
    svg = render(
        "map_picture.html",
        graph=graph,
        words=words,
        layout=layout,
        nodes=[_drawn(box, at, href(box.node), words) for box, at in layout.boxes],
        paths=[_path(line) for line in layout.lines],
        icons=_icons(layout),
        size={"box": WIDTH, "margin": MARGIN, "icon": ICON},
        texts_of=_texts_of,
        style=Markup(style),  # noqa: S704  (our own style sheet)
    )
    return Picture(svg, len({x for _, (x, _) in layout.boxes}))


def _drawn(box: Box, at: Point, href: str, words: Words) -> Drawn:
    note = note_of(box.node, words)
    name = f"{note}: {box.node.title}" if note else box.node.title
    icon = "tree" if box.node.kind == "tree" else box.node.verdict
    return Drawn(box, at, href, name, icon)


def _icons(layout: Layout) -> dict[str, str]:
    used = {box.node.verdict or box.node.kind for box, _ in layout.boxes}
    return {name: outline for name, outline in ICONS.items() if name in used}


def _path(line: Line) -> Path:
    """Turn between columns in curves that leave and arrive level; pass columns straight."""
    curve = f"M{_pair(line.points[0])}"
    *points, (x, y) = line.points
    # The line ends within the tip, lest its own end shows.
    ends = [*points, (x - TIP / 2, y)]
    turns = zip(ends[::2], ends[1::2], strict=True)
    for at, ((left, begin), (right, end)) in enumerate(turns):
        middle = (left + right) / 2
        across = f"H{left:g}" if at else ""
        curve += f"{across}C{middle:g},{begin:g} {middle:g},{end:g} {right:g},{end:g}"
    tip = f"M{x - TIP:g},{y - TIP / 2:g}L{x:g},{y:g} {x - TIP:g},{y + TIP / 2:g}Z"
    return Path(line.source, line.target, curve, tip)


def _pair(point: Point) -> str:
    return f"{point[0]:g},{point[1]:g}"


def _texts_of(box: Box) -> list[tuple[str, Text]]:
    """Return the texts of a box's head with their classes."""
    note = [("dt-map-note", box.note)] if box.note else []
    return [*note, ("dt-map-title", box.title)]
