"""What was reached of a plan: states of nodes, faults, and the shortest ways to both.

Boundary: data, filled in by ``following``; what it means is said in ``certificate``,
``judge`` and ``branches``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from .cells import Cell, Cells
from .plan import Plan
from .refusal import Node

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
    before: Spot | None = None


class Spot(NamedTuple):
    """An end of the shortest way to something: a node, its state, and the cell answered last."""

    node: Node
    state: State
    cell: Cell | None = None


@dataclass(slots=True)
class Marks:
    """What was seen of the branches of one question.

    ``tried`` counts the sets of atoms that came here, ``times`` in how many of them each branch
    held, ``first`` in how many it was taken, and ``over`` in how many of these one below it held
    as well. ``given`` are the atoms of earlier answers that held in some state.
    """

    times: list[int]
    first: list[int]
    tried: int = 0
    over: Counter[tuple[int, int]] = field(default_factory=Counter)
    given: set[int] = field(default_factory=set)

    def clean(self, back: frozenset[int]) -> bool:
        """Whether there is nothing to report: no branch is idle or hides another one's answers."""
        used = all(self.first) and all(n < self.tried for n in self.times[:-1])
        return used and not self.over and back <= self.given

    @property
    def taken(self) -> set[int]:
        """The branches that were taken at least once."""
        return {at for at, times in enumerate(self.first) if times}

    @property
    def held(self) -> set[int]:
        """The branches that held at least once."""
        return {at for at, times in enumerate(self.times) if times}

    @property
    def failed(self) -> set[int]:
        """The branches that failed at least once."""
        return {at for at, times in enumerate(self.times) if times < self.tried}


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
    empty: dict[tuple[Node, str], Spot] = field(default_factory=dict)

    def nearest(self, node: Node) -> list[tuple[State, Arrival]]:
        """Return the states of a node, those first that the fewest questions lead to."""
        return sorted(self.states.get(node, {}).items(), key=lambda one: one[1].least)

    def cells_at(self, node: Node) -> Sequence[Cell]:
        """Return the cells of the answers to a question."""
        return self.cells.of[self.plan.variant_of[node]]


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
