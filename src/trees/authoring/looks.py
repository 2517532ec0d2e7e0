"""What the conditions of one tree look at, and from which nodes on.

Boundary: static facts for following the ways; ``flow`` follows them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from trees.engine.questions import kind_of
from trees.engine.tree import Expression

from .certainty import FAILED, GIVEN, HELD, mark
from .drafts import Draft
from .facts import atoms_in, constants_of, questions_in
from .graph import Trees


class Looks:
    """The questions and comparisons of a tree, as bits, and where they matter."""

    def __init__(self, draft: Draft, trees: Trees, order: Sequence[str]) -> None:
        """Hold the tree; ``order`` has each node after all that lead to it."""
        self.draft = draft
        self.trees = trees
        self.order = order

    @cached_property
    def bits(self) -> dict[str, int]:
        """A bit for each question, and for each comparison worth remembering."""
        return {
            name: 1 << at for at, name in enumerate((*self.draft.questions, *sorted(self._marks)))
        }

    @cached_property
    def _conditions(self) -> list[Expression]:
        questions = self.draft.questions.values()
        return [branch.when for one in questions for branch in one.branches if branch.when]

    @cached_property
    def _marks(self) -> frozenset[str]:
        """The comparisons worth remembering: those of two conditions or more."""
        counts = Counter(
            mark(atom)
            for condition in self._conditions
            for atom in atoms_in(condition)
            if not self._picks_one(next(questions_in(atom)))
        )
        return frozenset(name for name, count in counts.items() if count > 1)

    def _picks_one(self, question: str) -> bool:
        known = self.draft.questions.get(question)
        return known is not None and kind_of(known.question).type == "option"

    @cached_property
    def matters(self) -> dict[str, int]:
        """For each node, what conditions look at from there on, as bits."""
        matters: dict[str, int] = {}
        for name in reversed(self.order):
            bits = 0
            for branch, (tree, node) in self.trees.ways.get((self.draft.id, name), ()):
                bits |= matters.get(node, 0) if tree == self.draft.id else 0
                bits |= self._looked_at(branch.when) if branch.when else 0
            matters[name] = bits
        return matters

    def _looked_at(self, condition: Expression) -> int:
        bits = 0
        for atom in atoms_in(condition):
            bits |= self.bits.get(mark(atom), 0)
            for question in questions_in(atom):
                bits |= self.bits.get(question, 0)
        return bits

    @cached_property
    def answers(self) -> dict[str, list[str]]:
        """For each question, the answers that differ: options no condition names are alike."""
        named: dict[str, set[str]] = {name: set() for name in self.draft.questions}
        for condition in self._conditions:
            for question in set(questions_in(condition)) & named.keys():
                named[question] |= constants_of(condition, question)
        return {name: self._differing(name, named[name]) for name in named}

    def _differing(self, name: str, named: set[str]) -> list[str]:
        if not self._picks_one(name):
            return [GIVEN]
        options = list(self.draft.questions[name].options)
        other = next((option for option in options if option not in named), None)
        return [option for option in options if option in named or option == other]

    def remembered(
        self, condition: Expression | None, known: Mapping[str, str] | None, *, held: bool
    ) -> Mapping[str, str] | None:
        """Add what a tried condition tells for sure about the comparisons in it."""
        if condition is None or known is None or not self._marks:
            return known
        told = {mark(atom): said for atom, said in _told(condition, held=held)}
        return {**known, **{key: said for key, said in told.items() if key in self._marks}}


def is_about(key: str, question: str) -> bool:
    """Whether a remembered comparison speaks of a question."""
    return f"['answer', '{question}']" in key


def _told(condition: Expression, *, held: bool) -> Iterator[tuple[Expression, str]]:
    """Return the comparisons whose truth follows from that of a condition."""
    head, *rest = condition
    if head == "not":
        yield from _told(rest[0], held=not held)
    elif head not in ("and", "or"):
        yield condition, HELD if held else FAILED
    elif held == (head == "and") or len(rest) == 1:
        for part in rest:
            yield from _told(part, held=held)
