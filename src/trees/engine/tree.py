"""The model: a proven tree, reduced to what walking it needs.

Boundary: data only. Long texts (hints, reasons, steps) are not here: they stand in the page,
rendered once at build time. What is here is logic, and the short labels that a trail shows.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .parts import Unit

#: An expression as data: ``["==", ["answer", "who"], ["text", "seller"]]``. See expressions.py.
type Expression = list[Any]

#: Answers by question: always canonical strings, whatever the kind (see questions/).
type Answers = Mapping[str, str]

#: The verdicts an outcome can carry, from the gravest to the lightest.
VERDICTS = ("stop", "fix", "ask", "wait", "safe")

#: A target in another tree is written ``tree:refund``; anything else is a node of this tree.
TREE_PREFIX = "tree:"


@dataclass(frozen=True, slots=True)
class Branch:
    """Where to go when a condition holds; ``when`` is None for the branch that always holds."""

    go: str
    when: Expression | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to ask.

    ``settings`` belong to the kind (options, unit, bounds …); ``uses`` names the values and
    answers that stand in its texts. Branches are tried in order; the first that holds wins.
    """

    id: str
    kind: str
    ask: str
    branches: tuple[Branch, ...]
    settings: Mapping[str, Any] = field(default_factory=dict)
    uses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """An end of the way: its verdict, its title and the names that stand in its texts."""

    id: str
    verdict: str
    title: str
    uses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Value:
    """A named expression that texts can show; ``unit`` belongs to numbers (``days``, ``EUR``)."""

    id: str
    expression: Expression
    unit: Unit = ""


@dataclass(frozen=True, slots=True)
class Tree:
    """A whole tree. ``start`` is the id of the first question."""

    id: str
    title: str
    start: str
    questions: Mapping[str, Question]
    outcomes: Mapping[str, Outcome]
    values: Mapping[str, Value] = field(default_factory=dict)


#: Trees by id: all that one session may wander into.
type Library = Mapping[str, Tree]


def other_tree(target: str) -> str | None:
    """Return the id of the tree that a target continues in, or None for a node of this tree."""
    return target[len(TREE_PREFIX) :] if target.startswith(TREE_PREFIX) else None
