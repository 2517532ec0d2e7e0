"""Where readers end in the old and in the new version of a tree, in figures and examples.

Boundary: two libraries in, routes out. An example is made of answers that the engine takes, on a
day that is named, so anybody can replay it in both versions.
"""

from __future__ import annotations

from dataclasses import dataclass

from trees.engine.tree import Library

from ..proof.certificate import Witness
from ..proof.days import Period
from ..proof.formulas import Atoms
from ..proof.plan import routes_of
from .common import common_cells
from .renaming import BEFORE, apart
from .side import Side
from .states import End, Met
from .walk import Walk


@dataclass(frozen=True, slots=True)
class Move:
    """All ways that end at one place in the old version and at another in the new one."""

    old: End
    new: End
    ways: int
    example: Witness

    @property
    def kept(self) -> bool:
        """Whether readers of both versions end at the same outcome."""
        return self.old == self.new and self.old.how == "ends"

    @property
    def both(self) -> bool:
        """Whether both versions lead these readers to an outcome."""
        return self.old.how == "ends" and self.new.how == "ends"


@dataclass(frozen=True, slots=True)
class Routes:
    """All moves of one tree, those with the most ways first.

    A way is a set of questions that either version asks, each with answers that nothing in either
    version tells apart, possible on at least one day.
    """

    tree: str
    moves: tuple[Move, ...]

    @property
    def compared(self) -> int:
        """The ways that lead to an outcome in both versions."""
        return sum(move.ways for move in self.moves if move.both)

    @property
    def elsewhere(self) -> tuple[Move, ...]:
        """The moves from one outcome to another."""
        return tuple(move for move in self.moves if move.both and not move.kept)

    @property
    def lost(self) -> tuple[Move, ...]:
        """The ways to an outcome that are not there any more: the new version takes no answer."""
        return tuple(move for move in self.moves if not move.both and move.old.how == "ends")

    @property
    def won(self) -> tuple[Move, ...]:
        """The ways to an outcome that were not there before."""
        return tuple(move for move in self.moves if not move.both and move.new.how == "ends")

    @property
    def same(self) -> bool:
        """Whether all readers end where they did."""
        return all(move.kept for move in self.moves)


def compare_routes(old: Library, new: Library, tree: str, period: Period) -> Routes:
    """Compare where a tree leads, over all answers and all days of a period.

    Raises:
        Refusal: something cannot be decided exactly.
    """
    atoms = Atoms()
    before, after = apart(old, new, tree)
    plans = routes_of(before, tree, atoms), routes_of(after, tree, atoms)
    common = common_cells(plans, period)
    walk = Walk((Side(plans[0], common), Side(plans[1], common)), common)
    ends = sorted(walk.met.items(), key=lambda one: (-one[1].ways, one[0]))
    return Routes(
        tree,
        tuple(
            Move(_called(was), now, met.ways, _example(walk, met))
            for (was, now), met in ends
            if "ends" in (was.how, now.how)
        ),
    )


def _called(end: End) -> End:
    """Return an end of the old version by the name that its files give it."""
    tree, name = end.node
    return end._replace(node=(tree, name.removesuffix(BEFORE)))


def _example(walk: Walk, met: Met) -> Witness:
    days, cells = walk.steps_to(met)
    day = (days & -days).bit_length() - 1
    today = walk.common.days[day].isoformat()
    return Witness(today, {cell.question: cell.answer(day) for cell in cells})
