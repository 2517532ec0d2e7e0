"""A tree as dots and lines, for a picture: where it begins at the left, its ends at the right.

Boundary: a tree in, points between 0 and 1 out; nothing is drawn. Each way that is walked first
decides where a dot stands, so that few lines cross.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from trees.engine.tree import Tree

type Name = str
type Kind = Literal["question", "elsewhere"] | str


@dataclass(frozen=True, slots=True)
class Dot:
    """A node: its place, and its verdict, or ``question``, or ``elsewhere`` for another tree."""

    x: float
    y: float
    kind: Kind


@dataclass(frozen=True, slots=True)
class Sketch:
    """Dots by name, and lines between them."""

    dots: Mapping[Name, Dot]
    lines: tuple[tuple[Name, Name], ...]


def sketch(tree: Tree) -> Sketch:
    """Return what a tree looks like from afar."""
    ways = {
        name: tuple(dict.fromkeys(branch.go for branch in question.branches))
        for name, question in tree.questions.items()
    }
    depths, children = _first_ways(tree.start, ways)
    ends = [name for name in _in_order(tree.start, children) if name not in ways]
    rows = {name: (at + 0.5) / len(ends) for at, name in enumerate(ends)}
    for name in reversed([*depths]):
        below = [rows[child] for child in children.get(name, ())]
        rows.setdefault(name, sum(below) / len(below) if below else 0.5)
    last = 1 + max(depths[name] for name in depths if name in ways)
    return Sketch(
        {
            name: Dot(depth / last if name in ways else 1, rows[name], _kind(tree, name))
            for name, depth in depths.items()
        },
        tuple((name, to) for name in depths for to in ways.get(name, ())),
    )


def _first_ways(
    start: Name, ways: Mapping[Name, tuple[Name, ...]]
) -> tuple[dict[Name, int], dict[Name, list[Name]]]:
    """Return how far each node is from the start, and what is first reached from each question."""
    depths, children, waiting = {start: 0}, dict[Name, list[Name]](), [start]
    for name in waiting:
        for to in ways.get(name, ()):
            if to not in depths:
                depths[to] = depths[name] + 1
                children.setdefault(name, []).append(to)
                waiting.append(to)
    return depths, children


def _in_order(start: Name, children: Mapping[Name, list[Name]]) -> list[Name]:
    found, waiting = list[Name](), [start]
    while waiting:
        name = waiting.pop()
        found.append(name)
        waiting.extend(reversed(children.get(name, [])))
    return found


def _kind(tree: Tree, name: Name) -> Kind:
    if name in tree.questions:
        return "question"
    return tree.outcomes[name].verdict if name in tree.outcomes else "elsewhere"
