"""How the answers to one question fall into pieces on one day.

Boundary: a question and its atoms in, pieces out. What an atom says about an answer is asked of the
engine, with one answer of each piece that lies between two cuts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import combinations

from trees.engine.expressions import Scope, holds
from trees.engine.parts import plain
from trees.engine.questions import kind_of, options_of
from trees.engine.questions.several import NONE
from trees.engine.tree import Expression, Question

from .lines import day_cuts, day_line, number_cuts, number_line, step_of

#: More cells than this of one question are not looked at.
MOST_CELLS = 4096
#: More comparisons than this, or than so many for each question, are not looked at. Each takes
#: about 2 to 3 µs, so that a million leave most of the ten seconds that the check may take for any
#: file. The share of each question lets trees be proven that are large only because they ask much.
MOST_LOOKS, LOOKS_FOR_EACH = 1_000_000, 60

#: Which of the atoms hold (by their place in the list), and the option that was picked.
type Mark = tuple[tuple[int, ...], str]
#: For each mark how many answers bear it, and one of them.
type Pieces = dict[Mark, tuple[int, str]]
type Atomic = Sequence[Expression]


class TooManyError(OverflowError):
    """A question has more cells, or needs more days, than can be looked at."""


class Looks:
    """How many comparisons may still be looked at, in all questions together."""

    def __init__(self, questions: int) -> None:
        """Allow more for more questions, so that large trees are proven, too."""
        self.left = max(MOST_LOOKS, LOOKS_FOR_EACH * questions)

    def spend(self, question: Question, count: int) -> None:
        """Take some; raise TooManyError with the name of the question when none are left."""
        self.left -= count
        if self.left < 0:
            raise TooManyError(question.id)


def pieces_of(question: Question, atoms: Atomic, today: date, looks: Looks) -> Pieces:
    """Cut the answers that fit on a day.

    Raises:
        TooManyError: with the name of the question.
    """
    kind = kind_of(question)
    if kind.type == "option":
        return _options(question, atoms, today)
    found: Pieces = {}
    for answer, size in CUTS[kind.type](question, atoms, today):
        looks.spend(question, len(atoms))
        scope = Scope({question.id: kind.typed(question, answer)}, {}, today)
        held = tuple(at for at, atom in enumerate(atoms) if holds(atom, scope))
        before, sample = found.get((held, ""), (0, answer))
        found[held, ""] = (before + size, sample)
    return found


def _options(question: Question, atoms: Atomic, today: date) -> Pieces:
    """Each option is a piece of its own.

    An atom is asked about the options that it names, and once about any other: those are alike.
    """
    options = list(options_of(question))
    naming: dict[str, set[int]] = {option: set() for option in options}
    for at, atom in enumerate(atoms):
        for operand in atom[2:]:
            naming.setdefault(operand[1], set()).add(at)

    def held(option: str, among: Iterable[int]) -> set[int]:
        scope = Scope({question.id: option}, {}, today)
        return {at for at in among if holds(atoms[at], scope)}

    others = held("", range(len(atoms)))
    marks = {option: others - naming[option] | held(option, naming[option]) for option in options}
    return {(tuple(sorted(marks[option])), option): (1, option) for option in options}


def _subsets(question: Question, atoms: Atomic) -> Iterator[tuple[str, int]]:
    """Each set of the options that conditions speak of; the others may be ticked or not."""
    spoken = {atom[2][1] for atom in atoms if atom[0] == "has"}
    offered = list(options_of(question))
    asked = [option for option in offered if option in spoken]
    others = [option for option in offered if option not in spoken]
    if 2 ** len(asked) > MOST_CELLS:
        raise TooManyError(question.id)
    for count in range(len(asked) + 1):
        for ticked in combinations(asked, count):
            yield from _subset(question, list(ticked), others)


def _subset(question: Question, ticked: list[str], others: list[str]) -> Iterator[tuple[str, int]]:
    size = 2 ** len(others)
    if ticked:
        yield ",".join(ticked), size
    elif "none" in question.settings:
        yield NONE, size
    elif others:
        yield others[0], size - 1


def _numbers(question: Question, atoms: Atomic) -> Iterator[tuple[str, int]]:
    """The pieces of a number between the constants that it is compared with."""
    step = step_of(question)
    for low, high in number_line(question).pieces(number_cuts(question, atoms)):
        shown = min(max(low, 1), high) * step
        yield plain(_decimal(shown)), high - low + 1


def _dates(question: Question, atoms: Atomic, today: date) -> Iterator[tuple[str, int]]:
    """The pieces of the calendar on which no comparison changes."""
    for low, high in day_line(question, today).pieces(day_cuts(atoms, today)):
        shown = min(max(low, today.toordinal()), high)
        yield date.fromordinal(shown).isoformat(), high - low + 1


def _words(question: Question) -> Iterator[tuple[str, int]]:
    """All words are alike, left out or not: nothing can branch on them."""
    if question.settings.get("max", 1) > 0:
        yield "x", 1
    elif question.settings.get("optional"):
        yield "", 1


def _decimal(number: Fraction) -> Decimal:
    return Decimal(number.numerator) / Decimal(number.denominator)


#: How the answers of each type fall into pieces: one answer of each, and how many there are.
CUTS: dict[str, Callable[[Question, Atomic, date], Iterator[tuple[str, int]]]] = {
    "options": lambda question, atoms, today: _subsets(question, atoms),
    "number": lambda question, atoms, today: _numbers(question, atoms),
    "date": _dates,
    "words": lambda question, atoms, today: _words(question),
}
