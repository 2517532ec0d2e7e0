"""The cost grows with the nodes, not with the ways; what is too large is refused."""

from __future__ import annotations

import pytest

from trees.authoring.proof.certificate import certificate
from trees.authoring.proof.days import Period
from trees.authoring.proof.proving import prove
from trees.authoring.proof.refusal import Refusal
from trees.engine.tree import Branch, Outcome, Question, Tree

ABC = {"options": {"a": "A", "b": "B", "c": "C"}}
END = {"end": Outcome("end", "safe", "End")}


def tree(questions):
    return {"big": Tree("big", "Big", "q0", {one.id: one for one in questions}, END)}


def is_a(at):
    return ["==", ["answer", f"q{at}"], ["text", "a"]]


def test_a_tree_with_more_than_10_to_the_12_ways__proven__counts_each():
    # Each question looks back at the one before.
    questions = [
        Question(
            f"q{at}",
            "choice",
            "?",
            (Branch(f"q{at + 1}", is_a(max(0, at - 1))), Branch(f"q{at + 1}")),
            ABC,
        )
        for at in range(40)
    ]
    questions.append(Question("q40", "choice", "?", (Branch("end"),), ABC))
    told = certificate(prove(tree(questions), "big", Period()), Period())
    assert told.ways == 3**41 > 10**12
    assert (told.least, told.mean, told.most) == (41, 41, 41)


def test_a_tree_that_remembers_too_much__proven__is_refused_by_name():
    last = [Branch("end", ["and", *(is_a(at) for at in range(40))]), Branch("end")]
    questions = [
        Question(f"q{at}", "choice", "?", (Branch(f"q{at + 1}"),), ABC) for at in range(40)
    ]
    # Every question is looked at once more, in an order that lets nothing be forgotten.
    questions.append(Question("q40", "choice", "?", tuple(last), ABC))
    with pytest.raises(Refusal) as refused:
        prove(tree(questions), "big", Period())
    assert refused.value.code == "too-large-to-prove"
    assert "q0" in refused.value.message


def test_a_question_with_too_many_cells__proven__is_refused_by_name():
    options = {f"o{at}": "O" for at in range(20)}
    branches = [Branch("end", ["has", ["answer", "q0"], ["text", option]]) for option in options]
    several = Question("q0", "several", "?", (*branches, Branch("end")), {"options": options})
    with pytest.raises(Refusal) as refused:
        prove(tree([several]), "big", Period())
    assert (refused.value.code, refused.value.node) == ("too-large-to-prove", ("big", "q0"))
