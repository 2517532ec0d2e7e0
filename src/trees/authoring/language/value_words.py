"""Values in plain words, shown where nothing can be computed.

Boundary: compiled values in, English out. A value that would take too many words is only named
for what it is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from trees.engine.parts import Unit, unit_words
from trees.engine.questions import kind_of
from trees.engine.tree import Expression

from .words import COUNTED, Speaker, counted, day_words

LONGEST = 200
JOINTS = {"+": "plus", "-": "minus", "*": "times", "/": "divided by"}


class ValueSpeaker:
    """Says values; ``known`` holds the words of values that were said before."""

    def __init__(self, speaker: Speaker, types: Mapping[str, str]) -> None:
        """Hold how answers are spoken of, and the type of each value."""
        self.speaker = speaker
        self.types = types
        self.known: dict[str, str] = {}

    def value(self, name: str, expression: Expression, unit: Unit = "", words: str = "") -> None:
        """Put one value into words, and keep them."""
        said = words or self._with_unit(self.words(expression), expression, unit)
        if len(said) > LONGEST:
            what = "day" if self.types.get(name) == "date" else "number"
            said = f"a {what} worked out from your answers"
        self.known[name] = said

    def words(self, expression: Expression) -> str:
        """Return an expression in words that can stand inside a sentence."""
        return SAYINGS[expression[0]](self, expression)

    def is_day(self, expression: Expression) -> bool:
        """Whether an expression is a day rather than a number."""
        head, *rest = expression
        if head == "answer":
            return kind_of(self.speaker.questions[rest[0]]).type == "date"
        if head == "value":
            return self.types.get(rest[0]) == "date"
        if head in ("if", "min", "max"):
            return self.is_day(rest[-1])
        return head in ("date", "today", "add_days", "add_business_days")

    def _with_unit(self, said: str, expression: Expression, unit: Unit) -> str:
        return f"{said} {unit_words(unit)}" if unit and expression[0] not in COUNTED else said


def _shifted(speaker: ValueSpeaker, expression: Expression) -> str:
    head, day, count = expression
    noun = "business day" if head == "add_business_days" else "day"
    before = count[0] == "number" and count[1].startswith("-")
    amount = (
        counted(count[1].removeprefix("-"), noun)
        if count[0] == "number"
        else f"{speaker.words(count)} {noun}s"
    )
    if day == ["today"]:
        return f"{amount} ago" if before else f"{amount} from today"
    return f"{amount} {'before' if before else 'after'} {speaker.words(day)}"


def _count(speaker: ValueSpeaker, expression: Expression) -> str:
    noun, since = COUNTED[expression[0]]
    return f"the number of {noun}s {since} {speaker.words(expression[1])}"


def _least(speaker: ValueSpeaker, expression: Expression) -> str:
    words = ("earlier", "later") if speaker.is_day(expression[1]) else ("smaller", "larger")
    which = words[0] if expression[0] == "min" else words[1]
    return f"the {which} of " + " and ".join(map(speaker.words, expression[1:]))


def _choice(speaker: ValueSpeaker, expression: Expression) -> str:
    _, condition, yes, no = expression
    said = speaker.speaker.words(condition)
    return f"{speaker.words(yes)} if {said}, otherwise {speaker.words(no)}"


def _joined(speaker: ValueSpeaker, expression: Expression) -> str:
    return f" {JOINTS[expression[0]]} ".join(map(speaker.words, expression[1:]))


SAYINGS: dict[str, Callable[[ValueSpeaker, Expression], str]] = {
    "number": lambda speaker, expression: str(expression[1]),
    "date": lambda speaker, expression: day_words(date.fromisoformat(expression[1])),
    "today": lambda speaker, expression: "today",
    "answer": lambda speaker, expression: speaker.speaker.subject(expression[1]),
    "value": lambda speaker, expression: speaker.known[expression[1]],
    "add_days": _shifted,
    "add_business_days": _shifted,
    **dict.fromkeys(COUNTED, _count),
    **dict.fromkeys(JOINTS, _joined),
    "min": _least,
    "max": _least,
    "if": _choice,
}
