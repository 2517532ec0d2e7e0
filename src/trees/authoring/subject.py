"""What a rule looks at: one tree among all trees, and what is known about its ways.

Boundary: facts, worked out once and kept; no findings.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from trees.engine.questions import kind_of
from trees.engine.tree import other_tree

from .drafts import Draft
from .facts import needs
from .findings import Span
from .flow import Flow
from .graph import Node, Trees
from .prose import links


@dataclass(frozen=True)
class Subject:
    """A tree under check. ``sources`` are the names of all sources; None if they are unread."""

    draft: Draft
    trees: Trees
    sources: frozenset[str] | None

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
    def links(self) -> tuple[tuple[Span, str], ...]:
        """The address of every link in the tree's texts, and where it stands."""
        nodes = [prose.node for prose in self.draft.prose if prose.markdown]
        read = [link for outcome in self.draft.outcomes.values() for link in outcome.links]
        bare = [(link.node.span, link.value) for link in read if other_tree(link.value)]
        return tuple(bare) + tuple(
            (node.span_of(mark.start, mark.end), mark.name)
            for node in nodes
            for mark in links(node.value)
        )

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
    def flow(self) -> Flow:
        """The ways through the tree; empty where it loops."""
        return Flow(self.draft, self.trees, self.order or ())

    def surely_asked(self, node: str, question: str) -> bool:
        """Whether every way to a node has passed a question (True where that is unknown)."""
        return bool(self.flow.surely.get(node, -1) & self.flow.bits[question])

    def perhaps_asked(self, node: str, question: str) -> bool:
        """Whether readers can have answered a question at a node's branches."""
        if node not in self.flow.perhaps or node == question or question in self.flow.carried:
            return True
        if not self.trees.readable:
            return True
        return bool(self.flow.perhaps[node] & self.flow.bits[question])

    def type_of(self, question: str) -> str:
        """Return the type of a question's answer, as conditions see it."""
        return kind_of(self.draft.questions[question].question).type

    def is_day(self, name: str) -> bool:
        """Whether a name is that of a date question or value, or of one that could not be read."""
        if name in self.draft.questions:
            return self.type_of(name) == "date" or not self.draft.questions[name].settled
        value = self.draft.values.get(name)
        if value is None:
            questions = self.draft.written("questions")
            return not questions or name in (*questions, *self.draft.written("values"))
        return value.value is None or value.type == "date"

    @cached_property
    def value_needs(self) -> dict[str, frozenset[str]]:
        """For each value, the questions that must have been answered to work it out."""
        sound = {name: value.value for name, value in self.draft.values.items() if value.value}
        return {name: needs(value.expression, sound) for name, value in sound.items()}
