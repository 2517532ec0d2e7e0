"""Routes of two versions: examples that the engine replays, order, renames, and what is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from tests.authoring.diff.pairs import pairs
from tests.authoring.proof.generated import periods

from trees.authoring.diff import walk
from trees.authoring.diff.routes import compare_routes
from trees.authoring.proof.days import Period
from trees.authoring.proof.refusal import Refusal
from trees.engine.session import DeadEndError, State, replay
from trees.engine.tree import Branch, Outcome, Question, Tree

ABC = {"options": {"a": "A", "b": "B", "c": "C"}}
ENDS = {name: Outcome(name, "safe", name) for name in ("yes", "no")}


def choice(name, *branches, **options):
    return Question(name, "choice", "?", branches, {"options": options} if options else ABC)


def library(*questions):
    return {"t": Tree("t", "T", questions[0].id, {one.id: one for one in questions}, ENDS)}


def is_a(name):
    return ["==", ["answer", name], ["text", "a"]]


def figures(old, new):
    routes = compare_routes(old, new, "t", Period())
    return {(move.old.node[1], move.new.node[1]): move.ways for move in routes.moves}


def replayed(version, example):
    try:
        step = replay(version, State("one", example.answers), date.fromisoformat(example.today))
    except DeadEndError:
        return None
    return (step.tree.id, step.node.id) if isinstance(step.node, Outcome) else None


@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
@given(pairs(), periods())
def test_an_example__replayed_by_the_engine__ends_where_it_says_in_both_versions(pair, period):
    for move in compare_routes(*pair, "one", period).moves:
        assert period.first <= date.fromisoformat(move.example.today) <= period.last
        if not any(name.endswith("(before)") for name in move.example.answers):
            for version, end in zip(pair, (move.old, move.new), strict=True):
                assert replayed(version, move.example) == (end.node if end.how == "ends" else None)


@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
@given(pairs(), periods())
def test_two_versions__compared_the_other_way_round__swap_their_ends(pair, period):
    old, new = pair
    there = {(m.old, m.new): m.ways for m in compare_routes(old, new, "one", period).moves}
    back = {(m.new, m.old): m.ways for m in compare_routes(new, old, "one", period).moves}
    assert there == back


def test_a_condition_that_catches_another_option__compared__moves_the_ways_of_both():
    old = library(choice("q", Branch("yes", is_a("q")), Branch("no")))
    other = ["==", ["answer", "q"], ["text", "b"]]
    new = library(choice("q", Branch("yes", other), Branch("no")))
    assert figures(old, new) == {("yes", "no"): 1, ("no", "yes"): 1, ("no", "no"): 1}


def test_questions_asked_in_another_order__compared__change_nothing():
    first, second = ("p", "q"), ("q", "p")
    old, new = (
        library(
            choice(one, Branch(two)),
            choice(two, Branch("yes", ["and", is_a("p"), is_a("q")]), Branch("no")),
        )
        for one, two in (first, second)
    )
    assert compare_routes(old, new, "t", Period()).same


def test_a_question_put_in_between__compared__counts_its_answers_and_changes_nothing():
    old = library(choice("q", Branch("yes", is_a("q")), Branch("no")))
    new = library(
        choice("q", Branch("between")), choice("between", Branch("yes", is_a("q")), Branch("no"))
    )
    assert figures(old, new) == {("yes", "yes"): 3, ("no", "no"): 6}


def test_an_option_that_is_gone__compared__is_asked_again():
    old = library(choice("q", Branch("yes"), a="A", b="B"))
    new = library(choice("q", Branch("yes"), a="A", c="C"))
    routes = compare_routes(old, new, "t", Period())
    assert [(move.new.how, move.example.answers["q"]) for move in routes.lost] == [("again", "b")]
    assert [(move.old.how, move.example.answers["q"]) for move in routes.won] == [("again", "c")]
    assert routes.compared == 1


def test_a_tree_of_more_than_10_to_the_12_ways__compared__counts_each():
    def version(end):
        asked = [choice(f"q{at}", Branch(f"q{at + 1}")) for at in range(40)]
        return library(*asked, choice("q40", Branch("yes", is_a("q40")), Branch(end)))

    assert figures(version("no"), version("yes")) == {
        ("yes", "yes"): 3**40,
        ("no", "yes"): 2 * 3**40,
    }


def number(*branches, **settings):
    return library(Question("n", "number", "?", branches, settings))


def test_a_number_in_finer_steps__compared__keeps_the_old_answers_and_takes_new_ones():
    above = Branch("yes", [">", ["answer", "n"], ["number", "4"]])
    old, new = (number(above, Branch("no"), min="0", max="9", step=step) for step in ("3", "2"))
    routes = compare_routes(old, new, "t", Period())
    told = {(m.old.how, m.old.node[1], m.new.how, m.new.node[1]): m.ways for m in routes.moves}
    # Above 4 and not above 4: multiples of 6 are taken by both, of 3 by the old, of 2 by the new.
    assert told == {
        ("ends", "no", "ends", "no"): 1,
        ("ends", "yes", "ends", "yes"): 1,
        ("ends", "no", "again", "n"): 1,
        ("ends", "yes", "again", "n"): 1,
        ("again", "n", "ends", "no"): 1,
        ("again", "n", "ends", "yes"): 1,
    }


def test_steps_with_too_little_in_common__compared__are_refused():
    old, new = (number(Branch("yes"), step=step) for step in ("1", "0.00001"))
    with pytest.raises(Refusal) as refused:
        compare_routes(old, new, "t", Period())
    assert refused.value.code == "too-large-to-prove"


def test_versions_that_must_remember_too_much__compared__are_refused(monkeypatch):
    monkeypatch.setattr(walk, "MOST_STATES", 500)
    asked = [choice(f"q{at}", Branch(f"q{at + 1}")) for at in range(10)]
    last = choice(
        "q10", Branch("yes", ["and", *(is_a(f"q{at}") for at in range(10))]), Branch("no")
    )
    old = library(*asked, last)
    new = library(*asked, replace(last, branches=last.branches[::-1]))
    with pytest.raises(Refusal) as refused:
        compare_routes(old, new, "t", Period())
    assert refused.value.code == "too-large-to-prove"
