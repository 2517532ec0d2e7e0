"""Compiled trees survive JSON, and a tree for a newer reader is refused."""

from __future__ import annotations

import json

import pytest

from trees.engine import wire
from trees.engine.tree import Library


def test_trees__survive_json(library: Library) -> None:
    for tree in library.values():
        assert wire.from_json(json.loads(json.dumps(wire.to_json(tree)))) == tree


def test_newer_tree__is_refused(library: Library) -> None:
    data = {**wire.to_json(library["refund"]), "reader": wire.READER + 1}
    with pytest.raises(wire.TooNewError, match="needs reader"):
        wire.from_json(data)


def test_older_reader__can_serve_what_is_written() -> None:
    assert wire.OLDEST_READER <= wire.READER
