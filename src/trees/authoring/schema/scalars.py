"""Shapes of one line: text, names, numbers, days, yes and no.

Boundary: one scalar in, its meaning out. What is typed is what counts: there are no hidden types.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from trees.engine.parts import plain

from ..source import ListNode, Node, TextNode
from .shapes import Place, Said, Shape

# Only these digits: other scripts have digits too, which `\d` would take.
NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,6})?")
COUNT = re.compile(r"[1-9][0-9]{0,5}")
ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
AROUND_TODAY = re.compile(r"today(?:\s*([-+])\s*([0-9]{1,5}))?")


@dataclass(frozen=True, slots=True)
class Scalar(Shape):
    """A single text; what it means is worked out by ``meaning``."""

    what: str = "text"

    def read(self, node: Node, place: Place) -> Said | None:
        if not isinstance(node, TextNode) or not node.value.strip():
            place.wrong(node, self.what)
            return None
        meaning = self.meaning(node.value)
        if meaning is None:
            place.wrong(node, self.what)
            return None
        return Said(node, meaning)

    def meaning(self, text: str) -> object | None:
        """Return what the text means, or None if it cannot stand here."""
        return text


class Text(Scalar):
    """Text for readers."""


class Line(Text):
    """Text for readers that is shown on one line, however it is broken in the file."""

    def meaning(self, text: str) -> str:
        return _on_one_line(text)


class UnitWords(Line):
    """The words after a number, which browsers may have in every language."""


class Word(Scalar):
    """A name, an address: something that means one thing, and is no text to read."""

    def meaning(self, text: str) -> str:
        return _on_one_line(text)


class Target(Word):
    """Where a way goes on: a node of the tree, or another tree."""


class Start(Word):
    """The first question."""


class End(Word):
    """An outcome, of this tree or another."""


class DateName(Word):
    """A value or a question that is a day."""


class Link(Word):
    """Another tree, or words that lead to an address."""


class Condition(Scalar):
    """What must hold for a way to be taken."""


class Expression(Scalar):
    """How a value is worked out."""


@dataclass(frozen=True, slots=True)
class OneOf(Scalar):
    """One of a few words."""

    words: tuple[str, ...] = ()

    def meaning(self, text: str) -> str | None:
        return text.strip() if text.strip() in self.words else None


class Flag(Scalar):
    """``yes`` or ``no``."""

    def meaning(self, text: str) -> bool | None:
        return {"yes": True, "no": False}.get(text)


class Count(Scalar):
    """A whole number from 1."""

    def meaning(self, text: str) -> int | None:
        return int(text) if COUNT.fullmatch(text) else None


class Number(Scalar):
    """A number, kept with exactly the digits it needs."""

    def meaning(self, text: str) -> str | None:
        return plain(Decimal(text)) if NUMBER.fullmatch(text) else None


class IsoDate(Scalar):
    """A day, written ``2026-07-01``."""

    def meaning(self, text: str) -> date | None:
        return read_date(text)


class Day(Scalar):
    """A day, or one that counts from today; as settings hold it."""

    def meaning(self, text: str) -> list[object] | None:
        relative = AROUND_TODAY.fullmatch(text.strip())
        if relative:
            sign, days = relative.groups()
            return ["today", int(f"{sign}{days}") if days else 0]
        day = read_date(text)
        return ["date", day.isoformat()] if day else None


@dataclass(frozen=True, slots=True)
class Answer(Shape):
    """An answer of a scenario: one text, or a list of them; the text may be empty in quotes."""

    what: str = "an answer, or a list of answers"

    def read(self, node: Node, place: Place) -> Said | list[Said] | None:
        if isinstance(node, ListNode) and node.items:
            items = [self._one(item, place.within()) for item in node.items]
            said = [item for item in items if item]
            return said if len(said) == len(items) else None
        return self._one(node, place)

    def _one(self, node: Node, place: Place) -> Said | None:
        if isinstance(node, TextNode) and not node.empty:
            return Said(node, node.value)
        place.wrong(node, self.what)
        return None


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def read_date(text: str) -> date | None:
    """Return the day that an ISO text means, or None."""
    try:
        return date.fromisoformat(text) if ISO.fullmatch(text) else None
    except ValueError:
        return None
