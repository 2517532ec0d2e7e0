"""Graphviz, asked where things of given sizes belong.

Boundary: the only module that imports pygraphviz, which brings Graphviz and is an extra. Graphviz
is told sizes alone, never a text: it needs no fonts, and nothing that an author wrote reaches it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec

#: The room between columns, and between the things of one, in px.
BETWEEN_COLUMNS, BETWEEN = 50, 16
PER_INCH = 72
CELL = '<TR><TD FIXEDSIZE="TRUE" WIDTH="{}" HEIGHT="{}" PORT="p{}"></TD></TR>'
TABLE = '<<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0">{}</TABLE>>'
SETTINGS = (
    f"rankdir=LR; nodesep={BETWEEN / PER_INCH:.3f}; ranksep={BETWEEN_COLUMNS / PER_INCH:.3f}; "
    "splines=false; node [shape=plain];"
)

type Point = tuple[float, float]


class NoGraphviz(Exception):
    """The extra is missing; the message says how to mend that."""


def can_draw() -> bool:
    """Say whether the extra is there."""
    return find_spec("pygraphviz") is not None


@dataclass(frozen=True, slots=True)
class Link:
    """What leads from a cell of one thing to another thing; the heavier, the straighter."""

    source: str
    cell: int
    target: str
    weight: int


def arrange(
    things: Mapping[str, Sequence[int]],
    width: int,
    links: Sequence[Link],
    columns: Sequence[Sequence[str]] = (),
) -> dict[str, Point]:
    """Return the middle of each thing in px, to the right and down from where they begin.

    A thing is as high as its cells together, which are given from above. All are equally wide.
    ``columns`` says what shall stand above each other, where that is known.

    Raises:
        NoGraphviz: without the extra.
    """
    try:
        from pygraphviz import AGraph  # noqa: PLC0415  an extra that may be missing
    except ModuleNotFoundError as error:
        raise NoGraphviz(
            f"pictures need {error.name}; install it with: pip install 'mkdocs-decision-trees[map]'"
        ) from None
    names = {thing: f"n{at}" for at, thing in enumerate(things)}
    same = [f"{{rank=same; {' '.join(names[one] for one in column)}}}" for column in columns]
    drawn = AGraph(string=f"digraph {{{' '.join([*_dot(things, width, links, names), *same])}}}")
    try:
        drawn.layout("dot")
        middles = {thing: drawn.get_node(name).attr["pos"] for thing, name in names.items()}
    finally:
        drawn.close()
    return _from_upper_left(things, width, middles)


def _from_upper_left(
    things: Mapping[str, Sequence[int]], width: int, middles: Mapping[str, str]
) -> dict[str, Point]:
    """Read points, which Graphviz counts upwards."""
    split = {thing: at.split(",") for thing, at in middles.items()}
    points = {thing: (float(x), float(y)) for thing, (x, y) in split.items()}
    left = min(x for x, _ in points.values()) - width / 2
    top = max(y + sum(things[thing]) / 2 for thing, (_, y) in points.items())
    return {thing: (x - left, top - y) for thing, (x, y) in points.items()}


def _dot(
    things: Mapping[str, Sequence[int]], width: int, links: Sequence[Link], names: Mapping[str, str]
) -> Iterator[str]:
    yield SETTINGS
    for thing, heights in things.items():
        cells = (CELL.format(width, height, at) for at, height in enumerate(heights))
        yield f"{names[thing]} [label={TABLE.format(''.join(cells))}];"
    for link in links:
        ends = f"{names[link.source]}:p{link.cell}:e -> {names[link.target]}:p0:w"
        yield f"{ends} [weight={link.weight}];"
