"""Typed parts: what the engine hands out where a text has a gap.

Boundary: a part says what it is (a day, a number with its unit, words), never how it looks. The
browser formats it in the reader's locale, the terminal in ISO and plain digits. Parts are JSON.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Any

#: ``{"type": "date" | "number" | "words" | "list", "value": …, "unit"?: …}``
type Part = dict[str, Any]

#: What numbers count: the words after any of them, or those after one and after any ``other``.
type Unit = str | Mapping[str, str]

CENTS = Decimal("0.01")
#: Beyond this, two decimals no longer fit into the 28 digits that are worked with.
EXACT = Decimal(10) ** 25


def date_part(value: date) -> Part:
    """Return a part for a day, its value in ISO form."""
    return {"type": "date", "value": value.isoformat()}


def number_part(value: Decimal, unit: Unit = "") -> Part:
    """Return a part for a number, rounded half-even to two decimals, without trailing zeros."""
    rounded = value.quantize(CENTS, ROUND_HALF_EVEN) if abs(value) < EXACT else value
    return {"type": "number", "value": plain(rounded), "unit": unit}


def unit_words(unit: Unit, number: str = "") -> str:
    """Return a unit as English has it after ``number``, and beside a box that holds none yet."""
    if isinstance(unit, str):
        return unit
    return unit["one" if number in ("1", "-1") else "other"]


def words_part(value: str) -> Part:
    """Return a part for words, shown as they are."""
    return {"type": "words", "value": value}


def list_part(values: list[str]) -> Part:
    """Return a part for several words, joined as the reader's language joins a list."""
    return {"type": "list", "value": values}


def plain(value: Decimal) -> str:
    """Write a number with plain digits: no exponent, no trailing zeros, no negative zero."""
    text = format(value, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text
