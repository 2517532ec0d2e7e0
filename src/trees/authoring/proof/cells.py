"""The cells of each answer: the answers that no condition tells apart.

Boundary: questions and atoms in, cells out. What an atom says about an answer is asked of the
engine, with one answer of each piece that lies between two cuts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import combinations

from trees.engine.expressions import Scope, holds
from trees.engine.parts import plain
from trees.engine.questions import kind_of, options_of
from trees.engine.questions.several import NONE
from trees.engine.tree import Question

from .days import Period, telling_days
from .formulas import Atoms
from .lines import day_cuts, day_line, number_cuts, number_line, step_of

#: More cells than this of one question are not looked at.
MOST_CELLS = 4096
#: More days than this are not looked at.
MOST_DAYS = 20_000


class TooManyError(OverflowError):
    """A question has more cells, or needs more days, than can be looked at."""


@dataclass(slots=True)
class Cell:
    """Answers that no condition tells apart.

    ``held`` are the atoms that hold; ``days`` has a bit for each sort of day on which the cell
    has an answer; ``answers`` holds one answer by sort of day (``-1``: the same on all days), and
    ``size`` says how many answers the cell holds on the first of them.
    """

    question: str
    held: frozenset[int]
    size: int
    days: int = 0
    answers: dict[int, str] = field(default_factory=dict)

    def answer(self, day: int) -> str:
        """Return an answer of this cell on a sort of day."""
        return self.answers.get(day) or self.answers.get(-1, "")


type Sizes = dict[tuple[frozenset[int], str], tuple[int, str]]


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
    """Cut the answers of every question; each stands under a name of its own.

    Raises:
        TooManyError: with the name of the question.
    """
    cutter = _Cutter(atoms)
    dated = {name: one for name, one in variants.items() if kind_of(one).type == "date"}
    sorts = _sorts_of_days(cutter, list(dated.values()), period)
    days = [today for today, _ in sorts]
    made: dict[str, list[Cell]] = {}
    for at, (name, one) in enumerate(dated.items()):
        made[name] = _over_days(one.id, [found[at] for _, found in sorts])
    for name, one in variants.items():
        if name not in dated:
            made[name] = [
                Cell(one.id, held, size, (1 << len(days)) - 1, {-1: answer})
                for (held, _), (size, answer) in cutter.cut(one, days[0]).items()
            ]
    return Cells(made, days)


def _sorts_of_days(
    cutter: _Cutter, dated: list[Question], period: Period
) -> list[tuple[date, list[Sizes]]]:
    """Return one day of each sort, with the cells of all date questions on it."""
    days = telling_days([(one, cutter.atoms.about(one.id)) for one in dated], period)
    if len(days) * len(dated) > MOST_DAYS:
        raise TooManyError(dated[0].id)
    sorts: dict[tuple[frozenset[frozenset[int]], ...], tuple[date, list[Sizes]]] = {}
    for today in days:
        found = [cutter.cut(one, today) for one in dated]
        sorts.setdefault(tuple(frozenset(h for h, _ in one) for one in found), (today, found))
    return list(sorts.values())


def _over_days(name: str, found: list[Sizes]) -> list[Cell]:
    cells: dict[frozenset[int], Cell] = {}
    for day, sizes in enumerate(found):
        for (held, _), (size, answer) in sizes.items():
            cell = cells.setdefault(held, Cell(name, held, size))
            cell.days |= 1 << day
            cell.answers[day] = answer
    return list(cells.values())


class _Cutter:
    """Cuts one question on one day."""

    def __init__(self, atoms: Atoms) -> None:
        self.atoms = atoms

    def cut(self, question: Question, today: date) -> Sizes:
        """Return the cells: the atoms that hold (and the option picked), a size, an answer."""
        cells: Sizes = {}
        for answer, size in PIECES[kind_of(question).type](self, question, today):
            held = self._held(question, answer, today)
            option = answer if kind_of(question).type == "option" else ""
            before, sample = cells.get((held, option), (0, answer))
            cells[held, option] = (before + size, sample)
        return cells

    def _held(self, question: Question, answer: str, today: date) -> frozenset[int]:
        scope = Scope({question.id: kind_of(question).typed(question, answer)}, {}, today)
        numbers = self.atoms.of.get(question.id, ())
        return frozenset(at for at in numbers if holds(self.atoms.expressions[at], scope))

    def options(self, question: Question, today: date) -> Iterator[tuple[str, int]]:
        """Each option is a piece of its own."""
        return ((option, 1) for option in options_of(question))

    def subsets(self, question: Question, today: date) -> Iterator[tuple[str, int]]:
        """Each set of the options that conditions speak of; the others may be ticked or not."""
        spoken = {atom[2][1] for atom in self.atoms.about(question.id) if atom[0] == "has"}
        offered = list(options_of(question))
        asked = [option for option in offered if option in spoken]
        others = [option for option in offered if option not in spoken]
        if 2 ** len(asked) > MOST_CELLS:
            raise TooManyError(question.id)
        for count in range(len(asked) + 1):
            for ticked in combinations(asked, count):
                yield from self._subset(question, list(ticked), others)

    def _subset(
        self, question: Question, ticked: list[str], others: list[str]
    ) -> Iterator[tuple[str, int]]:
        size = 2 ** len(others)
        if ticked:
            yield ",".join(ticked), size
        elif "none" in question.settings:
            yield NONE, size
        elif others:
            yield others[0], size - 1

    def numbers(self, question: Question, today: date) -> Iterator[tuple[str, int]]:
        """The pieces of a number between the constants that it is compared with."""
        step = step_of(question)
        cuts = number_cuts(question, self.atoms.about(question.id))
        for low, high in number_line(question).pieces(cuts):
            shown = min(max(low, 1), high) * step
            yield plain(_decimal(shown)), high - low + 1

    def dates(self, question: Question, today: date) -> Iterator[tuple[str, int]]:
        """The pieces of the calendar on which no comparison changes."""
        cuts = day_cuts(self.atoms.about(question.id), today)
        for low, high in day_line(question, today).pieces(cuts):
            shown = min(max(low, today.toordinal()), high)
            yield date.fromordinal(shown).isoformat(), high - low + 1

    def words(self, question: Question, today: date) -> Iterator[tuple[str, int]]:
        """All words are alike: nothing can branch on them."""
        if question.settings.get("max", 1) > 0:
            yield "x", 1
        elif question.settings.get("optional"):
            yield "", 1


def _decimal(number: Fraction) -> Decimal:
    return Decimal(number.numerator) / Decimal(number.denominator)


#: How the answers of each type fall into pieces: one answer of each, and how many there are.
PIECES: dict[str, Callable[[_Cutter, Question, date], Iterator[tuple[str, int]]]] = {
    "option": _Cutter.options,
    "options": _Cutter.subsets,
    "number": _Cutter.numbers,
    "date": _Cutter.dates,
    "words": _Cutter.words,
}
