"""Texts put in the place of others, by the keys that lead there.

Boundary: source nodes in, source nodes out; shorter forms are written out where that is needed.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..source import Entry, ListNode, MapNode, Node, TextNode

#: The keys that lead to a text; items of lists are counted from 1: ``("steps", "2")``.
type Keys = tuple[str, ...]
#: Texts by the keys of the texts in whose place they are put.
type Placed = Mapping[Keys, TextNode]


def with_texts(root: Node, texts: Placed) -> Node:
    """Return a file's node with other texts in it."""
    for keys, node in texts.items():
        root = _with(root, keys, node)
    return root


def _with(node: Node, keys: Keys, text: TextNode) -> Node:
    """Return a node with another text below it; shorter forms are written out where needed."""
    if not keys:
        return text
    first, rest = keys[0], keys[1:]
    if isinstance(node, ListNode):
        at = int(first) - 1
        items = (*node.items[:at], _with(node.items[at], rest, text), *node.items[at + 1 :])
        return node._replace(items=items)
    if isinstance(node, TextNode):
        return _written_out(node, first, text)
    entries = dict(node.entries)
    key, below = entries.get(first) or Entry(text, text)
    entries[first] = Entry(key._replace(value=first), _with(below, rest, text))
    return node._replace(entries=entries)


#: What a text stands for where it is the short form of a group: a value's, or an option's.
SHORT = {"words": "is", "unit": "is"}


def _written_out(node: TextNode, name: str, text: TextNode) -> Node:
    """Return the long form of a text, with one more key."""
    if name not in SHORT:
        return text
    key = SHORT[name]
    entries = {
        key: Entry(node._replace(value=key), node),
        name: Entry(text._replace(value=name), text),
    }
    return MapNode(node.file, node.start, node.end, entries)
