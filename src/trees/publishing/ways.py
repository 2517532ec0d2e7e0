"""Where each question leads for a reader without the engine.

Boundary: addresses and words. An option whose way is decided links straight to it; one whose way
depends on other answers links to a fork, which offers the branches in words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from trees.authoring.document import Document
from trees.authoring.language.words import Speaker
from trees.engine.questions import kind_of
from trees.engine.tree import Expression, Question, other_tree

from .addresses import Place
from .partial import open_branches, still_to_ask


@dataclass(frozen=True, slots=True)
class Way:
    """A branch in words, where it leads, and the title of the tree that it leads to, if another.

    ``go`` is the target as the tree names it; empty for the way to a fork.
    """

    say: str
    href: str
    elsewhere: str = ""
    go: str = ""


@dataclass(frozen=True, slots=True)
class Fork:
    """A section that asks which of several branches fits, after an option was picked."""

    id: str
    anchor: str
    label: str
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """An option and the way behind it."""

    id: str
    label: str
    way: Way


@dataclass(frozen=True, slots=True)
class Exits:
    """All that leads on from a question: its choices and their forks, or its ways in words."""

    choices: tuple[Choice, ...] = ()
    forks: tuple[Fork, ...] = ()
    ways: tuple[Way, ...] = ()


class Ways:
    """The ways of one document; ``tree_link`` gives another tree's address and title."""

    def __init__(
        self, document: Document, place: Place, tree_link: Callable[[str], tuple[str, str]]
    ) -> None:
        """Hold what every question's ways need."""
        self._document = document
        self._place = place
        self._tree_link = tree_link

    def exits(self, question: Question) -> Exits:
        """Return where a question leads."""
        form = kind_of(question).form(question)
        if form.layout != "pick":
            return Exits(ways=self._distinct(question, range(len(question.branches))))
        picked = [self._choice(question, option, form.options[option]) for option in form.options]
        forks = tuple(fork for _, fork in picked if fork)
        return Exits(choices=tuple(choice for choice, _ in picked), forks=forks)

    def _choice(self, question: Question, option: str, label: str) -> tuple[Choice, Fork | None]:
        left_open = open_branches(question, option, self._document.tree.values)
        ways = self._distinct(question, left_open, option)
        if len(ways) == 1:
            return Choice(option, label, ways[0]), None
        name = f"{question.id}.{option}"
        fork = Fork(name, self._place.anchor(name), label, ways)
        return Choice(option, label, Way(label, self._place.link(name))), fork

    def _distinct(
        self, question: Question, branches: Iterable[int], option: str = ""
    ) -> tuple[Way, ...]:
        """Return one way for each branch, or a single one where all lead to the same target."""
        chosen = list(branches)
        if len({question.branches[at].go for at in chosen}) == 1:
            chosen = chosen[-1:]
        return tuple(self._way(question, at, option) for at in chosen)

    def _way(self, question: Question, at: int, option: str) -> Way:
        go = question.branches[at].go
        say = self._words(question, at, option)
        tree = other_tree(go)
        if tree is None:
            return Way(say, self._place.link(go), go=go)
        return Way(say, *self._tree_link(tree), go=go)

    def _words(self, question: Question, at: int, option: str) -> str:
        """Return a branch in words; what an option has just decided is not said again."""
        said = self._document.questions[question.id].branches[at].say
        when = question.branches[at].when
        if not option or when is None or said != self._say(question, when):
            return said
        values = self._document.tree.values
        left = still_to_ask(question, option, when, values)
        return self._say(question, left) if left else ""

    def _say(self, question: Question, condition: Expression) -> str:
        """Return a condition in the check's words; nothing where it speaks of another tree."""
        names = {name: text.name for name, text in self._document.questions.items()}
        try:
            return Speaker(self._document.tree.questions, names, question.id).say(condition)
        except KeyError:
            return ""
