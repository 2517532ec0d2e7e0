"""From what was reached to findings: the faults on ways.

Boundary: decides what is a fault; the words are the rules'. A fault is shown with the shortest
answers that lead to it, from the start of its own tree where that is possible. Which branches are
judged at all is decided here, the branches themselves are judged in ``branches``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from trees.engine.questions import kind_of

from ..drafts import Draft
from ..facts import needs
from ..findings import Finding, Span
from ..prose import placeholders
from ..rules import (
    empty_placeholder,
    missing_value,
    no_answer_fits,
    no_branch_holds,
    question_not_asked_yet,
)
from .branches import Branches
from .certificate import example, witness
from .plan import after
from .reach import Reach, Spot
from .refusal import Node

type Seen = tuple[Reach, Spot]


class Judge:
    """Judges what was reached.

    ``sound`` are the trees without errors so far. Of the others, only texts with a gap are
    reported: the rest may follow from an error that is known.
    """

    def __init__(
        self, drafts: Mapping[str, Draft], sound: Collection[str], reaches: Sequence[Reach]
    ) -> None:
        """Hold the trees, and what was reached from the start of each that could be followed."""
        self.drafts = drafts
        self.sound = sound
        self.reaches = reaches
        self._after: dict[tuple[str, str], set[Node]] = {}

    def ways(self) -> Iterator[Finding]:
        """Return the faults on ways: gaps between branches, no fitting answer, empty names."""
        for (_, node), seen in self._nearest("gaps").items():
            question = self.drafts[node[0]].questions[node[1]]
            span = (question.ways_key or question.key).span
            yield no_branch_holds.found(span, node[1], example(*seen))
        for (_, node), seen in self._nearest("stuck").items():
            span = self.drafts[node[0]].questions[node[1]].key.span
            yield no_answer_fits.found(span, node[1], example(*seen))
        for (name, node), seen in self._nearest("missing").items():
            yield from self._missing(node, name, *seen)
        for (name, node), seen in self._nearest("empty").items():
            for span in _shown(self.drafts[node[0]], node[1], name):
                yield empty_placeholder.found(span, node[1], name, example(*seen, empty=name))

    def _nearest(self, fault: str) -> dict[tuple[str, Node], Seen]:
        """Return each fault of a kind once, as the fewest answers show it."""
        found: dict[tuple[str, Node], tuple[tuple[bool, int], Seen]] = {}
        for reach in self.reaches:
            for place, spot in getattr(reach, fault).items():
                node, name = place if fault in ("missing", "empty") else (place, "")
                if node[0] not in self.sound and fault != "missing":
                    continue
                rank = (node[0] != reach.plan.tree, len(witness(reach, spot).answers))
                if (name, node) not in found or rank < found[name, node][0]:
                    found[name, node] = (rank, (reach, spot))
        return {place: seen for place, (_, seen) in found.items()}

    def _missing(self, node: Node, name: str, reach: Reach, spot: Spot) -> Iterator[Finding]:
        draft = self.drafts[node[0]]
        given = witness(reach, spot).answers
        unasked = [one for one in _needed(draft, name) if one not in given]
        for span in _shown(draft, node[1], name) if unasked or node[0] in self.sound else ():
            if unasked:
                yield question_not_asked_yet.shown(
                    span, node[1], name, unasked[0], example(reach, spot)
                )
            else:
                yield missing_value.found(span, node[1], name, example(reach, spot))

    def branches(self, tree: str, reaches: Sequence[Reach]) -> Iterator[Finding]:
        """Return the branches and comparisons of a tree that no answers use.

        ``reaches`` are those of all trees in which readers can begin and come to this one.
        """
        for name in self.drafts[tree].questions:
            node = (tree, name)
            here = [reach for reach in reaches if node in reach.marks]
            # What one reach has seen is seen.
            if here and not any(one.marks[node].clean(one.plan.places[node].back) for one in here):
                question = self.drafts[tree].questions[name]
                branches = Branches(node, question, here, self.before)
                yield from branches.findings() if tree in self.sound else branches.unasked()

    def before(self, asked: str, node: Node, reach: Reach) -> bool:
        """Whether some way passes a question and comes to a node after it."""
        key = (reach.plan.tree, asked)
        if key not in self._after:
            nodes = [place for place in reach.plan.places if place[1] == asked]
            self._after[key] = set().union(*(after(reach.plan, place) for place in nodes))
        return node in self._after[key]


def _needed(draft: Draft, name: str) -> list[str]:
    """Return the questions that must have been answered for a name to show something."""
    if name in draft.questions:
        return [name]
    values = {known: one.value for known, one in draft.values.items() if one.value}
    needed = needs(values[name].expression, values) if name in values else frozenset()
    return [question for question in draft.questions if question in needed]


def _shown(draft: Draft, node: str, name: str) -> Iterator[Span]:
    """Return where a name stands in the texts of a node."""
    for prose in draft.prose:
        if prose.owner == node and prose.filled:
            for mark in placeholders(prose.node.value):
                if mark.name == name:
                    yield prose.node.span_of(mark.start, mark.end)
    if node in draft.outcomes and _is_day(draft, name):
        for said in draft.outcomes[node].date_names:
            if said.value == name:
                yield said.node.span


def _is_day(draft: Draft, name: str) -> bool:
    """Whether a name shows a day; where it does not, another rule says so."""
    if name in draft.questions:
        return kind_of(draft.questions[name].question).type == "date"
    return name in draft.values and draft.values[name].type == "date"
