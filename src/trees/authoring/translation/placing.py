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
    here = texts.get((), root)
    below: dict[str, dict[Keys, TextNode]] = {}
    for keys, text in texts.items():
        if keys:
            below.setdefault(keys[0], {})[keys[1:]] = text
    return _with(here, below) if below else here


def _with(node: Node, below: Mapping[str, Placed]) -> Node:
    """Return a node with other texts below it; shorter forms are written out where needed."""
    if isinstance(node, ListNode):
        items = list(node.items)
        for place, texts in below.items():
            at = int(place) - 1
            items[at] = with_texts(items[at], texts)
        return node._replace(items=tuple(items))
    if isinstance(node, TextNode):
        (name, texts), *others = below.items()
        made = _written_out(node, name, next(iter(texts.values())))
        return _with(made, dict(others)) if others else made
    entries = dict(node.entries)
    for name, texts in below.items():
        text = next(iter(texts.values()))
        key, value = entries.get(name) or Entry(text, text)
        entries[name] = Entry(key._replace(value=name), with_texts(value, texts))
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
