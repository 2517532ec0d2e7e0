"""The ways through one tree: what readers have been asked by the time they come to a node.

Boundary: works on a tree without loops. A place is a node together with the options picked so far
that still matter; so a way that the conditions rule out is not counted. Numbers and days stay
open: a way is ruled out only when it surely cannot be taken. Where places grow too many, what was
picked is forgotten, which can only add ways.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from trees.engine.questions import kind_of

from .certainty import GIVEN, truth
from .drafts import Draft, QuestionDraft
from .facts import questions_in
from .graph import Trees

type Picked = frozenset[tuple[str, str]]
#: A node and what was picked; None where that was forgotten.
type Place = tuple[str, Picked | None]

MOST_PLACES_OF_A_NODE = 1000
MOST_PLACES = 100_000


class Flow:
    """Follows all ways of a tree; ``order`` has each node after all that lead to it."""

    def __init__(self, draft: Draft, trees: Trees, order: Sequence[str]) -> None:
        """Follow the ways at once."""
        self.draft = draft
        self.trees = trees
        self.order = order
        self.bits = {name: 1 << at for at, name in enumerate(draft.questions)}
        self.steps: dict[Place, list[Place]] = {}
        self.surely: dict[str, int] = {}
        self.perhaps: dict[str, int] = {}
        self._follow()

    @cached_property
    def carried(self) -> frozenset[str]:
        """Questions that readers may bring answers to from another tree."""
        before = [self.trees.drafts[tree] for tree in self.trees.before(self.draft.id)]
        return frozenset(name for one in before for name in one.questions)

    @cached_property
    def _matters(self) -> dict[str, int]:
        """For each node, the questions that conditions look at from there on, as bits."""
        matters: dict[str, int] = {}
        for name in reversed(self.order):
            bits = 0
            for branch, (tree, node) in self.trees.ways.get((self.draft.id, name), ()):
                bits |= matters.get(node, 0) if tree == self.draft.id else 0
                for question in questions_in(branch.when) if branch.when else ():
                    bits |= self.bits.get(question, 0)
            matters[name] = bits
        return matters

    def _follow(self) -> None:
        places: dict[str, dict[Place, tuple[int, int]]] = {name: {} for name in self.order}
        if self.draft.start in places:
            places[self.draft.start][self.draft.start, frozenset()] = (0, 0)
        for name in self.order:
            here = places[name]
            self.surely[name] = _all(sets[0] for sets in here.values())
            self.perhaps[name] = _any(sets[1] for sets in here.values())
            question = self.draft.questions.get(name)
            if question is None:
                continue
            bit = self.bits[name]
            for place, (surely, perhaps) in here.items():
                self.steps[place] = list(dict.fromkeys(self._onward(place, question, places)))
                for step in self.steps[place]:
                    there = places[step[0]]
                    one, two = there.get(step, (-1, 0))
                    there[step] = (one & (surely | bit), two | perhaps | bit)

    def _onward(
        self,
        place: Place,
        question: QuestionDraft,
        places: dict[str, dict[Place, tuple[int, int]]],
    ) -> Iterator[Place]:
        """Return the places that the answers to a question can lead to."""
        name, picked = place
        single = kind_of(question.question).type == "option"
        for answer in question.options if single else (GIVEN,):
            known = None if picked is None else {**dict(picked), name: answer}
            for node in self._targets(question, known):
                yield self._place(node, known, places[node])

    def _targets(self, question: QuestionDraft, known: dict[str, str] | None) -> Iterator[str]:
        for branch in question.branches:
            held = branch.when is None or truth(branch.when, known, self.carried)
            target = self.trees.target(self.draft, branch)
            if held is not False and target and target[0] == self.draft.id:
                yield target[1]
            if held:
                return

    def _place(
        self, node: str, known: dict[str, str] | None, there: dict[Place, tuple[int, int]]
    ) -> Place:
        full = len(there) >= MOST_PLACES_OF_A_NODE or len(self.steps) >= MOST_PLACES
        if known is None or full:
            return node, None
        matters = self._matters[node]
        return node, frozenset(
            (name, answer) for name, answer in known.items() if self.bits[name] & matters
        )

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
                for step in self.steps.get(place, ())
                if step[0] != question and came.setdefault(step, place) is place
            ]
        return []


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
