"""The usual order of keys: the one in which they are declared.

Boundary: finds the records of a file that are written in another order; words and mends nothing.
Whatever does not fit its shape is passed over. It runs with every check of a large tree, so it
looks at nothing twice, and at no text at all.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from ..source import ListNode, MapNode, Node, TextNode
from .shapes import ListOf, MapOf, Record, Shape, Short
from .variants import Variant


class Unusual(NamedTuple):
    """A record in another order than the usual one: what it is, and its keys in that order."""

    what: str
    node: MapNode
    usual: tuple[str, ...]


def unusual(shape: Shape, root: Node) -> Iterator[Unusual]:
    """Return the records of a file that are not in the usual order."""
    waiting = [(shape, root)]
    while waiting:
        here, node = waiting.pop()
        if isinstance(node, ListNode) and isinstance(here, ListOf):
            waiting += [(here.item, item) for item in node.items if type(item) is not TextNode]
        elif not isinstance(node, MapNode):
            continue
        elif isinstance(here, MapOf):
            waiting += [(here.item, below) for _, below in _groups(node)]
        elif record := _record(here):
            written = tuple(node.entries)
            if (usual := in_order(record.names, written)) != written:
                yield Unusual(record.what, node, usual)
            known = record.known
            groups = _groups(node)
            waiting += [(known[name].shape, below) for name, below in groups if name in known]


@lru_cache(maxsize=1024)
def in_order(declared: tuple[str, ...], written: tuple[str, ...]) -> tuple[str, ...]:
    """Return keys in the order in which they are declared; as they are, if one is unknown."""
    if not {*written} <= {*declared}:
        return written
    return tuple(sorted(written, key=declared.index))


def _groups(node: MapNode) -> list[tuple[str, Node]]:
    """Return what is no text, under its key."""
    return [
        (name, one.node) for name, one in node.entries.items() if type(one.node) is not TextNode
    ]


def _record(shape: Shape) -> Record | None:
    """Return the record that may stand in a place; of several, the one with the keys of all."""
    if isinstance(shape, Short):
        shape = shape.record
    if isinstance(shape, Variant):
        return shape.every
    return shape if isinstance(shape, Record) else None
