"""The catalogue has a sentence for everything that asks for one."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from string import Formatter
from typing import get_args, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

import trees
from trees.authoring.document import Source
from trees.engine import questions
from trees.engine.questions import KINDS, Problem
from trees.engine.questions.day import BOXES
from trees.engine.tree import VERDICTS, Question
from trees.publishing.words import (
    CALENDAR,
    ELEMENT,
    ENGLISH,
    FINDER,
    KNOWS,
    MAP,
    OFFLINE,
    PACKET,
    PAGE,
    PLAYGROUND,
    PROBLEMS,
    element_words,
    offline_words,
)

PACKAGE = Path(trees.__file__).parent
TODAY = date(2026, 3, 23)
CODE = re.compile(r'"((?:choose|date|number|text)-[a-z-]+)(\{[^"]*)?"')
SETTINGS = {
    "choice": {"options": {"a": "A", "b": "B"}},
    "several": {"options": {"a": "A", "b": "B"}, "none": "None of these"},
    "number": {"unit": "EUR", "min": "2", "max": "50", "step": "2"},
    "date": {"earliest": ["today", -30], "latest": ["today", 0]},
    "text": {"max": 5},
}
WRITTEN = st.sampled_from(["", "0", "1", "3", "99", "31", "2026", "2025", "x", "a", "a,none", "4"])
RAW = (
    WRITTEN
    | st.lists(WRITTEN)
    | st.dictionaries(st.sampled_from(["day", "month", "year", "number", "text"]), WRITTEN)
)


def codes_in_source() -> set[str]:
    """Return every problem code that stands in the source of a question kind."""
    folder = Path(questions.__file__).parent
    found = {match for path in folder.glob("*.py") for match in CODE.findall(path.read_text())}
    whole = {code for code, rest in found if not rest}
    return whole | {f"{code}{box}" for code, rest in found if rest for box in BOXES}


def test_every_problem_of_every_kind__has_a_sentence_and_no_sentence_is_left_over() -> None:
    assert codes_in_source() == set(PROBLEMS)


@pytest.mark.parametrize("name", KINDS)
@given(raw=RAW)
def test_a_problem__its_sentence__is_filled_by_its_details(name: str, raw: object) -> None:
    question = Question("q", name, "?", (), SETTINGS[name])
    taken = KINDS[name].accept(question, raw, TODAY)  # type: ignore[arg-type]
    if isinstance(taken, Problem):
        gaps = {field for _, field, _, _ in Formatter().parse(PROBLEMS[taken.code]) if field}
        assert gaps <= taken.details.keys()


def test_every_box_of_every_kind__has_a_caption() -> None:
    forms = [
        kind.form(Question("q", name, "?", (), SETTINGS[name])) for name, kind in KINDS.items()
    ]
    assert {f"box.{box.word}" for form in forms for box in form.boxes} <= ENGLISH.keys()


def test_every_verdict_and_certainty__has_a_word() -> None:
    certainties = get_args(get_type_hints(Source)["sure"])
    assert certainties
    assert {f"verdict.{one}" for one in VERDICTS} <= ENGLISH.keys()
    assert {f"sure.{one}" for one in certainties} <= ENGLISH.keys()


def test_the_element__asks_only_for_words_that_it_is_given() -> None:
    asked = said_by("element")
    assert asked
    assert asked <= element_words().keys()


def test_the_line_about_the_copy__says_only_words_that_it_is_given() -> None:
    assert said_by("offline") == offline_words().keys()


def said_by(folder: str) -> set[str]:
    """Return the keys of the sentences that modules say: ``say("key", "key", …)``."""
    paths = (PACKAGE / "browser" / folder).rglob("*.js")
    calls = re.findall(r"""\bsay\(([^`()]*)""", "\n".join(path.read_text() for path in paths))
    return {key for call in calls for key in re.findall(r"""["']([^"']+)["']""", call)}


@pytest.mark.parametrize(("type_name", "begins"), [("Cause", "failed."), ("Note", "note.")])
def test_every_cause_and_every_note_of_the_engine__has_a_sentence(
    type_name: str, begins: str
) -> None:
    protocol = (PACKAGE / "browser" / "protocol.js").read_text(encoding="utf-8")
    (declared,) = re.findall(rf"@typedef {{([^}}]+)}} {type_name}\b", protocol)
    said = {key for key in element_words() if key.startswith(begins)}
    assert said == {begins + name for name in re.findall(r'"([a-z-]+)"', declared)}


def test_the_templates__ask_only_for_words_that_exist() -> None:
    folder = PACKAGE / "publishing" / "templates"
    asked = {
        key
        for path in folder.glob("*.html")
        for key in re.findall(r'words\["([^"]+)"\]', path.read_text())
    }
    assert asked
    assert asked <= ENGLISH.keys()


def test_every_word__is_asked_for_somewhere() -> None:
    texts = [
        path.read_text(encoding="utf-8")
        for part, ending in (("browser", "*.js"), ("publishing", "*.html"), ("publishing", "*.py"))
        for path in (PACKAGE / part).rglob(ending)
        if path.name != "words.py" and "_bundle" not in path.parts
    ]
    asked = set(re.findall(r"""["']([a-z][a-z.-]+)["'{]""", "\n".join(texts)))
    forms = {key for key in ENGLISH if key.endswith(".one") and key.removesuffix(".one") in asked}
    left = {key for key in ENGLISH.keys() - PROBLEMS.keys() - forms if key not in asked}
    # A key that is put together begins with what is written: `"verdict." ~ one`, f"sure.{one}".
    assert {key for key in left if key[: key.find(".") + 1] not in asked} == set()


def test_sentences__are_sentences() -> None:
    assert all(text.strip() == text and text for text in ENGLISH.values())
    assert all(text[0].isupper() and text.endswith(".") for text in PROBLEMS.values())


def test_no_two_catalogues__say_something_else_by_one_key() -> None:
    catalogues = (
        PAGE,
        MAP,
        KNOWS,
        CALENDAR,
        OFFLINE,
        ELEMENT,
        PACKET,
        PROBLEMS,
        FINDER,
        PLAYGROUND,
    )
    assert sum(map(len, catalogues)) == len(ENGLISH)
