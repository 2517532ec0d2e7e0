"""Every way through a plan, followed at once.

Boundary: dynamic programming. At each node, all ways that brought the same sorts of days and the
same atoms that still matter are one state: they can only go on alike. Each state counts its ways
and keeps the shortest. So the cost grows with the nodes and with what must be remembered, never
with the number of ways.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trees.engine.tree import Outcome

from .cells import Cell, Cells
from .formulas import Formula, true_in
from .plan import NOTHING, Place, Plan
from .reach import Arrival, Marks, Reach, Spot, State
from .refusal import Node, Refusal

#: More states than this are not followed, unless there are very many nodes.
MOST_STATES = 200_000
MOST_STATES_A_NODE = 20
#: Nor are more steps made: an answer given in a state, a branch tried.
MOST_STEPS = 5_000_000
MOST_STEPS_A_NODE = 500


@dataclass(slots=True)
class Group:
    """Cells of a question that go on alike: one of them, and how many there are."""

    cell: Cell
    held: frozenset[int]
    days: int
    size: int = 0


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
        self.states_left = max(MOST_STATES, MOST_STATES_A_NODE * len(plan.order))
        self.steps_left = max(MOST_STEPS, MOST_STEPS_A_NODE * len(plan.order))
        self.states[plan.start][self.all_days, NOTHING] = Arrival()
        for node in plan.order:
            arrived = self.states[node]
            if arrived:
                self._node(node, plan.places[node], arrived)

    def _days_matter(self) -> set[Node]:
        """The nodes from which on a way comes to a date that differs from day to day."""
        found: set[Node] = set()
        for node in reversed(self.plan.order):
            place = self.plan.places[node]
            if any(go in found for _, go in place.branches) or self._differs(node, place):
                found.add(node)
        return found

    def _differs(self, node: Node, place: Place) -> bool:
        own = [] if isinstance(place.node, Outcome) else self.reach.cells_at(node)
        return any(cell.days != self.all_days for cell in own)

    def _node(self, node: Node, place: Place, arrived: dict[State, Arrival]) -> None:
        question = not isinstance(place.node, Outcome)
        if not question and not place.missing and not place.empty:
            return
        # Shortest first, so that the first spot found of anything is a shortest one.
        states = self.reach.nearest(node) if len(arrived) > 1 else list(arrived.items())
        shared = node[1] in self.plan.shared
        asked = [one for one in states if not self._passed(node, one[0])] if shared else states
        for formulas, found in (
            (place.missing, self.reach.missing),
            (place.empty, self.reach.empty),
        ):
            for name, formula in formulas.items():
                state = next((state for state, _ in asked if true_in(formula, state[1])), None)
                if state:
                    found[node, name] = Spot(node, state)
        if question:
            _Leaving(self, node, place).leave(states, asked)

    def _passed(self, node: Node, state: State) -> bool:
        """Whether the question was answered before, in another tree."""
        return true_in(self.plan.atoms.answered(node[1]), state[1])

    def too_large(self, node: Node) -> Refusal:
        """Return the refusal of what cannot be followed from a node on."""
        names = list(dict.fromkeys(self._remembered(node)))
        more = f" and {len(names) - 8} more" if len(names) > 8 else ""
        return Refusal(
            "too-large-to-prove",
            node,
            "Too many combinations of answers must be remembered; here the answers to"
            f" {', '.join(names[:8]) or 'nothing'}{more} still matter",
            "Let conditions look at fewer earlier answers, or split the tree in two.",
        )

    def _remembered(self, node: Node) -> Iterator[str]:
        matters = self.plan.places[node].matters
        of = self.plan.atoms.of.items()
        return (name for name, atoms in of if matters.intersection(atoms.values()))


class _Leaving:
    """Goes on from one question, in every state and with every answer."""

    def __init__(self, following: _Following, node: Node, place: Place) -> None:
        self.following = following
        self.reach = following.reach
        self.node = node
        self.branches = place.branches
        self.back = place.back
        none = [0] * len(place.branches)
        self.marks = self.reach.marks[node] = Marks(none, none.copy())
        self.deciding = _Deciding(place.branches)
        self.ahead = [
            (
                following.plan.places[go].matters,
                0 if go in following.days_matter else following.all_days,
                following.states[go],
            )
            for _, go in place.branches
        ]
        self.groups = self._groups(place.looked_at)
        self.taken: dict[frozenset[int], int | None] = {}

    def _groups(self, looked_at: frozenset[int]) -> list[Group]:
        """Group the cells by all that anything from here on can see of them."""
        ahead = [matters for matters, _, _ in self.ahead if matters]
        looked = looked_at.union(*ahead) if ahead else looked_at
        groups: dict[tuple[frozenset[int], int], Group] = {}
        for cell in self.reach.cells_at(self.node):
            held, days = cell.held, cell.days
            if not held <= looked:
                held &= looked
            group = groups.get((held, days))
            if group is None:
                group = groups[held, days] = Group(cell, held, days)
            group.size += 1
        return list(groups.values())

    def leave(
        self, states: list[tuple[State, Arrival]], asked: list[tuple[State, Arrival]]
    ) -> None:
        """Go on from all states; ``asked`` are those in which the question is not passed."""
        passed = () if asked is states else {s for s, _ in states}.difference(s for s, _ in asked)
        for state, arrival in states:
            self.following.steps_left -= len(self.groups)
            if min(self.following.states_left, self.following.steps_left) < 0:
                raise self.following.too_large(self.node)
            if self.back:
                self.marks.given |= state[1] & self.back
            if state in passed:
                self._go(state, state[1], state[0], arrival, None)
                continue
            left = state[0]
            for group in self.groups:
                days = state[0] & group.days
                if days:
                    left &= ~days
                    self._go(state, state[1] | group.held, days, arrival, group)
            if left and self.node not in self.reach.stuck:
                self.reach.stuck[self.node] = Spot(self.node, (left, state[1]))

    def _go(
        self,
        state: State,
        held: frozenset[int],
        days: int,
        arrival: Arrival,
        group: Group | None,
    ) -> None:
        at = self.taken[held] if held in self.taken else self._take(held)
        cell = group.cell if group else None
        if at is None:
            if self.node not in self.reach.gaps:
                self.reach.gaps[self.node] = Spot(self.node, state, cell)
            return
        matters, other_days, there = self.ahead[at]
        asked, count = (1, group.size) if group else (0, 1)
        key = (days | other_days, held & matters)
        ways = arrival.ways * count
        total = (arrival.total + arrival.ways * asked) * count
        least, most = arrival.least + asked, arrival.most + asked
        known = there.get(key)
        if known is None:
            self.following.states_left -= 1
            there[key] = Arrival(ways, least, most, total, Spot(self.node, state, cell))
            return
        known.ways += ways
        known.total += total
        known.most = max(known.most, most)
        if least < known.least:
            known.least, known.before = least, Spot(self.node, state, cell)

    def _take(self, held: frozenset[int]) -> int | None:
        """Return the branch that is taken where these atoms hold, and mark what was seen."""
        self.following.steps_left -= len(self.deciding.others) + 1
        hits = self.deciding.hits(held)
        self.marks.tried += 1
        for at in hits:
            self.marks.times[at] += 1
        taken = min(hits, default=None)
        if taken is not None:
            self.marks.first[taken] += 1
            for at in hits if len(hits) > 1 else ():
                if taken < at < self.deciding.rest:
                    self.marks.over[taken, at] += 1
        self.taken[held] = taken
        return taken


class _Deciding:
    """Which branches hold: those that are one atom are looked up, however many there are."""

    def __init__(self, branches: Sequence[tuple[Formula, Node]]) -> None:
        self.of: dict[int, list[int]] = {}
        self.others: list[tuple[int, Formula]] = []
        #: The branch that takes all that is left.
        self.rest = len(branches)
        for at, (formula, _) in enumerate(branches):
            if isinstance(formula, tuple) and formula[0] == "atom":
                self.of.setdefault(formula[1], []).append(at)
            else:
                self.others.append((at, formula))
                if formula is True:
                    self.rest = min(self.rest, at)

    def hits(self, held: frozenset[int]) -> list[int]:
        """Return the places of the branches that hold."""
        found = [at for atom in held if atom in self.of for at in self.of[atom]]
        found += [at for at, formula in self.others if true_in(formula, held)]
        return found
