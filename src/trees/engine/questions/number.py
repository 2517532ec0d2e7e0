"""A number, with its unit and bounds.

`unit: EUR`, `min: 0`, `max: 1000`, `step: 0.01` (the least difference that counts; 1, for whole
numbers, unless given). A unit with a plural of its own is `unit: {one: parcel, other: parcels}`.
Readers may write `1,5` or `1.5`, with a currency sign or without.
Conditions: `paid >= 10`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from ..parts import Part, number_part, plain, unit_words
from ..tree import Question
from .base import Box, Form, InputMode, Kind, Problem, Raw, Setting, Typed, words_of

READABLE = re.compile(r"[-+]?\d{1,15}(\.\d{1,6})?")
#: What people write in and around numbers: spaces, apostrophes, signs of currencies.
DECORATION = re.compile(r"[\s\u00a0\u202f'\u2019_$\u00a2-\u00a5\u0e3f\u20a0-\u20cf]")


class Number(Kind):
    """A number, with its unit and bounds."""

    name = "number"
    type = "number"
    settings = (
        Setting("unit", "unit"),
        Setting("min", "number"),
        Setting("max", "number"),
        Setting("step", "number"),
    )

    def form(self, question: Question, answer: str | None = None) -> Form:
        unit = unit_words(question.settings.get("unit", ""))
        mode: InputMode = "decimal" if _decimals(question) else "numeric"
        return Form("fill", boxes=(Box("number", "number", 8, mode, unit, answer or ""),))

    def accept(self, question: Question, raw: Raw, today: date) -> str | Problem:
        typed = isinstance(raw, dict)
        text = words_of(raw.get("number", "") if isinstance(raw, dict) else raw)
        if not text:
            return Problem("number-missing", "number")
        # What no person has typed is canonical: its point is a point, whatever stands behind it.
        is_plain = not typed and READABLE.fullmatch(text)
        number = Decimal(text) if is_plain else read_number(text, _decimals(question))
        if number is None:
            return Problem("number-unreadable", "number")
        return _bounded(question, number) or plain(number)

    def typed(self, question: Question, answer: str) -> Typed:
        return Decimal(answer)

    def part(self, question: Question, answer: str) -> Part:
        return number_part(Decimal(answer), question.settings.get("unit", ""))

    def samples(self, question: Question, edges: Sequence[Typed], today: date) -> list[str]:
        """Return the bounds, and each edge with its neighbours one step away."""
        step = _step(question)
        numbers = [edge for edge in edges if isinstance(edge, Decimal)]
        around = {near for edge in numbers for near in (edge - step, edge, edge + step)}
        bounds = {_bound(question, name) for name in ("min", "max")} - {None}
        tried = sorted(number for number in around | bounds | {step} if number is not None)
        return [plain(number) for number in tried if not _bounded(question, number)]


def read_number(text: str, decimals: int) -> Decimal | None:
    """Read a number as people of many countries write it; None if it cannot be told for sure.

    ``decimals`` is how many the question takes. The last of two kinds of separator is the decimal
    one. A single separator before exactly three digits separates thousands where only whole
    numbers make sense, is decimal where three decimals do, and is unclear in between.
    """
    bare = DECORATION.sub("", text)
    marks = [mark for mark in ".," if mark in bare]
    if len(marks) == 2:
        thousands, point = sorted(marks, key=bare.rindex)
        bare = bare.replace(thousands, "").replace(point, ".")
    elif marks:
        bare = _one_mark(bare, marks[0], decimals)
    return Decimal(bare) if READABLE.fullmatch(bare) else None


def _one_mark(bare: str, mark: str, decimals: int) -> str:
    groups = bare.split(mark)
    grouped = all(len(group) == 3 for group in groups[1:]) and 1 <= len(groups[0]) <= 3
    if grouped and (not decimals or len(groups) > 2):
        return "".join(groups)
    unclear = grouped and decimals < len(groups[1]) and groups[0].lstrip("-+0")
    return "" if unclear else ".".join(groups)


def _bounded(question: Question, number: Decimal) -> Problem | None:
    least, most, step = (_bound(question, name) for name in ("min", "max", "step"))
    unit = question.settings.get("unit", "")
    if least is not None and number < least:
        return Problem("number-too-small", "number", {"least": number_part(least, unit)})
    if most is not None and number > most:
        return Problem("number-too-large", "number", {"most": number_part(most, unit)})
    if number % (step or 1):
        return Problem("number-step", "number", {"step": number_part(step or Decimal(1))})
    return None


def _bound(question: Question, name: str) -> Decimal | None:
    return Decimal(question.settings[name]) if name in question.settings else None


def _decimals(question: Question) -> int:
    """Return how many decimals the step of a question has."""
    exponent = _step(question).normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _step(question: Question) -> Decimal:
    return _bound(question, "step") or Decimal(1)
