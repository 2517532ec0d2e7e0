"""Text: for messages; tidied, bounded, left out only where that is allowed."""

from __future__ import annotations

from datetime import date

from trees.engine.parts import words_part
from trees.engine.questions import KINDS, Problem
from trees.engine.tree import Question

ORDER = Question("order", "text", "Number?", (), {"max": 10})
FREE = Question("order", "text", "Number?", (), {"optional": True})
TEXT = KINDS["text"]
TODAY = date(2026, 3, 23)


def test_text__is_tidied() -> None:
    assert TEXT.accept(ORDER, "  81 \n 22 ", TODAY) == "81 22"


def test_text__is_bounded() -> None:
    problem = TEXT.accept(ORDER, "12345678901", TODAY)
    assert isinstance(problem, Problem)
    assert problem.code == "text-too-long"


def test_missing_text__is_asked_back_unless_optional() -> None:
    assert TEXT.accept(ORDER, " ", TODAY) == Problem("text-missing", "text")
    assert TEXT.accept(FREE, " ", TODAY) == ""


def test_left_out_text__fills_texts_with_words_for_it_and_stays_empty_in_the_trail() -> None:
    worded = Question("order", "text", "Number?", (), {"optional": True, "if_empty": "none yet"})
    assert TEXT.filled_in(worded, "") == words_part("none yet")
    assert TEXT.filled_in(worded, "8122") == words_part("8122")
    assert TEXT.part(worded, "") == words_part("")
