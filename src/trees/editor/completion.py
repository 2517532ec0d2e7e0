"""Propose what could stand at a place: targets, sources, keys, kinds, options, names.

Boundary: a place in, proposals out; the shape that is asked for there says which.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import ClassVar, Literal, NamedTuple

from trees.authoring.schema.names import FUNCTIONS
from trees.authoring.schema.scalars import (
    Answer,
    Condition,
    DateName,
    Day,
    End,
    Expression,
    Flag,
    Link,
    OneOf,
    Start,
    Target,
    Text,
)
from trees.authoring.schema.shapes import Key, MapOf, Record, Shape
from trees.authoring.source import MapNode
from trees.engine.questions import KINDS
from trees.engine.tree import TREE_PREFIX

from .desk import Desk
from .hover import words_of
from .index import Index
from .names import Name, Sort, TreeNames, tree_of
from .typing_place import Typing, typing_at

type Kind = Literal["key", "node", "tree", "source", "word", "value", "option"]

CITING = re.compile(r"\[@([a-z0-9-]*)$")
FILLING = re.compile(r"\{([a-z0-9_]*)$")
#: The end of a condition in which an option is due: after `who ==`, or within `who in [`.
COMPARED = re.compile(r"\b([a-z]\w*)\s*(?:[!=]=|(?:not\s+)?in\s*\[[^\]]*)\s*[\w]*$")
WORD = re.compile(r"[\w-]*$")
PATH = re.compile(r"[\w:/-]*$")


class Proposal(NamedTuple):
    """A word to write at ``from_column`` (counted from 1), and what it is, in Markdown."""

    word: str
    kind: Kind
    about: str
    from_column: int


def proposals(desk: Desk, index: Index, path: str, place: tuple[int, int]) -> list[Proposal]:
    """Return what could stand at a place."""
    typing = typing_at(path, desk.texts().get(path, ""), place)
    tree = index.trees.get(tree_of(path))
    if typing is None:
        return []
    found = _keys(typing, tree) if typing.asks_key else _Values(index, tree, typing).all()
    begun = PATH if _takes_paths(typing) else WORD
    column = place[1] - len(begun.findall(typing.before)[0])
    made = (Proposal(word, kind, about, column) for word, kind, about in found)
    return list(dict.fromkeys(made))


type _Found = Iterator[tuple[str, Kind, str]]


def _takes_paths(typing: Typing) -> bool:
    return not typing.asks_key and isinstance(typing.met.shape, (Target, End, Link))


def _keys(typing: Typing, tree: TreeNames | None) -> _Found:
    shape, node = typing.met.shape, typing.met.node
    if typing.met.path[-1:] == ("shows",) and tree:
        for name in tree.values:
            yield f"{name}: ", "value", tree.text("values", name, "is")
    elif isinstance(shape, MapOf) and shape.names == "any" and tree:
        for name in tree.questions:
            yield f"{name}: ", "node", tree.text("questions", name, "ask")
    elif isinstance(shape, Record) and isinstance(node, MapNode):
        for key in _missing(shape, node):
            yield f"{key.name}: ", "key", key.about or key.shape.what


def _missing(record: Record, node: MapNode) -> Iterable[Key]:
    return (key for key in record.keys if key.name not in node.entries)


class _Values:
    """What could stand in place of a text."""

    def __init__(self, index: Index, tree: TreeNames | None, typing: Typing) -> None:
        self.index = index
        self.tree = tree
        self.before = typing.before
        self.path = typing.met.path
        self.shape = typing.met.shape

    def all(self) -> _Found:
        """Return every proposal for the shape."""
        if self.tree is None:
            return iter(())
        makes = (make for shape, make in self.MAKES if isinstance(self.shape, shape))
        return next(makes, _Values._words)(self)

    def _nodes(self) -> _Found:
        assert self.tree
        yield from self._named("node", (*self.tree.questions, *self.tree.outcomes))
        yield from self._trees()

    def _questions(self) -> _Found:
        assert self.tree
        yield from self._named("node", self.tree.questions)

    def _days(self) -> _Found:
        assert self.tree
        yield from self._named("value", self.tree.values)
        yield from self._questions()

    def _answers(self) -> _Found:
        yield from self._options(str(self.path[self.path.index("answers") + 1]))

    def _named(self, sort: Sort, names: Iterable[str]) -> _Found:
        assert self.tree
        for name in names:
            about = words_of(self.index, Name(sort, self.tree.id, name))
            yield name, "value" if sort == "value" else "node", about

    def _trees(self) -> _Found:
        for name, tree in self.index.trees.items():
            yield f"{TREE_PREFIX}{name}", "tree", tree.text("title")

    def _ends(self) -> _Found:
        assert self.tree
        yield from self._named("node", self.tree.outcomes)
        for name in sorted(self.index.after.get(self.tree.id, ())):
            for outcome in self.index.trees[name].outcomes:
                about = words_of(self.index, Name("node", name, outcome))
                yield f"{TREE_PREFIX}{name}/{outcome}", "node", about

    def _options(self, question: str) -> _Found:
        owners = [self.tree, *self.index.trees.values()]
        owner = next((one for one in owners if one and question in one.questions), None)
        for option in owner.options(question) if owner else ():
            name = Name("option", owner.id if owner else "", f"{question}.{option}")
            yield option, "option", words_of(self.index, name)

    def _expression(self) -> _Found:
        assert self.tree
        compared = COMPARED.search(self.before)
        if compared:
            yield from self._options(compared[1])
            return
        yield from self._questions()
        if isinstance(self.shape, Expression):
            yield from self._named("value", self.tree.values)
        for name in FUNCTIONS:
            yield name, "word", "a function"

    def _text(self) -> _Found:
        assert self.tree
        if CITING.search(self.before) and self.index.sources:
            for name in self.index.sources.root.entries:
                yield name, "source", words_of(self.index, Name("source", "", name))
        elif FILLING.search(self.before):
            yield from self._days()

    def _words(self) -> _Found:
        match self.shape:
            case Flag():
                yield from (("yes", "word", ""), ("no", "word", ""))
            case OneOf(words=words):
                yield from ((word, "word", "") for word in words)
            case Day():
                yield "today", "word", "the day of reading"
            case _ if self.path[-1:] == ("kind",):
                for name, kind in KINDS.items():
                    yield name, "word", (kind.__doc__ or "").partition("\n")[0]

    #: What proposes for which shape; the first that fits.
    MAKES: ClassVar[tuple[tuple[type[Shape], Callable[[_Values], _Found]], ...]] = (
        (Target, _nodes),
        (Start, _questions),
        (End, _ends),
        (DateName, _days),
        (Link, _trees),
        (Condition, _expression),
        (Expression, _expression),
        (Answer, _answers),
        (Text, _text),
    )
