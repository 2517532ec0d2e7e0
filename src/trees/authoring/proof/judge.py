"""From what was reached to findings.

Boundary: decides what is a fault; the words are the rules'. A fault is shown with the shortest
answers that lead to it, from the start of its own tree where that is possible. Whether a branch is
ever used is judged over all trees from which readers can come to it.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence

from trees.engine.questions import kind_of

from ..drafts import BranchDraft, Draft
from ..facts import atoms_in, needs
from ..findings import Finding, Span
from ..prose import placeholders
from ..rules import (
    always_holds,
    empty_placeholder,
    missing_value,
    never_holds,
    no_answer_fits,
    no_branch_holds,
    question_not_asked_yet,
    shadowed_branch,
    silent_overlap,
)
from .cells import Cell
from .certificate import witness
from .formulas import true_in
from .plan import after
from .reach import Reach, Spot, State
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
                branches = _Branches(self, node, here)
                yield from branches.findings() if tree in self.sound else branches.unasked()

    def before(self, asked: str, node: Node, reach: Reach) -> bool:
        """Whether some way passes a question and comes to a node after it."""
        key = (reach.plan.tree, asked)
        if key not in self._after:
            nodes = [place for place in reach.plan.places if place[1] == asked]
            self._after[key] = set().union(*(after(reach.plan, place) for place in nodes))
        return node in self._after[key]


class _Branches:
    """Judges the branches of one question."""

    def __init__(self, judge: Judge, node: Node, reaches: Sequence[Reach]) -> None:
        self.judge = judge
        self.node = node
        self.reaches = reaches
        self.drafted = judge.drafts[node[0]].questions[node[1]].branches
        marks = [reach.marks[node] for reach in reaches]
        self.held = set().union(*(one.held for one in marks))
        self.failed = set().union(*(one.failed for one in marks))
        self.taken = set().union(*(one.taken for one in marks))

    def unasked(self) -> Iterator[Finding]:
        """Return the comparisons with answers that nobody has given by then."""
        for branch in self.drafted:
            for span, asked in self._never_given(branch):
                if not self._before(asked):
                    yield question_not_asked_yet.compared(span, self.node[1], asked)

    def findings(self) -> Iterator[Finding]:
        """Return all that no answers use."""
        yield from self.unasked()
        for at, branch in enumerate(self.drafted):
            empty = list(self._never_given(branch))
            for span, asked in empty:
                if self._before(asked):
                    yield never_holds.part(span, self.node[1], asked, self._shortest())
            if not empty and at not in self.taken and (self.failed or self.held):
                yield self._never_taken(at, branch)
            last = at == len(self.drafted) - 1
            if branch.when and not last and at not in self.failed and at in self.taken:
                yield always_holds.found(_span(branch), self.node[1], self._shortest())
                return
        yield from self._overlaps()

    def _overlaps(self) -> Iterator[Finding]:
        """Return the branches that only their order keeps from answers of their own."""
        for lower, branch in enumerate(self.drafted):
            for upper, above in enumerate(self.drafted[:lower] if not branch.aloud else ()):
                if above.condition and self._partly(upper, lower):
                    seen = next(self._where(lower, taken=upper))
                    said = above.condition.value
                    yield silent_overlap.found(_span(branch), said, example(*seen))
                    break

    def _partly(self, upper: int, lower: int) -> bool:
        """Whether the lower branch holds for some answers that the upper takes, but not for all."""
        go = [go for _, go in self.reaches[0].plan.places[self.node].branches]
        marks = [reach.marks[self.node] for reach in self.reaches]
        both = sum(one.over[upper, lower] for one in marks)
        elsewhere = go[upper] != go[lower] and lower in self.taken
        return elsewhere and 0 < both < sum(one.first[upper] for one in marks)

    def _never_taken(self, at: int, branch: BranchDraft) -> Finding:
        if at not in self.held:
            return never_holds.found(_span(branch), self.node[1], self._shortest())
        reach, spot = next(self._where(at))
        return shadowed_branch.found(_span(branch), self.node[1], example(reach, spot))

    def _shortest(self) -> str:
        """Return the shortest answers that lead to the question."""
        reach = self.reaches[0]
        return example(reach, Spot(self.node, reach.nearest(self.node)[0][0]))

    def _where(self, at: int, taken: int | None = None) -> Iterator[Seen]:
        """Return where a branch holds, nearest first; and where another one is ``taken``."""
        for reach in self.reaches:
            formulas = [formula for formula, _ in reach.plan.places[self.node].branches]
            for state, cell in self._answered(reach):
                held = state[1] | cell.held if cell else state[1]
                first = (one for one, formula in enumerate(formulas) if true_in(formula, held))
                if true_in(formulas[at], held) and taken in (None, next(first, None)):
                    yield reach, Spot(self.node, state, cell)

    def _answered(self, reach: Reach) -> Iterator[tuple[State, Cell | None]]:
        """Return the states of the question with each answer; None where it was given before."""
        name, plan = self.node[1], reach.plan
        given = plan.atoms.answered(name) if name in plan.shared else False
        for (days, held), _ in reach.nearest(self.node):
            if true_in(given, held):
                yield (days, held), None
                continue
            for cell in reach.cells_at(self.node):
                if days & cell.days:
                    yield (days & cell.days, held), cell

    def _never_given(self, branch: BranchDraft) -> Iterator[tuple[Span, str]]:
        """Return the first comparison with an earlier answer that holds on no way to here."""
        if branch.condition is None or branch.when is None:
            return
        for atom in atoms_in(branch.when):
            asked = atom[1] if atom[0] == "answered" else _asked(atom)
            if asked != self.node[1] and not any(self._given(atom, one) for one in self.reaches):
                at = question_not_asked_yet.position(branch.condition.value, asked)
                yield branch.condition.node.span_of(at, at + len(asked)), asked
                return

    def _given(self, atom: list[object], reach: Reach) -> bool:
        return reach.plan.atoms.number(atom) in reach.marks[self.node].given

    def _before(self, asked: str) -> bool:
        return any(self.judge.before(asked, self.node, reach) for reach in self.reaches)


def _asked(atom: list[object]) -> str:
    """Return the question that a comparison speaks of."""
    part = atom
    while part[0] != "answer":
        assert isinstance(part[1], list)
        part = part[1]
    return str(part[1])


def _span(branch: BranchDraft) -> Span:
    return (branch.condition or branch.target).node.span


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


def example(reach: Reach, spot: Spot, empty: str | None = None) -> str:
    """Say with which answers a spot is reached, one of them left out; `trees play` replays them."""
    seen = witness(reach, spot)
    given = dict(seen.answers) | ({empty: ""} if empty else {})
    answers = json.dumps(given, ensure_ascii=False)
    return f"in `{reach.plan.tree}` on {seen.today} with {answers}"
