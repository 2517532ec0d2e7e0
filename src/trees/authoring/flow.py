"""The ways through one tree: what readers have been asked by the time they come to a node.

Boundary: works on a tree without loops. A place is a node together with what was picked so far and
still matters, so a way that the conditions rule out is not counted: the options of a question, and
for numbers, days and several options whether a comparison held that stands in two conditions or
more. Numbers and days stay open otherwise. Where the work grows too much, what was picked is
forgotten, which can only add ways.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from .certainty import truth
from .drafts import BranchDraft, Draft, QuestionDraft
from .graph import Trees
from .looks import Looks, is_about

type Picked = frozenset[tuple[str, str]]
#: A node and what was picked; None where that was forgotten.
type Place = tuple[str, Picked | None]
#: The places of each node, with the questions surely and perhaps asked before them, as bits.
type Places = dict[str, dict[Place, tuple[int, int]]]

MOST_PLACES_OF_A_NODE = 1000
#: Branches tried, and things remembered in places, before all is forgotten: about a second.
MOST_WORK = 400_000


class Flow:
    """Follows all ways of a tree; ``order`` has each node after all that lead to it."""

    def __init__(self, draft: Draft, trees: Trees, order: Sequence[str]) -> None:
        """Follow the ways at once."""
        self.draft = draft
        self.trees = trees
        self.order = order
        self.looks = Looks(draft, trees, order)
        self.bits = {name: 1 << at for at, name in enumerate(draft.questions)}
        self.work_left = MOST_WORK
        self.steps: dict[Place, list[Place]] = {}
        self.surely: dict[str, int] = {}
        self.perhaps: dict[str, int] = {}
        self.places: Places = {name: {} for name in order}
        self._follow()

    @property
    def entered(self) -> frozenset[str]:
        """The nodes that some answers lead to."""
        return frozenset(name for name, places in self.places.items() if places)

    @cached_property
    def carried(self) -> frozenset[str]:
        """Questions that readers may bring answers to from another tree."""
        before = [self.trees.drafts[tree] for tree in self.trees.before(self.draft.id)]
        return frozenset(name for one in before for name in one.questions)

    def _follow(self) -> None:
        if self.draft.start in self.places:
            self.places[self.draft.start][self.draft.start, frozenset()] = (0, 0)
        for name in self.order:
            self._forget_if_tired(name)
            here = self.places[name].values()
            self.surely[name] = _all(sets[0] for sets in here)
            self.perhaps[name] = _any(sets[1] for sets in here)
            question = self.draft.questions.get(name)
            if question:
                for place, sets in self.places[name].items():
                    self._leave(place, sets, question)

    def _forget_if_tired(self, name: str) -> None:
        """Make one place of all places of a node when there was too much work before."""
        here = self.places[name]
        if self.work_left < 0 and len(here) > 1:
            surely = _all(sets[0] for sets in here.values())
            perhaps = _any(sets[1] for sets in here.values())
            self.places[name] = {(name, None): (surely, perhaps)}

    def _leave(self, place: Place, sets: tuple[int, int], question: QuestionDraft) -> None:
        """Go on from a place to all that its answers can lead to."""
        bit = self.bits[place[0]]
        self.steps[place] = list(dict.fromkeys(self._onward(place, question)))
        for step in self.steps[place]:
            there = self.places[step[0]]
            one, two = there.get(step, (-1, 0))
            there[step] = (one & (sets[0] | bit), two | sets[1] | bit)

    def _onward(self, place: Place, question: QuestionDraft) -> Iterator[Place]:
        name, picked = place
        own = {branch.option: branch for branch in question.branches if branch.option}
        rest = [branch for branch in question.branches if not branch.option]
        if picked is None:
            for node, _ in self._taken([*own.values(), *rest], None):
                yield self._place(node, None)
            return
        # Comparisons that were tried before the question was asked say nothing from now on.
        before = {key: said for key, said in picked if not is_about(key, name)}
        for answer in self.looks.answers[name]:
            branches = [own[answer]] if answer in own else rest
            for node, known in self._taken(branches, {**before, name: answer}):
                yield self._place(node, known)

    def _taken(
        self, branches: Sequence[BranchDraft], known: Mapping[str, str] | None
    ) -> Iterator[tuple[str, Mapping[str, str] | None]]:
        """Return the nodes that the branches can lead to, each with what is known by then."""
        for branch in branches:
            self.work_left -= 1
            held = branch.when is None or truth(branch.when, known, self.carried)
            target = self.trees.target(self.draft, branch)
            if held is not False and target and target[0] == self.draft.id:
                yield target[1], self.looks.remembered(branch.when, known, held=True)
            if held:
                return
            known = self.looks.remembered(branch.when, known, held=False)

    def _place(self, node: str, known: Mapping[str, str] | None) -> Place:
        full = len(self.places[node]) >= MOST_PLACES_OF_A_NODE or self.work_left < 0
        if known is None or full:
            return node, None
        self.work_left -= len(known) // 4
        matters = self.looks.matters[node]
        bits = self.looks.bits
        return node, frozenset(one for one in known.items() if bits[one[0]] & matters)

    def way_without(self, node: str, question: str) -> list[str]:
        """Return the shortest way from the start to a node that does not pass a question."""
        start: Place = (self.draft.start, frozenset())
        if start[0] == question:
            return []
        came: dict[Place, Place | None] = {start: None}
        row = [start]
        while row:
            found = next((place for place in row if place[0] == node), None)
            if found:
                return _traced(found, came)
            row = [
                step
                for place in row
                for step in self._steps_from(place)
                if step[0] != question and came.setdefault(step, place) is place
            ]
        return []

    def _steps_from(self, place: Place) -> list[Place]:
        return self.steps.get(place) or self.steps.get((place[0], None), [])


def _traced(place: Place | None, came: dict[Place, Place | None]) -> list[str]:
    way = []
    while place:
        way.append(place[0])
        place = came[place]
    return way[::-1]


def _all(sets: Iterator[int]) -> int:
    joined = -1
    for one in sets:
        joined &= one
    return joined


def _any(sets: Iterator[int]) -> int:
    joined = 0
    for one in sets:
        joined |= one
    return joined
