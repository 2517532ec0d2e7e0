"""A walk over a file by the shapes that it should have.

Boundary: pairs each node with the shape that reads it; judges nothing. Whatever does not fit is
passed over, so that broken files can be walked as far as they go.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..source import ListNode, MapNode, Node, TextNode
from .scalars import Answer
from .shapes import ListOf, MapOf, Record, Shape, Short
from .variants import Variant


class Met(NamedTuple):
    """A node, the shape that reads it, the keys that lead to it, and the last of them."""

    shape: Shape
    node: Node
    path: tuple[str | int, ...] = ()
    key: TextNode | None = None

    def under(self, name: str, shape: Shape, node: MapNode) -> Met:
        """Return what stands under a key of ``node``."""
        key, child = node.entries[name]
        return Met(shape, child, (*self.path, name), key)

    def item(self, at: int, shape: Shape, node: Node) -> Met:
        """Return an item of a list."""
        return Met(shape, node, (*self.path, at), self.key)


def walk(met: Met) -> Iterator[Met]:
    """Return a node and everything below it, in the order of the shapes."""
    waiting = [met]
    while waiting:
        here = waiting.pop()
        yield here
        waiting.extend(reversed(_below(here)))


def _below(here: Met) -> list[Met]:
    below: list[Met] = []
    match here.shape, here.node:
        case ListOf(item=item), ListNode(items=items):
            below = [here.item(at, item, node) for at, node in enumerate(items)]
        case Answer(), ListNode(items=items):
            below = [here.item(at, here.shape, node) for at, node in enumerate(items)]
        case MapOf(item=item), MapNode() as node:
            below = [here.under(name, item, node) for name in node.entries]
        case Record(keys=keys), MapNode() as node:
            known = [key for key in keys if key.name in node.entries]
            below = [here.under(key.name, key.shape, node) for key in known]
        case Short() as short, node:
            shape = short.text if isinstance(node, TextNode) else short.record
            below = [here._replace(shape=shape)]
        case Variant() as variant, MapNode() as node:
            below = [here._replace(shape=variant.record_of(node) or variant.records[-1])]
    return below
