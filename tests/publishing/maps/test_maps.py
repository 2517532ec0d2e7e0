"""Pictures of trees: everything is there once, nothing lies on anything else, words fit."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from tests.publishing.graphs import graphs
from tests.publishing.markup import elements

from trees.authoring.project import load
from trees.publishing.graph import Graph, Node, graph
from trees.publishing.maps.boxes import BOLD, WIDTH, Box, Text, boxes
from trees.publishing.maps.drawing import alone, picture
from trees.publishing.maps.graphviz import Point
from trees.publishing.maps.layout import MOST_BOXES, Layout, Line, TooLarge, lay_out
from trees.publishing.maps.lines import width
from trees.publishing.words import ENGLISH

ROOT = Path(__file__).parents[3]
#: Random trees, enough of them for every shape, few enough to be quick.
FEW = settings(max_examples=25)


@pytest.fixture(scope="module")
def ours() -> list[Graph]:
    documents = load(ROOT / "decision_trees", ROOT).documents
    return [graph(document, ENGLISH, str) for document in documents.values()]


def laid_out(any_graph: Graph) -> Layout:
    return lay_out(boxes(any_graph, ENGLISH))


def has_sound_layout(drawn: Graph) -> None:
    layout = laid_out(drawn)
    assert sorted(box.node.id for box, _ in layout.boxes) == sorted(drawn.node)
    ways = [(line.source, line.target) for line in layout.lines]
    assert sorted(ways) == sorted((edge.source, edge.target) for edge in drawn.edges)
    for one, other in combinations(layout.boxes, 2):
        assert are_apart(one, other), (one[0].node, other[0].node)
    for line in layout.lines:
        leads_from_its_row_to_its_box(line, layout)
        runs_through_no_box(line, layout)
    for box, (x, y) in layout.boxes:
        assert x >= 0
        assert y >= 0
        assert x + WIDTH <= layout.width
        assert y + box.height <= layout.height


def are_apart(one: tuple[Box, Point], other: tuple[Box, Point]) -> bool:
    (a, (ax, ay)), (b, (bx, by)) = one, other
    beside = ax + WIDTH < bx or bx + WIDTH < ax
    return beside or ay + a.height < by or by + b.height < ay


def leads_from_its_row_to_its_box(line: Line, layout: Layout) -> None:
    placed = {box.node.id: (box, at) for box, at in layout.boxes}
    (source, (x, y)), (target, (end, top)) = placed[line.source], placed[line.target]
    (row,) = (row for row in source.rows if row.target == line.target)
    begin, last = line.points[0], line.points[-1]
    assert begin[0] == x + WIDTH
    assert y + row.top < begin[1] < y + row.top + row.height
    assert last[0] == end
    assert top < last[1] < top + target.head


def runs_through_no_box(line: Line, layout: Layout) -> None:
    for box, (left, top) in layout.boxes:
        for x, y in spots(line):
            is_within = left < x < left + WIDTH and top < y < top + box.height
            assert not is_within, (line, box.node)


def spots(line: Line) -> Iterator[Point]:
    """Yield places all along a line, which turns in Bézier curves from the first to the next."""
    for (x0, y0), (x1, y1) in zip(line.points[::2], line.points[1::2], strict=True):
        for step in range(21):
            t = step / 20
            bend = 3 * t * t * (1 - t) + t**3
            across = 1.5 * t * (1 - t) ** 2 + 1.5 * t * t * (1 - t) + t**3
            yield x0 + (x1 - x0) * across, y0 + (y1 - y0) * bend
    for (x0, y0), (x1, _) in zip(line.points[1:-1:2], line.points[2::2], strict=True):
        yield from ((x0 + (x1 - x0) * step / 10, y0) for step in range(11))


@given(graphs())
@FEW
def test_any_tree__all_is_drawn__and_nothing_lies_on_anything(drawn: Graph) -> None:
    has_sound_layout(drawn)


def test_our_trees__all_is_drawn__and_nothing_lies_on_anything(ours: list[Graph]) -> None:
    for drawn in ours:
        has_sound_layout(drawn)


@given(graphs())
@FEW
def test_any_text__stands_within_its_box(drawn: Graph) -> None:
    for box in boxes(drawn, ENGLISH):
        heads = [box.title, *([box.note] if box.note else [])]
        for text in heads:
            fits(text, BOLD, top=0, bottom=box.head)
        for row in box.rows:
            fits(row.text, 1, top=row.top, bottom=row.top + row.height)
        assert len(box.title.lines) <= 3


def fits(text: Text, boldness: float, *, top: int, bottom: int) -> None:
    for baseline, line in text.lines:
        assert text.x + width(line, text.size) * boldness <= WIDTH
        assert top + text.size * 0.7 <= baseline <= bottom - text.size * 0.25


@given(graphs())
@FEW
def test_any_picture__holds_each_node_and_way_once__and_no_markup_of_authors(
    drawn: Graph,
) -> None:
    made = picture(drawn, ENGLISH, lambda node: f"../#{node.id}")
    found = elements(str(made.svg))
    assert {one.tag for one in found} <= {
        *("svg", "title", "desc", "defs", "g", "path", "rect", "use", "a", "text", "tspan")
    }
    known = {"class", "id", "d", "x", "y", "rx", "width", "height", "transform", "font-size"}
    known |= {"fill-rule", "xmlns", "xmlns:xlink", "viewbox", "role", "xlink:href"}
    known |= {"data-from", "data-to", "data-node"}
    for one in found:
        assert {*one.attributes} <= {*known, "aria-label", "aria-labelledby", "aria-describedby"}
    nodes = [one.attributes["data-node"] for one in found if "data-node" in one.attributes]
    assert sorted(nodes) == sorted(drawn.node)
    ways = [one for one in found if "data-from" in one.attributes]
    assert len(ways) == len(drawn.edges)
    links = [one for one in found if one.tag == "a"]
    addresses = sorted(one.attributes["xlink:href"] for one in links)
    assert addresses == sorted(f"../#{name}" for name in nodes)
    assert all(one.attributes["aria-label"].strip() for one in links)


def test_boxes__are_read_from_the_first_question_on__along_every_way(ours: list[Graph]) -> None:
    """Their order is that of the focus, and of whoever has the picture read out."""
    for drawn in ours:
        order = [box.node.id for box, _ in laid_out(drawn).boxes]
        assert order[0] == drawn.nodes[0].id
        assert all(order.index(edge.source) < order.index(edge.target) for edge in drawn.edges)


def test_a_tree__that_nobody_could_read_as_a_picture__is_refused() -> None:
    nodes = tuple(Node(f"o{at}", "outcome", "The end", "wait") for at in range(MOST_BOXES + 1))
    with pytest.raises(TooLarge, match="201 nodes"):
        alone(Graph("any", "Any", nodes, ()), ENGLISH)


def test_two_runs__draw_the_same_bytes() -> None:
    command = [sys.executable, "-m", "trees.cli", "graph", "order-cancelled"]
    seeds = [{**os.environ, "PYTHONHASHSEED": seed} for seed in ("1", "2")]
    made = [
        subprocess.run(command, cwd=ROOT, env=seed, capture_output=True, check=True).stdout
        for seed in seeds
    ]
    assert made[0] == made[1]
    assert made[0].startswith(b"<svg ")
