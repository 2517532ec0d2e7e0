"""Every way through two versions of a tree, followed at once.

Boundary: dynamic programming, as in the proof's ``reach``. A state says where the old and the new
version stand after the same answers, and what still matters of these to each. Where one version
asks what the other has not asked, only that one moves; the other gets the answer when it comes to
the question. So the cost grows with the nodes of both, never with the ways.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from heapq import heappop, heappush

from ..proof.refusal import Node, Refusal
from .common import Common, CommonCell
from .side import Side, common_order
from .states import NOTHING, Arrival, End, Given, Half, Met, State

#: More states than this of one tree are not followed.
MOST_STATES = 200_000


@dataclass(frozen=True, slots=True)
class _Choice:
    """Cells that go on alike: one of them and how many, and whether each version takes them."""

    cell: CommonCell
    count: int
    takes: tuple[bool, bool]


@dataclass
class Walk:
    """Follows two versions; ``met`` says where readers end.

    Raises:
        Refusal: too much must be remembered.
    """

    sides: tuple[Side, Side]
    common: Common
    met: dict[tuple[End, End], Met] = field(default_factory=dict)
    states: dict[State, Arrival] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.place = common_order(self.sides)
        self.layers: dict[int, list[State]] = {}
        self.heap: list[int] = []
        self.known: dict[tuple[object, ...], list[_Choice]] = {}
        old, new = (self._stand(side, side.plan.start) for side in self.sides)
        self._arrive((old, new), self.common.all_days, Arrival())
        while self.heap:
            for state in self.layers.pop(heappop(self.heap)):
                self._step(state, self.states[state])

    # --- one step ---

    def _step(self, state: State, arrival: Arrival) -> None:
        halves = state.old, state.new
        asking = [at for at in (0, 1) if halves[at].how == "asks"]
        for at in asking:
            moved = self._passed(self.sides[at], halves[at])
            if moved:
                both = (moved, state.new) if at == 0 else (state.old, moved)
                before = state, None
                self._arrive(both, state.days, Arrival(arrival.ways, arrival.least, before))
                return
        if asking:
            first = min(asking, key=lambda at: self.place[halves[at].node[1]])
            self._ask(state, arrival, first)
        else:
            self._end(state, arrival)

    def _passed(self, side: Side, half: Half) -> Half | None:
        """Return where a version goes on if it has the answer to its question already."""
        if side.passes(half.node, half.held):
            return self._gone(side, half, NOTHING)
        for given in half.given:
            if given.name == half.node[1]:
                if side.variant(half.node) not in given.fits:
                    return Half(half.node, "again")
                left = half._replace(given=half.given - {given})
                return self._gone(side, left, given.held)
        return None

    def _ask(self, state: State, arrival: Arrival, asks: int) -> None:
        halves = state.old, state.new
        other = halves[1 - asks]
        beside = other.how in ("asks", "waits") and other.node[1] == halves[asks].node[1]
        for choice in self._choices(halves, asks, beside):
            days = state.days & choice.cell.days
            if days:
                both = [Half(half.node, "again") for half in halves]
                for at in (0, 1):
                    if choice.takes[at]:
                        both[at] = self._gone(self.sides[at], halves[at], choice.cell.held)
                if not beside:
                    both[1 - asks] = self._keep(self.sides[1 - asks], other, choice.cell)
                ways = arrival.ways * choice.count
                before = state, choice.cell
                self._arrive((both[0], both[1]), days, Arrival(ways, arrival.least + 1, before))
        if not beside:
            self._wait(state, arrival, asks)

    def _wait(self, state: State, arrival: Arrival, asks: int) -> None:
        """Go on with answers that only the other version may take, or where there are none."""
        halves = [state.old, state.new]
        half, other, side = halves[asks], halves[1 - asks], self.sides[1 - asks]
        name = half.node[1]
        asked = other.how == "asks" and side.may_ask(other.node, name)
        days = state.days
        if not (asked and side.takes_more(name, self.sides[asks].variant(half.node))):
            days &= self.sides[asks].answerless(half.node)
        if days:
            halves[asks] = Half(half.node, "waits")
            step = Arrival(arrival.ways, arrival.least, (state, None))
            self._arrive((halves[0], halves[1]), days, step)

    def _end(self, state: State, arrival: Arrival) -> None:
        if not self._last_days(state):
            return
        ends = End(*state.old[:2]), End(*state.new[:2])
        known = self.met.get(ends)
        if known is None:
            self.met[ends] = Met(arrival.ways, arrival.least, state)
            return
        known.ways += arrival.ways
        if arrival.least < known.least:
            known.least, known.last = arrival.least, state

    def _last_days(self, state: State) -> int:
        """Whoever still waits for an answer has no way on, on days that leave none."""
        days = state.days
        for side, half in zip(self.sides, (state.old, state.new), strict=True):
            days &= side.answerless(half.node) if half.how == "waits" else days
        return days

    # --- what answers do ---

    def _choices(self, halves: tuple[Half, Half], asks: int, beside: bool) -> list[_Choice]:
        """Group the cells of a question by all that anything from here on can see of them."""
        name = halves[asks].node[1]
        other = self.sides[1 - asks]
        kept = not beside and halves[1 - asks].how == "asks"
        kept = kept and other.may_ask(halves[1 - asks].node, name)
        stand = halves[1 - asks][:2] if beside else kept
        key = asks, halves[asks].node, stand
        if key not in self.known:
            looked = [NOTHING, NOTHING]
            looked[asks] = self.sides[asks].seen(halves[asks].node)
            if beside:
                looked[1 - asks] = other.seen(halves[1 - asks].node)
            elif kept:
                looked[1 - asks] = other.looked[name]
            groups: dict[tuple[object, ...], list[_Choice]] = {}
            for choice in self._possible(halves, asks, beside):
                cell = choice.cell
                fits = cell.fits if kept else NOTHING
                seen = cell.held & looked[0], cell.held & looked[1]
                groups.setdefault((seen, cell.days, choice.takes, fits), []).append(choice)
            self.known[key] = [
                _Choice(some[0].cell, len(some), some[0].takes) for some in groups.values()
            ]
        return self.known[key]

    def _possible(self, halves: tuple[Half, Half], asks: int, beside: bool) -> Iterator[_Choice]:
        """Return the cells that a version which asks takes."""
        waits = beside and halves[1 - asks].how == "waits"
        for cell in self.common.of[halves[asks].node[1]]:
            takes = [False, False]
            takes[asks] = self.sides[asks].variant(halves[asks].node) in cell.fits
            if beside:
                takes[1 - asks] = self.sides[1 - asks].variant(halves[1 - asks].node) in cell.fits
            # Whoever waits has left the answers that it takes to another state.
            if any(takes) and not (waits and takes[1 - asks]):
                yield _Choice(cell, 1, (takes[0], takes[1]))

    def _gone(self, side: Side, half: Half, held: frozenset[int]) -> Half:
        """Return where a version goes on from its question, knowing what its answer says."""
        held |= half.held
        go = side.taken(half.node, held)
        if go is None:
            return Half(half.node, "nowhere")
        return self._stand(side, go, held, half.given)

    def _keep(self, side: Side, half: Half, cell: CommonCell) -> Half:
        """Keep an answer for a version that may ask for it later."""
        name = cell.question
        if half.how != "asks" or not side.may_ask(half.node, name):
            return half
        given = Given(name, cell.held & side.looked[name], cell.fits)
        return half._replace(given=half.given | {given})

    @staticmethod
    def _stand(
        side: Side,
        node: Node,
        held: frozenset[int] = NOTHING,
        given: frozenset[Given] = frozenset(),
    ) -> Half:
        if side.ends(node):
            return Half(node, "ends")
        if given:
            given = frozenset(one for one in given if side.may_ask(node, one.name))
        return Half(node, "asks", held & side.matters(node), given)

    # --- states ---

    def _arrive(self, halves: tuple[Half, Half], days: int, arrival: Arrival) -> None:
        state = State(*halves, self._days(halves, days))
        known = self.states.get(state)
        if known is None:
            self._add(state, arrival)
            return
        known.ways += arrival.ways
        if arrival.least < known.least:
            known.least, known.before = arrival.least, arrival.before

    def _days(self, halves: tuple[Half, Half], days: int) -> int:
        """Forget which days are possible where no question ahead differs from day to day."""
        for side, half in zip(self.sides, halves, strict=True):
            if half.how == "waits" or (half.how == "asks" and half.node in side.dated):
                return days
        return self.common.all_days

    def _add(self, state: State, arrival: Arrival) -> None:
        if len(self.states) >= MOST_STATES:
            raise Refusal(
                "too-large-to-prove",
                state.new.node,
                f"More than {MOST_STATES} combinations of answers must be remembered to compare"
                " both versions",
                "Compare smaller steps of the change, one after the other.",
            )
        self.states[state] = arrival
        rank = sum(
            2 * side.rank[half.node] + (half.how != "asks")
            for side, half in zip(self.sides, (state.old, state.new), strict=True)
        )
        if rank not in self.layers:
            self.layers[rank] = []
            heappush(self.heap, rank)
        self.layers[rank].append(state)

    def steps_to(self, met: Met) -> tuple[int, list[CommonCell]]:
        """Return the days on which two ends are met, as bits, and the cells answered."""
        days, cells = self._last_days(met.last), list[CommonCell]()
        step = self.states[met.last].before
        while step is not None:
            state, cell = step
            cells += [cell] if cell else []
            step = self.states[state].before
        for cell in cells:
            days &= cell.days
        return days, cells[::-1]
