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

NUMBER = re.compile(r"-?\d{1,15}(\.\d{1,6})?")
COUNT = re.compile(r"[1-9]\d{0,5}")
ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
AROUND_TODAY = re.compile(r"today(?:\s*([-+])\s*(\d{1,5}))?")
WIDE_SPACES = re.compile(r"\s+")


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


class Line(Scalar):
    """Text that is shown on one line, however it is broken in the file."""

    def meaning(self, text: str) -> str:
        return WIDE_SPACES.sub(" ", text.strip())


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
        if isinstance(node, TextNode) and (node.value or node.style in ("'", '"')):
            return Said(node, node.value)
        if isinstance(node, ListNode) and node.items:
            items = [self.read(item, place) for item in node.items]
            flat = [item for item in items if isinstance(item, Said)]
            return flat if len(flat) == len(items) else None
        place.wrong(node, self.what)
        return None


def read_date(text: str) -> date | None:
    """Return the day that an ISO text means, or None."""
    try:
        return date.fromisoformat(text) if ISO.fullmatch(text) else None
    except ValueError:
        return None
