"""From what was reached to findings.

Boundary: decides what is a fault; the words are the rules'. Faults of a way (a gap, a name without
a value) are judged for each tree that readers begin in. Whether a node or a branch is ever used is
judged over all trees from which readers can come to it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..document import Document
from ..findings import Finding
from ..rules import (
    always_holds,
    missing_value,
    never_holds,
    never_reached,
    no_answer_fits,
    no_branch_holds,
    shadowed_branch,
)
from .certificate import witness
from .places import branch_span, node_span, ways_span
from .reach import Marks, Reach, Spot
from .refusal import Node, Refusal


@dataclass(frozen=True, slots=True)
class Judge:
    """Judges what was reached from some trees."""

    documents: Mapping[str, Document]

    def refused(self, refusal: Refusal) -> Finding:
        """Return the finding of a refusal."""
        span = node_span(self.documents, refusal.node)
        return Finding(span, refusal.code, refusal.message, refusal.hint)

    def ways(self, reach: Reach) -> Iterator[tuple[str, Finding]]:
        """Return the faults on the ways from one tree, each with the tree it stands in."""
        for node, spot in reach.gaps.items():
            span = ways_span(self.documents, node)
            yield node[0], no_branch_holds.found(span, node[1], _example(reach, spot))
        for node, spot in reach.stuck.items():
            span = node_span(self.documents, node)
            yield node[0], no_answer_fits.found(span, node[1], _example(reach, spot))
        for (node, name), spot in reach.missing.items():
            span = node_span(self.documents, node)
            yield node[0], missing_value.found(span, node[1], name, _example(reach, spot))

    def unused(self, tree: str, reaches: list[Reach]) -> Iterator[Finding]:
        """Return the nodes and branches of a tree that no answers use, wherever readers begin."""
        document = self.documents[tree]
        for name in (*document.tree.questions, *document.tree.outcomes):
            node = (tree, name)
            if not any(reach.states.get(node) for reach in reaches):
                yield never_reached.found(node_span(self.documents, node), name)
            elif name in document.tree.questions:
                marks = [reach.marks[node] for reach in reaches if node in reach.marks]
                yield from self._branches(node, _all_marks(marks))

    def _branches(self, node: Node, marks: Marks) -> Iterator[Finding]:
        question = self.documents[node[0]].tree.questions[node[1]]
        last = len(question.branches) - 1
        for at, branch in enumerate(question.branches):
            span = branch_span(self.documents, node, at)
            if branch.when and at < last and at not in marks.failed and at in marks.held:
                yield always_holds.found(span, node[1])
                return
            if branch.when and at not in marks.held and marks.failed:
                yield never_holds.found(span, node[1])
            elif at in marks.held and at not in marks.taken:
                yield shadowed_branch.found(span, node[1])


def _all_marks(marks: list[Marks]) -> Marks:
    return Marks(
        held=set().union(*(one.held for one in marks)),
        failed=set().union(*(one.failed for one in marks)),
        taken=set().union(*(one.taken for one in marks)),
    )


def _example(reach: Reach, spot: Spot) -> str:
    seen = witness(reach, spot)
    answers = json.dumps(dict(seen.answers), ensure_ascii=False)
    return f"in `{reach.plan.tree}` on {seen.today} with {answers}"
