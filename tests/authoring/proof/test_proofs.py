"""Findings of the proof stand on the line, with answers that show them; our own trees have none."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest

from trees.authoring.project import load, load_texts
from trees.authoring.proof.certificate import certificate, witness
from trees.authoring.proof.days import Period
from trees.authoring.proof.proving import prove
from trees.authoring.proof.refusal import Refusal
from trees.engine.session import State, replay
from trees.engine.tree import Branch, Outcome, Question, Tree, Value

ROOT = Path(__file__).parents[3]
FRAME = """title: One
summary: One.
listed: no
questions:
{questions}
values:
{values}
outcomes:
  end: {{verdict: safe, title: "End{shown}", reason: It ends.}}
  other: {{verdict: safe, title: Other, reason: It ends.}}
"""


def project(questions, values="  one: today", shown="", **others):
    texts = {"one.yaml": FRAME.format(questions=questions, values=values, shown=shown)}
    texts |= {f"{name}.yaml": text for name, text in others.items()}
    return load_texts(texts)


def errors(loaded):
    return [one for one in loaded.findings if one.severity == "error"]


def found(loaded):
    return [(one.code, one.span.line) for one in errors(loaded)]


def test_our_own_trees__checked__are_all_proven():
    loaded = load(ROOT / "decision_trees", ROOT)
    assert loaded.findings == ()
    assert len(loaded.certificates) == len(list((ROOT / "decision_trees").glob("*.yaml"))) - 1


def test_shortest_ways_of_our_own_trees__replayed__end_at_their_outcomes():
    loaded = load(ROOT / "decision_trees", ROOT)
    library = {name: document.tree for name, document in loaded.documents.items()}
    for tree, told in loaded.certificates.items():
        for node, one in told.shortest.items():
            step = replay(library, State(tree, one.answers), date.fromisoformat(one.today))
            assert isinstance(step.node, Outcome)
            assert (step.tree.id, step.node.id) == node


BOUNDS = """  paid:
    kind: number
    ask: How much?
    min: 0
    max: 100
    then:
      - if: {condition}
        go: other
      - if: paid >= 50
        go: end
      - otherwise: {last}"""


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("paid > 100", [("never-holds", 11)]),
        ("paid >= 0", [("always-holds", 11)]),
        ("paid > 49", [("shadowed-branch", 13)]),
        ("paid > 50", []),
    ],
)
def test_a_useless_branch__proven__is_found_on_its_line(condition, expected):
    assert found(project(BOUNDS.format(condition=condition, last="other"))) == expected


def test_a_node_behind_contradicting_conditions__proven__is_reported_at_the_branch_to_it():
    loaded = project(
        """  paid:
    kind: number
    ask: How much?
    then:
      - if: paid > 10
        go: again
      - otherwise: end
  again:
    kind: date
    ask: When?
    earliest: today - 9
    latest: today
    then:
      - if: paid < 10
        go: other
      - otherwise: end"""
    )
    assert found(loaded) == [("never-holds", 18)]


def test_bounds_that_a_day_makes_impossible__proven__show_such_a_day():
    loaded = project(
        """  by:
    kind: date
    ask: When?
    earliest: today
    latest: 2027-06-30
    then:
      - if: by > 2026-06-30
        go: other
      - otherwise: end"""
    )
    (finding,) = errors(loaded)
    assert (finding.code, finding.span.line) == ("no-answer-fits", 5)
    day = re.search(r"on (\d{4}-\d\d-\d\d) with", finding.message).group(1)
    assert date.fromisoformat(day) > date(2027, 6, 30)


PAID = Question("paid", "number", "?", (Branch("end"),), {"min": "0", "max": "5"})
WHEN = Question("when", "date", "?", (Branch("end"),), {})
ANSWER = ["answer", "paid"]
TEN, ZERO = ["number", "10"], ["number", "0"]


@pytest.mark.parametrize(
    ("question", "value", "missing"),
    [
        (PAID, ["/", TEN, ANSWER], {"paid": "0"}),
        (PAID, ["/", TEN, ["number", "4"]], None),
        (PAID, ["/", TEN, ["+", ANSWER, ["number", "1"]]], None),
        (PAID, ["if", [">", ANSWER, ZERO], ["/", TEN, ANSWER], ZERO], None),
        (PAID, ["/", TEN, ["-", ANSWER, ["number", "2"]]], Refusal),
        (WHEN, ["add_days", ["answer", "when"], TEN], Refusal),
        (WHEN, ["/", TEN, ["days_since", ["answer", "when"]]], {"when": "2026-01-01"}),
    ],
)
def test_a_value__proven__exists_or_has_a_witness_or_is_refused(question, value, missing):
    end = {"end": Outcome("end", "safe", "End", ("v",))}
    tree = Tree("t", "T", question.id, {question.id: question}, end, {"v": Value("v", value)})
    if missing is Refusal:
        with pytest.raises(Refusal) as refused:
            prove({"t": tree}, "t", Period())
        assert refused.value.code == "undecided-value"
        return
    reach = prove({"t": tree}, "t", Period())
    seen = [witness(reach, spot).answers for spot in reach.missing.values()]
    assert seen == ([missing] if missing else [])


TWO = """title: Two
summary: Two.
listed: no
questions:
  paid: {{kind: number, ask: "How much?", max: {most}, go: last}}
  last: {{ask: "Sure?", then: [{{if: last == yes and answered(who), go: carried}},
    {{otherwise: who}}], options: {{yes: "Yes", no: "No"}}}}
  who: {{ask: "Who?", yes: fine, no: fine}}
outcomes:
  fine: {{verdict: safe, title: Fine, reason: It is.}}
  carried: {{verdict: safe, title: Carried, reason: It is.}}
"""
ASIDE = """title: Aside
summary: Aside.
listed: no
questions:
  paid: {kind: number, ask: "How much?", max: 50, then: [{if: paid > 20, go: carried},
    {otherwise: fine}]}
outcomes:
  fine: {verdict: safe, title: Fine, reason: It is.}
  carried: {verdict: safe, title: Carried, reason: It is.}
"""
INTO_TWO = """  who: {ask: "Who?", yes: paid, no: tree:two}
  paid:
    kind: number
    ask: How much?
    max: 5
    then:
      - if: paid > 2
        go: other
      - if: paid > 1
        go: tree:two
      - otherwise: end"""


def test_a_branch_for_readers_from_another_tree__proven__is_taken():
    loaded = project(INTO_TWO, two=TWO.format(most=5))
    assert found(loaded) == []
    assert set(loaded.certificates) == {"one", "two"}


def test_two_trees_that_no_way_joins__proven__may_bound_a_question_differently():
    loaded = project(
        """  who: {ask: "Who?", yes: then_two, no: tree:three}
  then_two: {ask: "Two?", options: {a: A, b: B, c: C}, then: [{if: then_two == a, go: tree:two},
    {if: then_two == b, go: end}, {otherwise: other}]}""",
        two=TWO.format(most=5),
        three=ASIDE,
    )
    assert found(loaded) == []
    shortest = loaded.certificates["one"].shortest
    assert shortest["three", "carried"].answers == {"who": "no", "paid": "21"}


def other_bounds(most, kind="number"):
    """A tree that goes on in another, which asks for the same number with other bounds."""
    settings = {"max": "5"}
    one = Question("paid", "number", "?", (Branch("tree:two"),), settings)
    two = Question("paid", kind, "?", (Branch("end"),), {"max": most})
    end = {"end": Outcome("end", "safe", "End")}
    return {
        "one": Tree("one", "One", "paid", {"paid": one}, {}),
        "two": Tree("two", "Two", "paid", {"paid": two}, end),
    }


@pytest.mark.parametrize(("most", "kind"), [("6", "number"), (5, "text")])
def test_a_question_asked_again_with_other_settings__proven__is_refused(most, kind):
    with pytest.raises(Refusal) as refused:
        prove(other_bounds(most, kind), "one", Period())
    assert (refused.value.code, refused.value.node) == ("undecided-question", ("two", "paid"))


def test_a_question_asked_again_with_the_same_settings__proven__is_asked_once():
    reach = prove(other_bounds("5"), "one", Period())
    assert certificate(reach, Period()).most == 1


def test_a_way_into_a_tree_with_errors__checked__is_no_fault_and_is_not_proven():
    one = ASIDE.replace("otherwise: fine", "otherwise: tree:bad").replace("  fine:", "  # fine:")
    loaded = load_texts({"one.yaml": one, "bad.yaml": "["})
    assert {one.span.path for one in errors(loaded)} == {"bad.yaml"}
    assert "one" in loaded.documents
    assert loaded.certificates == {}


def test_examples_in_messages__read__are_json():
    loaded = project(
        """  by:
    kind: date
    ask: When?
    earliest: 2030-01-01
    latest: today
    then:
      - if: by > 2031-06-30
        go: other
      - otherwise: end"""
    )
    (finding,) = errors(loaded)
    assert json.loads(finding.message.partition(" with ")[2]) == {}
