"""Trees that mean harm: the kitchen-sink tree with a hostile text in every place for text.

Boundary: the places are those that the format declares. A place that the check refuses the text
in keeps its own; nobody could publish it there.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from tests.fuzz.inputs import BESIDE

from trees.authoring.project import load_texts
from trees.authoring.schema.format import SOURCE, TREE
from trees.authoring.schema.scalars import Text
from trees.authoring.schema.shapes import ListOf, MapOf, Record, Shape, Short
from trees.authoring.schema.variants import Variant
from trees.authoring.schema.walk import Met, walk
from trees.authoring.source import File, ListNode, Node, TextNode, parse
from trees.authoring.source.readable import UNREADABLE

ROOT = Path(__file__).parents[2]
BASE = (ROOT / "decision_trees/kitchen-sink.yaml").read_text("utf-8")
#: The one number that it asks for has one unit, which is written in one of two ways.
OTHERWISE = BASE.replace("    unit: cm\n", "    unit: {one: cm, other: cm}\n")
BASES = (BASE, OTHERWISE)

type Path_ = tuple[str | int, ...]


def declared(shape: Shape, path: Path_ = ()) -> set[Path_]:
    """Return every place for text that the format declares: `*` is any name, 0 any number."""
    below: list[tuple[Shape, Path_]] = []
    match shape:
        case Text():
            return {path}
        case ListOf(item=item):
            below = [(item, (*path, 0))]
        case MapOf(item=item):
            below = [(item, (*path, "*"))]
        case Record(keys=keys):
            below = [(key.shape, (*path, key.name)) for key in keys]
        case Short() as short:
            below = [(short.text, path), (short.record, path)]
        case Variant() as variant:
            below = [(record, path) for record in variant.records]
    return set().union(*(declared(*one) for one in below))


def filled() -> set[Path_]:
    """Return the places for text that the kitchen-sink tree fills, in the same spelling."""
    return {_spelled(met.path) for base in BASES for met in texts_of(read(base))}


def _spelled(path: Path_) -> Path_:
    """Return a path with `*` for names: those below a group of names."""
    groups = {"questions", "options", "values", "outcomes"}
    return tuple(
        0 if isinstance(step, int) else "*" if at and path[at - 1] in groups else step
        for at, step in enumerate(path)
    )


def read(text: str) -> Met:
    root, troubles = parse(File("tree.yaml", text))
    assert root is not None
    assert troubles == []
    return Met(TREE, root)


def texts_of(met: Met) -> Iterator[Met]:
    return (
        one for one in walk(met) if isinstance(one.shape, Text) and isinstance(one.node, TextNode)
    )


def as_data(node: Node) -> Any:
    if isinstance(node, TextNode):
        return node.value
    if isinstance(node, ListNode):
        return [as_data(item) for item in node.items]
    return {name: as_data(entry.node) for name, entry in node.entries.items()}


def put(data: Any, path: Path_, text: str) -> None:
    for step in path[:-1]:
        data = data[step]
    data[path[-1]] = text


@cache
def harmful(name: str, text: str) -> tuple[str, int]:
    """Return the tree ``name`` with a text wherever the check lets it stand, and in how many.

    Names end with a number; trees of odd ones write their unit otherwise.
    """
    base = read(BASES[int(name[-1]) % len(BASES)])
    data, calm = as_data(base.node), {met.path: met.node for met in texts_of(base)}
    data["listed"] = "yes"
    # Where a harmful text takes the place of one that shows values, no story can say that it does.
    for story in data["scenarios"]:
        story.pop("shows", None)
    for path in calm:
        cited = f"{text}\n\n[@{name}]" if path[-1] == "reason" else text
        put(data, path, cited)
    refused = _refused(name, data)
    while refused:
        for path in refused:
            node = calm.pop(path)
            assert isinstance(node, TextNode)
            put(data, path, node.value)
        refused = _refused(name, data)
    return _written(data), len(calm)


def _refused(name: str, data: Any) -> set[Path_]:
    """Return the places for text that the check finds an error in."""
    written = _written(data)
    texts = {**BESIDE, "sources.yaml": sources(name, "calm"), f"{name}.yaml": written}
    errors = load_texts(texts).broken.get(f"{name}.yaml", ())
    columns = {one.span.column for one in errors}
    found = {
        met.path
        for met in texts_of(read(written))
        if any(met.node.span.column <= at < met.node.span.end_column for at in columns)
    }
    assert bool(found) == bool(errors), [one.message for one in errors]
    return found


def _written(data: Any) -> str:
    """Return data as YAML, on one line; what may not stand in a file is escaped."""
    text = json.dumps(data, ensure_ascii=False)
    return UNREADABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def sources(name: str, text: str) -> str:
    """Return the sources, with one more that holds a text wherever a source has any."""
    places = [key.name for key in SOURCE.keys if isinstance(key.shape, Text)]
    said = {"address": "https://example.org/", "checked": "2026-11-22", "sure": "reported"}
    entry = _written({**said, **dict.fromkeys(places, text)})
    return f"{BESIDE['sources.yaml']}\n{name}: {entry}\n"
