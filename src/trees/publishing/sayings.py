"""Days, numbers and counted things in sentences, as a language has them.

Boundary: for texts that are made when the site is built; the browser formats what it works out
itself. The words are those of a catalogue, the rules for forms of words those of Unicode's CLDR.
"""

from __future__ import annotations

from datetime import date

from .words import ENGLISH, Words

#: Below this, a language writes the digits of a number together.
FEW = {"es": 10_000}
#: Languages that say nothing as they say one thing, and those that say “un millón de …”.
ZERO_IS_ONE = frozenset({"fr", "pt"})
MILLIONS = frozenset({"es", "fr", "it", "pt"})


def day_words(day: date, words: Words = ENGLISH) -> str:
    """Write a day as a sentence does: ``22 November 2026``."""
    month = words[f"month.{day.month}"]
    return words["day-of-month"].format(day=day.day, month=month, year=day.year)


def month_words(day: date, words: Words = ENGLISH) -> str:
    """Write the month of a day: ``November 2026``."""
    return words["month-of-year"].format(month=words[f"month.{day.month}"], year=day.year)


def number_words(number: int, words: Words = ENGLISH) -> str:
    """Write a whole number with its thousands apart: ``12,345``."""
    if number < FEW.get(words["language"], 0):
        return str(number)
    return f"{number:,}".replace(",", words["thousands"])


def counted(words: Words, key: str, number: int, **gaps: object) -> str:
    """Fill the sentence that a language has for this many things: ``1 way``, ``2 ways``."""
    form = plural(words["language"], number)
    return words.get(f"{key}.{form}", words[key]).format(**gaps)


def plural(language: str, number: int) -> str:
    """Return the form of words after a whole number, by the name that Unicode's CLDR gives it."""
    main = language.partition("-")[0]
    if number == 1 or (number == 0 and main in ZERO_IS_ONE):
        return "one"
    return "many" if number and number % 1_000_000 == 0 and main in MILLIONS else "other"
