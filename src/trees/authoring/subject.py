"""What a rule looks at: one tree among all trees, and what is known about its ways.

Boundary: facts, worked out once and kept; no findings.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from trees.engine.questions import kind_of
from trees.engine.tree import other_tree

from .drafts import Draft
from .findings import Span
from .graph import Trees
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
