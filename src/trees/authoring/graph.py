"""All trees of a project as one graph of nodes.

Boundary: who leads where, and what readers have answered by then. No findings.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from trees.engine.tree import other_tree

from .drafts import BranchDraft, Draft
from .suggest import near

type Node = tuple[str, str]


class Trees:
    """The drafts by tree id, and the ways between their nodes.

    A misspelled target that has a near name counts as that name, so that one slip does not make
    half a tree look unreachable.
    """

    def __init__(self, drafts: Mapping[str, Draft], ids: Iterable[str]) -> None:
        """Hold the drafts; ``ids`` are all trees there are, readable or not."""
        self.drafts = drafts
        self.ids = frozenset(ids)
        self._targets: dict[tuple[str, str], Node | None] = {}

    @cached_property
    def readable(self) -> bool:
        """Whether all that trees may bring into one another is known."""
        whole = all(draft.whole for draft in self.drafts.values())
        return whole and self.ids <= self.drafts.keys()

    def leads_to_unread(self, tree: str) -> bool:
        """Whether a way out of a tree comes to one that could not be read."""
        trees = (tree, *self.after(tree))
        targets = {
            other_tree(branch.go)
            for name in trees
            for question in self.drafts[name].questions.values()
            for branch in question.branches
        }
        begun = {name for name, draft in self.drafts.items() if draft.start}
        return bool(targets & (self.ids - begun))

    def target(self, draft: Draft, branch: BranchDraft) -> Node | None:
        """Return the node that a branch leads to, or None if that is unknown."""
        key = draft.id, branch.go
        if key not in self._targets:
            self._targets[key] = self._target(draft, branch.go)
        return self._targets[key]

    def _target(self, draft: Draft, go: str) -> Node | None:
        elsewhere = other_tree(go)
        if elsewhere is not None:
            other = self.drafts.get(elsewhere)
            return (elsewhere, other.start) if other and other.start else None
        if go in draft.questions or go in draft.outcomes:
            return (draft.id, go)
        name = near(go, draft.nodes)
        return (draft.id, name) if name else None

    @cached_property
    def ways(self) -> dict[Node, list[tuple[BranchDraft, Node]]]:
        """The branches of every question and the nodes they lead to."""
        return {
            (draft.id, name): [
                (branch, node)
                for branch in question.branches
                if (node := self.target(draft, branch))
            ]
            for draft in self.drafts.values()
            for name, question in draft.questions.items()
        }

    def reachable(self, draft: Draft) -> set[str]:
        """Return the nodes of a tree that its start leads to within the tree."""
        seen, waiting = {draft.start}, [draft.start]
        while waiting:
            for _, (tree, name) in self.ways.get((draft.id, waiting.pop()), ()):
                if tree == draft.id and name not in seen:
                    seen.add(name)
                    waiting.append(name)
        return seen

    @cached_property
    def continuations(self) -> dict[str, set[str]]:
        """For each tree, the trees that it goes on in directly."""
        return {
            draft.id: {
                tree
                for name in draft.questions
                for _, (tree, _) in self.ways[draft.id, name]
                if tree != draft.id
            }
            for draft in self.drafts.values()
        }

    def after(self, tree: str) -> set[str]:
        """Return all trees that a tree can go on in, through others too."""
        return set(_spread(tree, self.continuations))

    @cached_property
    def _origins(self) -> dict[str, set[str]]:
        origins: dict[str, set[str]] = {tree: set() for tree in self.drafts}
        for tree, others in self.continuations.items():
            for other in others:
                origins[other].add(tree)
        return origins

    def before(self, tree: str) -> set[str]:
        """Return all trees from which readers can come into a tree."""
        return set(_spread(tree, self._origins))


def _spread(tree: str, steps: Mapping[str, set[str]]) -> Iterator[str]:
    seen, waiting = {tree}, [tree]
    while waiting:
        for other in sorted(steps.get(waiting.pop(), ())):
            if other not in seen:
                seen.add(other)
                waiting.append(other)
                yield other
