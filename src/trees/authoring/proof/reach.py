"""Every way through a plan, followed at once.

Boundary: dynamic programming. At each node, all ways that brought the same sorts of days and the
same atoms that still matter are one state: they can only go on alike. Each state counts its ways
and keeps the shortest. So the cost grows with the nodes and with what must be remembered, never
with the number of ways. What the states mean is said in ``certificate`` and ``judge``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from trees.engine.tree import Outcome

from .cells import Cell, Cells
from .formulas import Formula, atoms_in, true_in
from .plan import Place, Plan
from .refusal import Node, Refusal

#: More states than this of one tree are not followed.
MOST_STATES = 200_000

#: Bits of the sorts of days that are still possible, and the atoms that hold and still matter.
type State = tuple[int, frozenset[int]]


@dataclass(slots=True)
class Arrival:
    """The ways that come to a node in one state: how many, and how many questions they asked.

    ``before`` is the last step of the shortest: a node, its state, and the cell answered there
    (None where the question was passed because it had been answered before).
    """

    ways: int = 1
    least: int = 0
    most: int = 0
    total: int = 0
    before: tuple[Node, State, Cell | None] | None = None


#: An end of the shortest way to something: a node, its state, and the cell answered last.
type Spot = tuple[Node, State, Cell | None]


@dataclass(slots=True)
class Marks:
    """What was seen of the branches of one question."""

    held: set[int] = field(default_factory=set)
    failed: set[int] = field(default_factory=set)
    taken: set[int] = field(default_factory=set)


@dataclass(slots=True)
class Reach:
    """All that was found: states by node, marks of branches, and the faults with a way to each."""

    plan: Plan
    cells: Cells
    states: dict[Node, dict[State, Arrival]] = field(default_factory=dict)
    marks: dict[Node, Marks] = field(default_factory=dict)
    gaps: dict[Node, Spot] = field(default_factory=dict)
    stuck: dict[Node, Spot] = field(default_factory=dict)
    missing: dict[tuple[Node, str], Spot] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Choice:
    """Cells of a question that go on alike: one of them, and how many there are."""

    cell: Cell
    held: frozenset[int]
    days: int
    count: int


def follow(plan: Plan, cells: Cells) -> Reach:
    """Follow all ways of a plan.

    Raises:
        Refusal: too much must be remembered.
    """
    return _Following(plan, cells).reach


class _Following:
    """Follows a plan, node by node."""

    def __init__(self, plan: Plan, cells: Cells) -> None:
        self.plan = plan
        self.reach = Reach(plan, cells, {node: {} for node in plan.order})
        self.states = self.reach.states
        self.all_days = cells.all_days
        self.days_matter = self._days_matter()
        self.made = 1
        self.states[plan.start][self._key(plan.start, self.all_days, frozenset())] = Arrival()
        for node in plan.order:
            self._node(node)

    def _days_matter(self) -> set[Node]:
        """The nodes from which on a way comes to a date that differs from day to day."""
        found: set[Node] = set()
        for node in reversed(self.plan.order):
            place = self.plan.places[node]
            own = [] if isinstance(place.node, Outcome) else self._cells(node)
            differs = any(cell.days != self.all_days for cell in own)
            if differs or any(go in found for _, go in place.branches):
                found.add(node)
        return found

    def _cells(self, node: Node) -> Sequence[Cell]:
        return self.reach.cells.of[self.plan.variant_of[node]]

    def _key(self, node: Node, days: int, held: frozenset[int]) -> State:
        matters = self.plan.places[node].matters
        return (days if node in self.days_matter else self.all_days, held & matters)

    def _node(self, node: Node) -> None:
        place = self.plan.places[node]
        # Shortest first, so that the first spot found of anything is a shortest one.
        arrived = sorted(self.states[node].items(), key=lambda item: item[1].least)
        question = not isinstance(place.node, Outcome)
        choices = self._choices(node, place) if question else []
        if question:
            self.reach.marks[node] = Marks()
        for state, arrival in arrived:
            passed = question and self._passed(node, state)
            if not passed:
                self._texts(node, place, state)
            if passed:
                self._go(node, place, state, arrival, None)
            elif question:
                self._ask(node, place, state, arrival, choices)

    def _passed(self, node: Node, state: State) -> bool:
        """Whether the question was answered before, in another tree."""
        if node[1] not in self.plan.shared:
            return False
        return true_in(self.plan.atoms.answered(node[1]), state[1])

    def _texts(self, node: Node, place: Place, state: State) -> None:
        for name, formula in place.missing.items():
            if (node, name) not in self.reach.missing and true_in(formula, state[1]):
                self.reach.missing[node, name] = (node, state, None)

    def _choices(self, node: Node, place: Place) -> list[_Choice]:
        """Group the cells by all that anything from here on can see of them."""
        looked_at = {at for formula, _ in place.branches for at in atoms_in(formula)}
        for _, go in place.branches:
            looked_at |= self.plan.places[go].matters
        groups: dict[tuple[frozenset[int], int], list[Cell]] = {}
        for cell in self._cells(node):
            groups.setdefault((cell.held & looked_at, cell.days), []).append(cell)
        return [_Choice(cells[0], held, days, len(cells)) for (held, days), cells in groups.items()]

    def _ask(
        self, node: Node, place: Place, state: State, arrival: Arrival, choices: list[_Choice]
    ) -> None:
        left = state[0]
        for choice in choices:
            left &= ~choice.days
            if state[0] & choice.days:
                self._go(node, place, state, arrival, choice)
        if left and node not in self.reach.stuck:
            self.reach.stuck[node] = (node, (left, state[1]), None)

    def _go(
        self, node: Node, place: Place, state: State, arrival: Arrival, choice: _Choice | None
    ) -> None:
        days, held = state
        if choice:
            days, held = days & choice.days, held | choice.held
        cell = choice.cell if choice else None
        go = self._taken(node, place.branches, held)
        if go is None:
            self.reach.gaps.setdefault(node, (node, state, cell))
            return
        key = self._key(go, days, held)
        self._merge(go, key, arrival, choice, (node, state, cell))

    def _taken(
        self, node: Node, branches: list[tuple[Formula, Node]], held: frozenset[int]
    ) -> Node | None:
        marks = self.reach.marks[node]
        taken: Node | None = None
        for at, (formula, go) in enumerate(branches):
            holds = true_in(formula, held)
            (marks.held if holds else marks.failed).add(at)
            if holds and taken is None:
                marks.taken.add(at)
                taken = go
        return taken

    def _merge(
        self, go: Node, key: State, arrival: Arrival, choice: _Choice | None, before: Spot
    ) -> None:
        asked, count = (1, choice.count) if choice else (0, 1)
        there = self.states[go]
        known = there.get(key)
        ways = arrival.ways * count
        total = (arrival.total + arrival.ways * asked) * count
        least, most = arrival.least + asked, arrival.most + asked
        if known is None:
            self._count_state(go)
            there[key] = Arrival(ways, least, most, total, before)
            return
        known.ways += ways
        known.total += total
        known.most = max(known.most, most)
        if least < known.least:
            known.least, known.before = least, before

    def _count_state(self, node: Node) -> None:
        self.made += 1
        if self.made > MOST_STATES:
            names = dict.fromkeys(self._remembered(node))
            raise Refusal(
                "too-large-to-prove",
                node,
                f"More than {MOST_STATES} combinations of answers must be remembered; here the"
                f" answers to {', '.join(names) or 'nothing'} still matter",
                "Let conditions look at fewer earlier answers, or split the tree in two.",
            )

    def _remembered(self, node: Node) -> Iterator[str]:
        matters = self.plan.places[node].matters
        return (name for name, atoms in self.plan.atoms.of.items() if matters.intersection(atoms))


def steps_to(reach: Reach, spot: Spot) -> tuple[int, list[Cell]]:
    """Return the days on which a spot can be reached, as bits, and the cells answered."""
    node, state, cell = spot
    days, cells = state[0], [cell] if cell else []
    before = reach.states[node].get(state)
    if before is None:
        # A spot of some of the days of a state: the state itself has more of them.
        before = next(
            arrival
            for (more, held), arrival in reach.states[node].items()
            if held == state[1] and more & days == days
        )
    step = before.before
    while step is not None:
        node, state, cell = step
        cells += [cell] if cell else []
        step = reach.states[node][state].before
    for one in cells:
        days &= one.days
    return days, cells[::-1]
