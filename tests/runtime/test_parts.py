"""Numbers with their units, as a page writes them in each language."""

from __future__ import annotations

import json
import subprocess
from decimal import Decimal
from pathlib import Path

from trees.engine.parts import Unit, number_part

WRITER = Path(__file__).with_name("parts.mjs")
ENGLISH: Unit = {"one": "working day", "other": "working days"}
SPANISH: Unit = {"one": "día hábil", "other": "días hábiles"}
PORTUGUESE: Unit = {"one": "dia útil", "other": "dias úteis"}


def written(*asked: tuple[str, Unit, str]) -> list[str]:
    """Return what stands in the page for each number with its unit, in a language."""
    parts = [(number_part(Decimal(number), unit), language) for number, unit, language in asked]
    done = subprocess.run(
        ["node", str(WRITER)], input=json.dumps(parts), capture_output=True, text=True, check=True
    )
    texts: list[str] = json.loads(done.stdout)
    return [text.replace("\u00a0", " ") for text in texts]


def test_a_unit_with_two_forms__takes_that_of_its_number_in_each_language() -> None:
    numbers = ("0", "1", "1.5", "2", "1000000")
    assert written(*((number, ENGLISH, "en") for number in numbers)) == [
        *("0 working days", "1 working day", "1.5 working days", "2 working days"),
        "1,000,000 working days",
    ]
    assert written(*((number, SPANISH, "es") for number in numbers)) == [
        *("0 días hábiles", "1 día hábil", "1,5 días hábiles", "2 días hábiles"),
        "1.000.000 días hábiles",
    ]
    assert written(*((number, PORTUGUESE, "pt-BR") for number in numbers)) == [
        *("0 dia útil", "1 dia útil", "1,5 dia útil", "2 dias úteis"),
        "1.000.000 dias úteis",
    ]


def test_a_unit_with_one_form__stands_after_any_number() -> None:
    assert written(("1", "ml", "en"), ("2", "ml", "en")) == ["1 ml", "2 ml"]


def test_a_unit_that_browsers_know__is_said_in_their_words() -> None:
    day: Unit = {"one": "day", "other": "days"}
    asked = (("1", "days", "es"), ("3", "days", "es"), ("1", day, "es"), ("3", day, "es"))
    assert written(*asked) == ["1 día", "3 días", "1 día", "3 días"]
    assert written(("5", "EUR", "en"), ("0.5", "EUR", "en")) == ["€5", "€0.50"]
