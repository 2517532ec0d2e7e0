"""A session is a pure replay: back, change, links and shared questions all follow from it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from trees.engine import session, wire
from trees.engine.parts import words_part
from trees.engine.questions import Problem
from trees.engine.session import DeadEndError, EndlessWayError, MissingTreeError, State, Step
from trees.engine.tree import Branch, Library, Outcome, Question, Tree

START = State("refund")


def walk(library: Library, today: date, *raws: str) -> Step:
    """Answer one question after the other, from the start of the refund tree."""
    step = session.replay(library, START, today)
    for raw in raws:
        step = session.answer(library, step.state, raw, today)
    return step


def test_start__asks_the_first_question(library: Library, today: date) -> None:
    step = walk(library, today)
    assert (step.node.id, step.trail, step.problem) == ("taken", (), None)


def test_answers__lead_to_an_outcome_with_its_values(library: Library, today: date) -> None:
    step = walk(library, today, "yes", "2026-03-02")
    assert step.node.id == "coming"
    assert step.values == {
        "due": {"type": "date", "value": "2026-03-30"},
        "started": {"type": "date", "value": "2026-03-02"},
        "taken": {"type": "words", "value": "Yes"},
    }


def test_words_left_out__stand_in_texts_as_the_tree_says_and_are_no_answer(today: date) -> None:
    settings = {"optional": True, "if_empty": "nothing so far"}
    said = Question("said", "text", "What?", (Branch("end"),), settings)
    end = Outcome("end", "ask", "You said {said}", ("said",))
    tree = Tree("talk", "Talk", "said", {"said": said}, {"end": end})
    talk = {"talk": wire.from_json(wire.to_json(tree))}
    step = session.answer(talk, State("talk"), " ", today)
    assert step.values == {"said": words_part("nothing so far")}
    assert [entry.answer for entry in step.trail] == [""]


def test_today__is_an_input(library: Library, today: date) -> None:
    state = walk(library, today, "yes", "2026-03-02").state
    assert session.replay(library, state, date(2026, 3, 30)).node.id == "coming"
    assert session.replay(library, state, date(2026, 3, 31)).node.id == "overdue"


def test_bad_answer__stays_and_says_why(library: Library, today: date) -> None:
    step = walk(library, today, "yes", "2026-02-31")
    assert step.node.id == "started"
    assert isinstance(step.problem, Problem)
    assert step.problem.code == "date-impossible"


def test_shared_question__is_not_asked_twice(library: Library, today: date) -> None:
    step = walk(library, today, "held", "12,50")
    assert (step.tree.id, step.node.id) == ("later", "end")
    assert [entry.question.id for entry in step.trail] == ["taken", "paid"]


def test_back__asks_the_last_question_again_with_its_answer(library: Library, today: date) -> None:
    step = session.back(library, walk(library, today, "yes", "2026-03-02").state, today)
    assert (step.node.id, step.given) == ("started", "2026-03-02")
    step = session.back(library, step.state, today)
    assert (step.node.id, step.given, dict(step.state.answers)) == (
        "taken",
        "yes",
        {"taken": "yes"},
    )


def test_back_at_the_start__stays_there(library: Library, today: date) -> None:
    assert session.back(library, START, today).node.id == "taken"


def test_change__keeps_later_answers_that_still_fit(library: Library, today: date) -> None:
    done = walk(library, today, "yes", "2026-03-02").state
    asked = session.change(library, done, "taken", today)
    assert (asked.node.id, asked.given) == ("taken", "yes")
    assert session.answer(library, asked.state, "yes", today).node.id == "coming"


def test_change__drops_answers_off_the_new_way(library: Library, today: date) -> None:
    done = walk(library, today, "yes", "2026-03-02").state
    asked = session.change(library, done, "taken", today)
    step = session.answer(library, asked.state, "no", today)
    assert dict(step.state.answers) == {"taken": "no"}


def test_stale_link__stops_at_the_answer_that_no_longer_fits(library: Library, today: date) -> None:
    for answers in (
        {"taken": "maybe"},
        {"taken": "yes", "started": "2099-01-01"},
        {"taken": "yes", "started": "soon"},
    ):
        step = session.replay(library, State("refund", answers), today)
        assert step.node.id == list(answers)[-1]
        assert step.given is None


def test_replay__is_idempotent(library: Library, today: date) -> None:
    state = State("refund", {"taken": "yes", "started": "2026-03-02", "stray": "x"})
    once = session.replay(library, state, today)
    assert "stray" not in once.state.answers
    assert session.replay(library, once.state, today) == once


def test_missing_tree__is_named(library: Library, today: date) -> None:
    with pytest.raises(MissingTreeError) as missing:
        session.replay({"refund": library["refund"]}, State("refund", {"taken": "held"}), today)
    assert missing.value.tree == "later"


def test_loop__is_refused_instead_of_running_for_ever(library: Library, today: date) -> None:
    refund = library["refund"]
    taken = replace(refund.questions["taken"], branches=(Branch("taken"),))
    looped = {"refund": replace(refund, questions={"taken": taken})}
    with pytest.raises(EndlessWayError):
        session.replay(looped, State("refund", {"taken": "yes"}), today)


def test_no_branch_that_holds__is_refused(library: Library, today: date) -> None:
    refund = library["refund"]
    taken = replace(refund.questions["taken"], branches=())
    stuck = {"refund": replace(refund, questions={"taken": taken})}
    with pytest.raises(DeadEndError):
        session.replay(stuck, State("refund", {"taken": "yes"}), today)


def test_stored_answers__are_read_in_any_form_and_kept_in_one(
    library: Library, today: date
) -> None:
    state = State("refund", {"taken": "yes", "started": "2026-3-2"})
    assert session.replay(library, state, today).state.answers["started"] == "2026-03-02"


def test_answer_at_an_outcome__changes_nothing(library: Library, today: date) -> None:
    done = walk(library, today, "no")
    assert session.answer(library, done.state, "yes", today) == done
