"""Values in plain words, shown where nothing can be computed.

Boundary: compiled values in, English out. A value that would take too many words is only named
for what it is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

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

    def value(self, name: str, expression: Expression, unit: str = "", words: str = "") -> None:
        """Put one value into words, and keep them."""
        said = words or self._with_unit(self.words(expression), expression, unit)
        if len(said) > LONGEST:
            what = "day" if self.types.get(name) == "date" else "number"
            said = f"a {what} worked out from your answers"
        self.known[name] = said

    def words(self, expression: Expression) -> str:
        """Return an expression in words that can stand inside a sentence."""
        head, *rest = expression
        return SAYINGS[head](self, head, rest)

    def _with_unit(self, said: str, expression: Expression, unit: str) -> str:
        return f"{said} {unit}" if unit and expression[0] not in COUNTED else said


def _shifted(speaker: ValueSpeaker, head: str, rest: list[Any]) -> str:
    day, count = rest
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


def _count(speaker: ValueSpeaker, head: str, rest: list[Any]) -> str:
    noun, since = COUNTED[head]
    return f"the number of {noun}s {since} {speaker.words(rest[0])}"


def _least(speaker: ValueSpeaker, head: str, rest: list[Any]) -> str:
    which = "smaller" if head == "min" else "larger"
    return f"the {which} of " + " and ".join(speaker.words(part) for part in rest)


def _choice(speaker: ValueSpeaker, head: str, rest: list[Any]) -> str:
    condition, yes, no = rest
    said = speaker.speaker.words(condition)
    return f"{speaker.words(yes)} if {said}, otherwise {speaker.words(no)}"


def _joined(speaker: ValueSpeaker, head: str, rest: list[Any]) -> str:
    return f" {JOINTS[head]} ".join(speaker.words(part) for part in rest)


SAYINGS: dict[str, Callable[[ValueSpeaker, str, list[Any]], str]] = {
    "number": lambda speaker, head, rest: str(rest[0]),
    "date": lambda speaker, head, rest: day_words(date.fromisoformat(rest[0])),
    "today": lambda speaker, head, rest: "today",
    "answer": lambda speaker, head, rest: speaker.speaker.subject(rest[0]),
    "value": lambda speaker, head, rest: speaker.known.get(rest[0], rest[0]),
    "add_days": _shifted,
    "add_business_days": _shifted,
    **dict.fromkeys(COUNTED, _count),
    **dict.fromkeys(JOINTS, _joined),
    "min": _least,
    "max": _least,
    "if": _choice,
}
