"""Files whose records have their keys in any order, and say what they said."""

from __future__ import annotations

from trees.authoring.mending import edited
from trees.authoring.reordering import reordered
from trees.authoring.schema.format import SOURCES, TREE
from trees.authoring.schema.shapes import Record
from trees.authoring.schema.walk import Met, walk
from trees.authoring.source import File, MapNode, parse

#: How many keys lead to the innermost record: an option, a branch or a message.
DEEPEST = 4


def read(text):
    root, troubles = parse(File("tea.yaml", text))
    assert troubles == []
    return root


def shape_of(file):
    return SOURCES if file.stem == "sources" else TREE


def shuffled(text, shape, random):
    """Put the keys of each record of a file into any order, the innermost records first."""
    for depth in range(DEEPEST, -1, -1):
        here = [
            met.node
            for met in walk(Met(shape, read(text)))
            if len(met.path) == depth and isinstance(met.shape, Record)
        ]
        edits = [_shuffled(node, random) for node in here if isinstance(node, MapNode)]
        for edit in sorted(filter(None, edits), reverse=True):
            text = edited(text, edit)
    return text


def _shuffled(node, random):
    return reordered(node, random.sample([*node.entries], len(node.entries)))
