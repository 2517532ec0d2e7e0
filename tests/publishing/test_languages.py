"""The words of pages in other languages."""

from __future__ import annotations

from datetime import date

import pytest

from trees.authoring.findings import Finding
from trees.authoring.source import File
from trees.publishing.languages import FOLDER, shipped_file, texts_of, words_in
from trees.publishing.sayings import day_words
from trees.publishing.words import ENGLISH

SHIPPED = sorted(folder.name for folder in FOLDER.iterdir() if (folder / "_words.yaml").is_file())
OWN = """\
back:
  en: Back
  fr: Retour
day-of-month:
  en: "{day} {month} {year}"
  fr: "{day}. {month} {year}"
change-answer:
  en: "Change your answer to: {ask}"
  fr: Changer
"""


def test_words_of_a_project__are_laid_over_the_english_ones() -> None:
    words = words_in("fr", File("fr/_words.yaml", OWN))
    assert (words["language"], words["back"]) == ("fr", "Retour")
    assert words["restart"] == ENGLISH["restart"]
    assert day_words(date(2026, 11, 2), words) == "2. November 2026"


def test_a_word_that_lost_its_gap__is_told_and_said_in_english() -> None:
    findings: list[Finding] = []
    words = words_in("fr", File("fr/_words.yaml", OWN), findings)
    assert words["change-answer"] == ENGLISH["change-answer"]
    assert [one.span.line for one in findings if one.code == "lost-placeholder"] == [9]
    missing = [one for one in findings if one.code == "missing-translation"]
    assert len(missing) == len(texts_of("fr")) - 3


@pytest.mark.parametrize("loose", ["{", "}", "{{"])
def test_a_word_with_half_a_gap__is_told_and_said_in_english(loose: str) -> None:
    findings: list[Finding] = []
    words = words_in("fr", File("fr/_words.yaml", f"{OWN.rstrip()} {loose} {{ask}}\n"), findings)
    assert words["change-answer"] == ENGLISH["change-answer"]
    assert [one.span.line for one in findings if one.code == "lost-placeholder"] == [9]


def test_a_project_that_changes_one_word_of_a_shipped_language__misses_nothing() -> None:
    findings: list[Finding] = []
    own = File("es/_words.yaml", "back:\n  en: Back\n  es: Volver\n")
    assert words_in("es", own, findings)["back"] == "Volver"
    assert findings == []


@pytest.mark.parametrize("language", SHIPPED)
def test_words_that_come_with_the_package__fit_the_english_ones(language: str) -> None:
    findings: list[Finding] = []
    words_in(language, shipped_file(language), findings)
    assert [one for one in findings if one.severity == "error"] == []
    assert [one for one in findings if one.code == "stale-translation"] == []
    missing = [one for one in findings if one.code == "missing-translation"]
    # A language is there as a whole, or not yet.
    assert len(missing) in (0, len(texts_of(language)))


def test_languages__that_count_millions_apart__have_words_for_it() -> None:
    assert ("proven-ways.many",) in texts_of("es")
    assert ("proven-ways.many",) not in texts_of("de")
