"""Where one file mentions names: its keys, targets, conditions, texts and stories.

Boundary: one file in, mentions out. What a word may be is told by the shape that reads it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set

from trees.authoring.findings import Span
from trees.authoring.language.syntax import Syntax, Trouble, parse, words
from trees.authoring.prose import citations, links, placeholders
from trees.authoring.schema.names import RESERVED
from trees.authoring.schema.scalars import (
    Answer,
    Condition,
    DateName,
    End,
    Expression,
    Link,
    Start,
    Target,
    Text,
)
from trees.authoring.schema.shapes import MapOf, Record
from trees.authoring.schema.walk import Met, walk
from trees.authoring.source import MapNode, TextNode
from trees.engine.tree import TREE_PREFIX, other_tree

from .names import Mention, Name, Sort, TreeNames, tree_of


def of_file(
    path: str, met: Met, trees: Mapping[str, TreeNames], after: Mapping[str, Set[str]]
) -> Iterator[Mention]:
    """Return every mention in a file; its stories speak of trees that come ``after`` it, too."""
    reader = _Reader(tree_of(path), trees, after.get(tree_of(path), frozenset()))
    for one in walk(met):
        if isinstance(one.node, MapNode) and isinstance(one.shape, MapOf):
            yield from reader.keys(one, one.node)
        elif isinstance(one.node, MapNode) and isinstance(one.shape, Record):
            yield from reader.short_form(one, one.node)
        elif isinstance(one.node, TextNode) and not one.node.empty:
            yield from reader.text(one, one.node)


def ways_out(met: Met) -> set[str]:
    """Return the trees that a tree's own ways lead to."""
    targets = (
        other_tree(one.node.value)
        for one in walk(met)
        if isinstance(one.shape, Target) and isinstance(one.node, TextNode)
    )
    return {tree for tree in targets if tree}


class _Reader:
    """Reads the places of one tree."""

    def __init__(self, tree: str, trees: Mapping[str, TreeNames], after: Set[str]) -> None:
        self.tree = tree
        self.trees = trees
        self.after = after
        self.own = trees.get(tree)

    def keys(self, met: Met, node: MapNode) -> Iterator[Mention]:
        """Return what the keys of a group of names mention."""
        for key, _ in node.entries.values():
            match met.path:
                case ():
                    yield Mention(Name("source", "", key.value), key.span, defines=True)
                case ("questions",) | ("outcomes",):
                    yield Mention(self._own("node", key.value), key.span, defines=True)
                case ("values",):
                    yield Mention(self._own("value", key.value), key.span, defines=True)
                case ("questions", str(question), "options"):
                    option = self._own("option", f"{question}.{key.value}")
                    yield Mention(option, key.span, defines=True)
                case (*_, "answers"):
                    yield Mention(self._question(key.value), key.span)
                case (*_, "shows"):
                    yield Mention(self._shown(key.value), key.span)

    def short_form(self, met: Met, node: MapNode) -> Iterator[Mention]:
        """Return the options that a question names by its keys `yes` and `no`."""
        match met.path:
            case ("questions", str(question)) if self.own and "options" not in node.entries:
                for word in self.own.options(question):
                    option = self._own("option", f"{question}.{word}")
                    yield Mention(option, node.entries[word].key.span, defines=True)

    def text(self, met: Met, node: TextNode) -> Iterator[Mention]:
        """Return what a text mentions."""
        match met.shape:
            case Target() | Start() | End():
                yield from self._target(node)
            case Link() if other_tree(node.value):
                yield from self._target(node)
            case DateName():
                yield from self._known_at(node.value, node.span)
            case Condition() | Expression():
                yield from self._expression(node)
            case Text() | Link():
                yield from self._prose(node)
            case Answer():
                question = self._question(str(met.path[met.path.index("answers") + 1]))
                owner = self.trees.get(question.tree)
                if owner and node.value in owner.options(question.id):
                    option = question._replace(sort="option", id=f"{question.id}.{node.value}")
                    yield Mention(option, node.span)

    def _own(self, sort: Sort, name: str) -> Name:
        return Name(sort, self.tree, name)

    def _known_at(self, name: str, span: Span) -> Iterator[Mention]:
        """Return a question or a value of this tree; `today` is neither."""
        if name in RESERVED:
            return
        is_value = self.own and name in self.own.values and name not in self.own.questions
        yield Mention(self._own("value" if is_value else "node", name), span)

    def _question(self, name: str) -> Name:
        """Return a question of a story: of this tree, or of one that it goes on in."""
        asked_later = (tree for tree in sorted(self.after) if name in self.trees[tree].questions)
        own = self.own is None or name in self.own.questions
        return Name("node", self.tree if own else next(asked_later, self.tree), name)

    def _shown(self, name: str) -> Name:
        """Return a value of a story: of this tree, or of one that it may end in."""
        there = (tree for tree in sorted(self.after) if name in self.trees[tree].values)
        own = self.own is None or name in self.own.values
        return Name("value", self.tree if own else next(there, self.tree), name)

    def _target(self, node: TextNode) -> Iterator[Mention]:
        value = node.value.strip()
        if other_tree(value) is None:
            yield Mention(self._own("node", value), node.span)
            return
        begin = node.value.index(TREE_PREFIX) + len(TREE_PREFIX)
        tree, _, end = node.value[begin:].strip().partition("/")
        middle = begin + len(tree)
        yield Mention(Name("tree", "", tree), node.span_of(begin, middle))
        if end:
            span = node.span_of(middle + 1, middle + 1 + len(end))
            yield Mention(Name("node", tree, end), span)

    def _prose(self, node: TextNode) -> Iterator[Mention]:
        for mark in placeholders(node.value):
            yield from self._known_at(mark.name, node.span_of(mark.start, mark.end))
        for mark in citations(node.value):
            yield Mention(Name("source", "", mark.name), node.span_of(mark.start, mark.end))
        for mark in links(node.value):
            tree = other_tree(mark.name)
            if tree:
                span = node.span_of(mark.start + len(TREE_PREFIX), mark.end)
                yield Mention(Name("tree", "", tree), span)

    def _expression(self, node: TextNode) -> Iterator[Mention]:
        try:
            syntax = parse(node.value)
        except Trouble:
            return
        for word in words(syntax):
            if self.own and (word.text in self.own.questions or word.text in self.own.values):
                yield from self._known_at(word.text, node.span_of(word.start, word.end))
        yield from self._options(node, syntax)

    def _options(self, node: TextNode, syntax: Syntax) -> Iterator[Mention]:
        """Return the options that a condition compares answers with."""
        waiting = [syntax]
        while waiting and self.own:
            piece = waiting.pop()
            waiting.extend(piece.parts)
            if piece.head != "compare":
                continue
            found = list(words(piece))
            asked = next((word.text for word in found if word.text in self.own.questions), "")
            for word in found:
                if word.text in self.own.options(asked):
                    option = self._own("option", f"{asked}.{word.text}")
                    yield Mention(option, node.span_of(word.start, word.end))
