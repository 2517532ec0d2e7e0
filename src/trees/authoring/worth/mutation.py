"""Which small changes to a tree its stories would notice.

Boundary: tries the changes of ``slips``, and has ``shown`` try those of values. Only the stories
that pass the changed question are followed again. A change that no story notices is compared
exactly: where no reader could notice it either, it does not count; else the readers who would are
the story that is missing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from trees.engine.tree import Library, Tree

from ..diff.routes import Move, compare_routes
from ..document import Project
from ..explore import connected
from ..findings import Finding, Span
from ..proof.days import Period
from ..proof.refusal import Node, Refusal
from ..rules import unnoticed_change
from .places import branch_span, node_span
from .shown import try_values
from .slips import Slip, slips_of
from .trace import Story, stories


@dataclass(frozen=True, slots=True)
class Worth:
    """How many changes of a tree its stories notice; ``alike`` made no difference to anybody."""

    tree: str
    noticed: int
    alike: int
    findings: tuple[Finding, ...]

    @property
    def tried(self) -> int:
        """The changes that make a difference."""
        return self.noticed + len(self.findings)


def worth(project: Project, period: Period, trees: list[str]) -> list[Worth]:
    """Try all changes of some trees of a project."""
    trying = _Trying(project, period)
    return [trying.tree(tree) for tree in trees]


@dataclass
class _Trying:
    """One run over a project."""

    project: Project
    period: Period

    @cached_property
    def library(self) -> Library:
        return {name: document.tree for name, document in self.project.documents.items()}

    @cached_property
    def told(self) -> list[Story]:
        return stories(self.library, self.project.documents)

    @cached_property
    def passing(self) -> Mapping[Node, list[Story]]:
        """The stories that pass each question."""
        found: dict[Node, list[Story]] = {}
        for story in self.told:
            for node, _ in story.trace.passed:
                found.setdefault(node, []).append(story)
        return found

    @cached_property
    def before(self) -> Mapping[str, list[str]]:
        """The trees from which readers come to each tree: first itself."""
        found: dict[str, list[str]] = {tree: [tree] for tree in self.library}
        for tree in self.library:
            for other in connected(self.library, tree)[1:]:
                found[other].append(tree)
        return found

    def tree(self, name: str) -> Worth:
        noticed = alike = 0
        findings: list[Finding] = []
        for slip in slips_of(self.library[name]):
            changed = self._changed(self.library[name], slip)
            if self._noticed((name, slip.question.id), changed):
                noticed += 1
            elif finding := self._unnoticed(name, slip, changed):
                findings.append(finding)
            else:
                alike += 1
        values = [*try_values(self.library, self.project.documents, self.told, name)]
        findings += [finding for finding in values if finding]
        noticed += values.count(None)
        return Worth(name, noticed, alike, tuple(sorted(findings)))

    def _changed(self, tree: Tree, slip: Slip) -> Library:
        questions = {**tree.questions, slip.question.id: slip.question}
        return {**self.library, tree.id: replace(tree, questions=questions)}

    def _noticed(self, node: Node, changed: Library) -> bool:
        return any(not story.holds_in(changed) for story in self.passing.get(node, ()))

    def _unnoticed(self, tree: str, slip: Slip, changed: Library) -> Finding | None:
        """Return the finding of a change that readers would notice and no story does."""
        span = self._span((tree, slip.question.id), slip)
        for entry in self.before[tree]:
            try:
                routes = compare_routes(self.library, changed, entry, self.period)
            except Refusal:
                return unnoticed_change.undecided(span, slip.words)
            if moves := [move for move in routes.moves if not move.kept]:
                move = _told(moves)
                return unnoticed_change.found(span, slip.words, entry, move.example, move.old.node)
        return None

    def _span(self, node: Node, slip: Slip) -> Span:
        documents = self.project.documents
        if slip.branch is not None:
            return branch_span(documents, node, slip.branch)
        path = ("questions", node[1], slip.bound)
        return documents[node[0]].spans.get(path) or node_span(documents, node)


def _told(moves: list[Move]) -> Move:
    """Return the move with the shortest example, of readers who end at an outcome now."""
    ended = [move for move in moves if move.old.how == "ends"]
    return min(ended or moves, key=lambda one: len(one.example.answers))
