"""Numbers that two versions count in other steps.

Boundary: versions of one number question in, common cells out. Which of them take a number repeats
with the least common multiple of their steps, so it is enough to look at one round of each piece.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from math import gcd, lcm

from trees.engine.expressions import Scope, holds
from trees.engine.parts import plain
from trees.engine.questions import kind_of
from trees.engine.tree import Question

from ..proof.formulas import Atoms
from ..proof.lines import Line, number_cuts, number_line, step_of

#: More numbers than this in one round are not looked at.
LONGEST_ROUND = 10_000

#: The atoms that hold, the variants that take the number, and such a number.
type Step = tuple[frozenset[int], frozenset[str], str]


class TooLongError(OverflowError):
    """The steps fit together only after too many numbers."""


def steps_of(versions: Mapping[str, Question], atoms: Atoms) -> list[Step]:
    """Return each sort of number that any version takes.

    Raises:
        TooLongError: the steps have too little in common.
    """
    steps = [step_of(question) for question in versions.values()]
    unit = _greatest_common(steps)
    length = lcm(*(int(step / unit) for step in steps))
    if length > LONGEST_ROUND:
        raise TooLongError
    some = next(iter(versions.values()))
    finest = replace(some, settings={"step": unit})
    found: dict[tuple[frozenset[int], frozenset[str]], str] = {}
    for low, high in _line(versions, unit).pieces(number_cuts(finest, atoms.about(some.id))):
        for place in range(low, min(high, low + length - 1) + 1):
            number = place * unit
            answer = plain(Decimal(number.numerator) / Decimal(number.denominator))
            if fits := _fitting(versions, answer):
                found.setdefault((_held(some, answer, atoms), fits), answer)
    return [(held, fits, answer) for (held, fits), answer in found.items()]


def _greatest_common(steps: list[Fraction]) -> Fraction:
    """Return the largest number that all steps are multiples of."""
    over = lcm(*(step.denominator for step in steps))
    return Fraction(gcd(*(int(step * over) for step in steps)), over)


def _line(versions: Mapping[str, Question], unit: Fraction) -> Line:
    """Return the numbers of all versions together, counted in units."""
    lines = [(number_line(question), step_of(question) / unit) for question in versions.values()]
    ends = [(int(line.low * step), int(line.high * step)) for line, step in lines]
    return Line(min(low for low, _ in ends), max(high for _, high in ends))


def _fitting(versions: Mapping[str, Question], answer: str) -> frozenset[str]:
    """Return the variants that take a number; no number hangs on the day."""
    return frozenset(
        variant
        for variant, question in versions.items()
        if kind_of(question).accept(question, answer, date.min) == answer
    )


def _held(question: Question, answer: str, atoms: Atoms) -> frozenset[int]:
    scope = Scope({question.id: kind_of(question).typed(question, answer)}, {}, date.min)
    numbers = atoms.of.get(question.id, {}).values()
    return frozenset(at for at in numbers if holds(atoms.expressions[at], scope))
