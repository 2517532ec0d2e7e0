"""Compiled trees as JSON, with versions.

Boundary: tree ↔ plain JSON data. ``format`` is the format that a tree is written in, ``reader``
the oldest reader that can serve it: an old page can then refuse a new tree instead of
misreading it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .tree import Branch, Outcome, Question, Tree, Value

FORMAT = 1
#: The oldest reader that understands what ``to_json`` writes.
OLDEST_READER = 1
#: What this reader is.
READER = 1


class TooNewError(ValueError):
    """The tree was compiled for a newer reader than this one."""


def to_json(tree: Tree) -> dict[str, Any]:
    """Return ``tree`` as JSON data: dicts, lists, strings and numbers only."""
    return {
        "format": FORMAT,
        "reader": OLDEST_READER,
        "id": tree.id,
        "title": tree.title,
        "start": tree.start,
        "questions": {node.id: _question_json(node) for node in tree.questions.values()},
        "outcomes": {
            node.id: {"verdict": node.verdict, "title": node.title, "uses": list(node.uses)}
            for node in tree.outcomes.values()
        },
        "values": {
            value.id: {"is": value.expression, "unit": value.unit} for value in tree.values.values()
        },
    }


def from_json(data: Mapping[str, Any]) -> Tree:
    """Return the tree that ``to_json`` wrote.

    Raises:
        TooNewError: the tree asks for a newer reader.
    """
    if data["reader"] > READER:
        raise TooNewError(f"tree {data['id']} needs reader {data['reader']}, this is {READER}")
    return Tree(
        id=data["id"],
        title=data["title"],
        start=data["start"],
        questions={name: _question(name, node) for name, node in data["questions"].items()},
        outcomes={
            name: Outcome(name, node["verdict"], node["title"], tuple(node["uses"]))
            for name, node in data["outcomes"].items()
        },
        values={
            name: Value(name, node["is"], node["unit"]) for name, node in data["values"].items()
        },
    )


def _question_json(question: Question) -> dict[str, Any]:
    return {
        "kind": question.kind,
        "ask": question.ask,
        "settings": dict(question.settings),
        "uses": list(question.uses),
        "branches": [{"when": branch.when, "go": branch.go} for branch in question.branches],
    }


def _question(name: str, node: Mapping[str, Any]) -> Question:
    branches = tuple(Branch(branch["go"], branch["when"]) for branch in node["branches"])
    return Question(
        name, node["kind"], node["ask"], branches, node["settings"], tuple(node["uses"])
    )
