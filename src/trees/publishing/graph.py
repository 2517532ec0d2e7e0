"""A tree as a graph: its nodes, and which answers lead from one to the next.

Boundary: a document in, plain texts out; nothing of pictures, pages or addresses. Pictures, lists
and the formats of other tools are all made from this one value.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from trees.authoring.document import Document
from trees.engine.tree import Question, other_tree

from .addresses import Place
from .nodes import fallback_words
from .slots import unfilled
from .ways import Way, Ways
from .words import ENGLISH, Words

type Kind = Literal["question", "outcome", "tree"]


@dataclass(frozen=True, slots=True)
class Node:
    """A question, an outcome, or another tree that ways go on in; ``id`` is ``tree:x`` for that."""

    id: str
    kind: Kind
    title: str
    verdict: str = ""
    #: The language of its texts, where it is another than that of the words around them.
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Edge:
    """All ways from one question to one other node, and the answers that take them, in order.

    ``options`` are the ids of the answers; empty for what is said of several answers at once.
    """

    source: str
    target: str
    answers: tuple[str, ...]
    options: tuple[str, ...] = ()


@dataclass(frozen=True)
class Graph:
    """A tree: nodes in an order in which every way leads on, and at most one edge for two nodes.

    The edges of a question stand together, in the order of its answers.
    """

    tree: str
    title: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]

    @cached_property
    def node(self) -> dict[str, Node]:
        """The nodes by id."""
        return {node.id: node for node in self.nodes}

    @cached_property
    def exits(self) -> dict[str, tuple[Edge, ...]]:
        """The edges that lead on from each node."""
        leaving: dict[str, list[Edge]] = {node.id: [] for node in self.nodes}
        for edge in self.edges:
            leaving[edge.source].append(edge)
        return {name: tuple(edges) for name, edges in leaving.items()}


def graph(document: Document, words: Words, title_of: Callable[[str], str]) -> Graph:
    """Return the graph of a document; ``title_of`` gives the title of another tree."""
    tree = document.tree
    ways = Ways(document, Place(), lambda other: ("", title_of(other)))
    edges = {name: tuple(_edges(one, ways)) for name, one in tree.questions.items()}
    order = _onwards(tree.start, {name: [one.target for one in edges[name]] for name in edges})
    slots = fallback_words(document, words)

    def node(name: str) -> Node:
        other = other_tree(name)
        if other is not None:
            return Node(name, "tree", title_of(other))
        if name in tree.questions:
            lang = _language(document, f"questions.{name}")
            return Node(name, "question", tree.questions[name].ask, lang=lang)
        outcome = tree.outcomes[name]
        title = unfilled(document.outcomes[name].title, slots)
        return Node(
            name, "outcome", title, outcome.verdict, _language(document, f"outcomes.{name}")
        )

    return Graph(
        tree=tree.id,
        title=tree.title,
        nodes=tuple(map(node, order)),
        edges=tuple(edge for name in order for edge in edges.get(name, ())),
    )


def _language(document: Document, card: str) -> str:
    return ENGLISH["language"] if card in document.foreign else ""


def _edges(question: Question, ways: Ways) -> Iterator[Edge]:
    answers: dict[str, list[tuple[str, str]]] = {}
    for said, option, way in _answers(question, ways):
        answers.setdefault(way.go, []).append((said, option))
    for target, leading in answers.items():
        texts, options = zip(*leading, strict=True)
        yield Edge(question.id, target, texts, options)


def _answers(question: Question, ways: Ways) -> Iterator[tuple[str, str, Way]]:
    """Yield every answer in words, its id if it is one option, and the way that it takes.

    Where no answer decides the way by itself, but all leave it to the same conditions, those are
    said alone.
    """
    exits = ways.exits(question)
    forks = {fork.label: fork for fork in exits.forks}
    left_open = {tuple((way.say, way.go) for way in fork.ways) for fork in exits.forks}
    if len(left_open) == 1 and len(forks) == len(exits.choices):
        yield from ((way.say, "", way) for way in exits.forks[0].ways)
        return
    for choice in exits.choices:
        if choice.way.go:
            yield choice.label, choice.id, choice.way
            continue
        for way in forks[choice.label].ways:
            said = f"{choice.label}: {way.say}" if way.say else choice.label
            yield said, choice.id, way
    for way in exits.ways:
        yield way.say, "", way


def _onwards(start: str, targets: dict[str, list[str]]) -> list[str]:
    """Return all nodes, each after those that lead to it, and close to the first of them."""
    seen: set[str] = set()
    finished: list[str] = []
    # Last things first: what is finished last comes first.
    for root in (*reversed([name for name in targets if name != start]), start):
        waiting = [] if root in seen else [(root, False)]
        while waiting:
            name, done = waiting.pop()
            if done:
                finished.append(name)
            elif name not in seen:
                seen.add(name)
                waiting.append((name, True))
                waiting.extend((target, False) for target in targets.get(name, ()))
    return finished[::-1]
