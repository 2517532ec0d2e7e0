"""The cells of each answer: the answers that no condition tells apart, over all days.

Boundary: questions and atoms in, cells out. Questions that take the same answers and are looked at
in the same way are cut once, whatever their names.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from trees.engine.questions import kind_of
from trees.engine.tree import Expression, Question

from .cuts import Looks, Mark, Pieces, TooManyError, pieces_of
from .days import WEEK, Period, telling_days
from .formulas import Atoms

#: More cuts than this of date questions, on all days together, are not made.
MOST_CUTS = 20_000
#: More comparisons of days with those that were cut are not made.
MOST_COMPARED = 2_000_000


@dataclass(slots=True)
class Cut:
    """The pieces of all questions that are cut alike; ``days`` holds a day of each sort."""

    question: Question
    atoms: list[Expression]
    looks: Looks
    days: Sequence[date] = ()
    known: dict[int, Pieces] = field(default_factory=dict)

    def on(self, ordinal: int) -> Pieces:
        """Return the pieces on a day."""
        if ordinal not in self.known:
            today = date.fromordinal(ordinal)
            self.known[ordinal] = pieces_of(self.question, self.atoms, today, self.looks)
        return self.known[ordinal]


@dataclass(slots=True)
class Cell:
    """Answers that no condition tells apart: ``held`` are the atoms that hold.

    ``days`` has a bit for each sort of day on which the cell has an answer.
    """

    question: str
    held: frozenset[int]
    days: int
    mark: Mark
    cut: Cut

    def answer(self, day: int) -> str:
        """Return an answer of this cell on a sort of day."""
        return self.cut.on(self.cut.days[day].toordinal())[self.mark][1]

    def size(self, day: int) -> int:
        """Say how many answers the cell holds on a sort of day."""
        return self.cut.on(self.cut.days[day].toordinal())[self.mark][0]


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells of every question, and a day for each sort of day."""

    of: Mapping[str, Sequence[Cell]]
    days: Sequence[date]

    @property
    def all_days(self) -> int:
        """A bit for each sort of day."""
        return (1 << len(self.days)) - 1


def cells_of(variants: Mapping[str, Question], atoms: Atoms, period: Period) -> Cells:
    """Cut the answers of every question; each stands under the name of its variant.

    Raises:
        TooManyError: with the name of the question.
    """
    cuts: dict[object, Cut] = {}
    looks = Looks(len(variants))
    cut_of = {name: _cut(cuts, name, one, atoms, looks) for name, one in variants.items()}
    dated = [cut for cut in cuts.values() if kind_of(cut.question).type == "date"]
    days, marks_of = _over_days(dated, period)
    every = (1 << len(days)) - 1
    marks = {id(cut): found for cut, found in zip(dated, marks_of, strict=True)}
    for cut in cuts.values():
        cut.days = days
        if id(cut) not in marks:
            marks[id(cut)] = dict.fromkeys(cut.on(days[0].toordinal()), every)
            # What does not hang on the day is the same on all of them.
            cut.known = dict.fromkeys(
                (day.toordinal() for day in days), cut.on(days[0].toordinal())
            )
    made = {
        name: list(_cells(one.id, cut_of[name], marks[id(cut_of[name])], atoms))
        for name, one in variants.items()
    }
    return Cells(made, days)


def _cut(
    cuts: dict[object, Cut], variant: str, question: Question, atoms: Atoms, looks: Looks
) -> Cut:
    """Return the cut of a question, which it may share with others."""
    numbers = atoms.of.get(question.id, {})
    # But for their names, such variants are the same, and so is what is said of them.
    key = (variant.removeprefix(question.id), *numbers)
    if key not in cuts:
        compared = [atoms.expressions[at] for at in numbers.values()]
        cuts[key] = Cut(question, compared, looks)
    return cuts[key]


def _cells(name: str, cut: Cut, marks: Mapping[Mark, int], atoms: Atoms) -> Iterator[Cell]:
    numbers = list(atoms.of.get(name, {}).values())
    for mark, days in marks.items():
        yield Cell(name, frozenset([numbers[at] for at in mark[0]]), days, mark, cut)


def _over_days(dated: list[Cut], period: Period) -> tuple[list[date], list[dict[Mark, int]]]:
    """Return a day of each sort, and on which sorts of days each mark of each cut has answers.

    Two days are of one sort where every date question has the same marks on both.
    """
    telling = [_telling(cut, period) for cut in dated]
    every = sorted({period.first.toordinal(), *(day for days in telling for day in days)})
    if sum(map(len, telling)) > MOST_CUTS or len(every) * len(dated) > MOST_COMPARED:
        worst = max(range(len(dated)), key=lambda at: len(telling[at]))
        raise TooManyError(dated[worst].question.id)
    sorts: dict[tuple[frozenset[Mark], ...], int] = {}
    for day in every:
        alike = (cut.on(_like(day, days)) for cut, days in zip(dated, telling, strict=True))
        sorts.setdefault(tuple(frozenset(pieces) for pieces in alike), day)
    found: list[dict[Mark, int]] = [{} for _ in dated]
    for bit, classes in enumerate(sorts):
        for marks, here in zip(classes, found, strict=True):
            for mark in sorted(marks):
                here[mark] = here.get(mark, 0) | 1 << bit
    return [date.fromordinal(day) for day in sorts.values()], found


def _telling(cut: Cut, period: Period) -> list[int]:
    return [day.toordinal() for day in telling_days([(cut.question, cut.atoms)], period)]


def _like(day: int, telling: list[int]) -> int:
    """Return the telling day that a day is like.

    It is one itself, or it follows a whole week of them and is like the day of that week.
    """
    last = bisect_right(telling, day) - 1
    return telling[last] - (telling[last] - day) % WEEK
