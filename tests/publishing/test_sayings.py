"""Days, numbers and counted things, as languages have them."""

from __future__ import annotations

from datetime import date

import pytest

from trees.publishing.sayings import counted, day_words, number_words, plural


@pytest.mark.parametrize(
    ("language", "number", "form"),
    [
        *[("en", 0, "other"), ("en", 1, "one"), ("en", 2, "other"), ("en", 1_000_000, "other")],
        *[("es", 0, "other"), ("es", 1, "one"), ("es", 1_000_001, "other")],
        *[("es", 1_000_000, "many"), ("es", 3_000_000, "many")],
        *[("pt-BR", 0, "one"), ("pt-BR", 1, "one"), ("pt-BR", 2, "other")],
        ("pt-BR", 2_000_000, "many"),
    ],
)
def test_plurals_of_whole_numbers__are_those_of_cldr(language: str, number: int, form: str) -> None:
    assert plural(language, number) == form


def test_a_count__without_a_form_of_its_own__takes_the_common_one() -> None:
    words = {"language": "es", "ways": "{ways} caminos", "ways.one": "{ways} camino"}
    assert counted(words, "ways", 1, ways=1) == "1 camino"
    assert counted(words, "ways", 1_000_000, ways="1.000.000") == "1.000.000 caminos"


@pytest.mark.parametrize(
    ("language", "number", "said"),
    [("en", 1234, "1,234"), ("es", 1234, "1234"), ("es", 12345, "12.345"), ("pt", 1234, "1.234")],
)
def test_number_words__part_thousands_as_the_language_does(
    language: str, number: int, said: str
) -> None:
    thousands = "," if language == "en" else "."
    assert number_words(number, {"language": language, "thousands": thousands}) == said


def test_day_words__read_as_in_a_sentence() -> None:
    assert day_words(date(2026, 11, 2)) == "2 November 2026"
