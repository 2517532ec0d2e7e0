"""What a rule looks at: one tree among all trees, and what is known about its ways.

Boundary: facts, worked out once and kept; no findings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from trees.engine.questions import kind_of

from .drafts import Draft
from .facts import needs
from .graph import Node, Trees


@dataclass(frozen=True)
class Subject:
    """A tree under check. ``sources`` are the names of all sources that are written down."""

    draft: Draft
    trees: Trees
    sources: frozenset[str]

    @cached_property
    def reachable(self) -> set[str]:
        """The nodes that the start leads to within this tree."""
        return self.trees.reachable(self.draft)

    @cached_property
    def certain(self) -> bool:
        """Whether every way of the tree could be followed, so that nothing is a consequence."""
        known = all(
            self.trees.target(self.draft, branch) or branch.go.startswith("tree:")
            for question in self.draft.questions.values()
            for branch in question.branches
        )
        return self.draft.whole and known

    @cached_property
    def order(self) -> list[str] | None:
        """The reachable nodes, each after all that lead to it; None where the tree loops."""
        waits = {name: len(self.before.get(name, ())) for name in self.reachable}
        ready = [name for name, count in waits.items() if not count]
        done: list[str] = []
        while ready:
            name = ready.pop()
            done.append(name)
            for follower in self._followers(name):
                waits[follower] -= 1
                if not waits[follower]:
                    ready.append(follower)
        return done if len(done) == len(waits) else None

    @cached_property
    def before(self) -> dict[str, list[str]]:
        """For each reachable node, the nodes that lead straight to it."""
        before: dict[str, list[str]] = {}
        for name in self.reachable:
            for follower in self._followers(name):
                before.setdefault(follower, []).append(name)
        return before

    def _followers(self, name: str) -> list[str]:
        ways: Iterable[tuple[object, Node]] = self.trees.ways.get((self.draft.id, name), ())
        return [node for _, (tree, node) in ways if tree == self.draft.id]

    @cached_property
    def _bits(self) -> dict[str, int]:
        return {name: 1 << at for at, name in enumerate(self.draft.questions)}

    def _flow(self, join: Callable[[int, int], int]) -> dict[str, int]:
        """Carry sets of questions, as bits, from the start to every node."""
        sets: dict[str, int] = {}
        for name in self.order or ():
            joined: int | None = None
            for earlier in self.before.get(name, ()):
                passed = sets[earlier] | self._bits[earlier]
                joined = passed if joined is None else join(joined, passed)
            sets[name] = joined or 0
        return sets

    @cached_property
    def _surely(self) -> dict[str, int]:
        return self._flow(lambda one, other: one & other)

    @cached_property
    def _perhaps(self) -> dict[str, int]:
        return self._flow(lambda one, other: one | other)

    def surely_asked(self, node: str, question: str) -> bool:
        """Whether every way to a node has passed a question (True where that is unknown)."""
        return node not in self._surely or bool(self._surely[node] & self._bits[question])

    def perhaps_asked(self, node: str, question: str) -> bool:
        """Whether readers can have answered a question at a node's branches."""
        if node not in self._perhaps or node == question:
            return True
        if self._perhaps[node] & self._bits[question]:
            return True
        return any(
            question in self.trees.drafts[tree].questions
            for tree in self.trees.before(self.draft.id)
        )

    def way_without(self, node: str, question: str) -> list[str]:
        """Return the shortest way from the start to a node that does not pass a question."""
        start = self.draft.start
        if start == question:
            return []
        came: dict[str, str] = {start: ""}
        row = [start]
        while row and node not in came:
            row = [
                follower
                for name in row
                for follower in self._followers(name)
                if follower != question and came.setdefault(follower, name) == name
            ]
        way = [node] if node in came else []
        while way and came[way[-1]]:
            way.append(came[way[-1]])
        return way[::-1]

    def type_of(self, question: str) -> str:
        """Return the type of a question's answer, as conditions see it."""
        return kind_of(self.draft.questions[question].question).type

    @cached_property
    def value_needs(self) -> dict[str, frozenset[str]]:
        """For each value, the questions that must have been answered to work it out."""
        sound = {name: value.value for name, value in self.draft.values.items() if value.value}
        return {name: needs(value.expression, sound) for name, value in sound.items()}
