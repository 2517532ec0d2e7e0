"""From what was reached to findings: the branches of one question.

Boundary: decides which branches and comparisons no answers use, and which only their order keeps
from answers of their own; the words are the rules'. A branch is judged over all trees from which
readers can come to its question.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ..drafts import BranchDraft, QuestionDraft
from ..facts import atoms_in
from ..findings import Finding, Span
from ..rules import (
    always_holds,
    never_holds,
    question_not_asked_yet,
    shadowed_branch,
    silent_overlap,
)
from .cells import Cell
from .certificate import example, witness
from .formulas import true_in
from .reach import Reach, Spot, State
from .refusal import Node

#: Whether some way of a reach passes a question and comes to a node after it.
type Before = Callable[[str, Node, Reach], bool]


class Branches:
    """Judges the branches of one question."""

    def __init__(
        self, node: Node, question: QuestionDraft, reaches: Sequence[Reach], before: Before
    ) -> None:
        """Hold a question, and what was reached from all trees that lead to it."""
        self.node = node
        # Nearest first, and first of all those who begin here: their answers are told.
        self.reaches = sorted(reaches, key=lambda one: (self._foreign(one), self._least(one)))
        self.before = before
        self.drafted = question.branches
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
                    seen = self._nearest(lower, taken=upper)
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
        seen = self._nearest(at)
        return shadowed_branch.found(_span(branch), self.node[1], example(*seen))

    def _shortest(self) -> str:
        """Return the shortest answers that lead to the question."""
        reach = self.reaches[0]
        return example(reach, Spot(self.node, reach.nearest(self.node)[0][0]))

    def _nearest(self, at: int, taken: int | None = None) -> tuple[Reach, Spot]:
        """Return where a branch holds, by the fewest answers; and another one is ``taken``."""
        seen = [(one, next(self._where(one, at, taken), None)) for one in self.reaches]
        there = [(reach, spot) for reach, spot in seen if spot]
        return min(there, key=lambda one: (self._foreign(one[0]), len(witness(*one).answers)))

    def _where(self, reach: Reach, at: int, taken: int | None) -> Iterator[Spot]:
        formulas = [formula for formula, _ in reach.plan.places[self.node].branches]
        for state, cell in self._answered(reach):
            held = state[1] | cell.held if cell else state[1]
            first = (one for one, formula in enumerate(formulas) if true_in(formula, held))
            if true_in(formulas[at], held) and taken in (None, next(first, None)):
                yield Spot(self.node, state, cell)

    def _foreign(self, reach: Reach) -> bool:
        """Whether readers come to the question from another tree."""
        return reach.plan.tree != self.node[0]

    def _least(self, reach: Reach) -> int:
        """Return after how many questions readers come to the question, at least."""
        return min(arrival.least for arrival in reach.states[self.node].values())

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
        return any(self.before(asked, self.node, reach) for reach in self.reaches)


def _asked(atom: list[object]) -> str:
    """Return the question that a comparison speaks of."""
    part = atom
    while part[0] != "answer":
        assert isinstance(part[1], list)
        part = part[1]
    return str(part[1])


def _span(branch: BranchDraft) -> Span:
    return (branch.condition or branch.target).node.span
