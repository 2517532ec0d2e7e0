"""Findings of the proof stand on the line, with answers that show them; our own trees have none."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest

from trees.authoring.project import load, load_texts
from trees.authoring.proof.proofs import prove_project
from trees.engine.session import State, replay
from trees.engine.tree import Outcome

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
    loaded = load_texts(texts)
    assert not loaded.broken, loaded.broken
    return loaded


def found(loaded):
    return [(one.code, one.span.line) for one in prove_project(loaded).findings]


def test_our_own_trees__proven__have_no_finding():
    proof = prove_project(load(ROOT / "decision_trees", ROOT))
    assert proof.findings == ()
    assert len(proof.certificates) == len(list((ROOT / "decision_trees").glob("*.yaml"))) - 1


def test_shortest_ways_of_our_own_trees__replayed__end_at_their_outcomes():
    loaded = load(ROOT / "decision_trees", ROOT)
    library = {name: document.tree for name, document in loaded.documents.items()}
    for tree, certificate in prove_project(loaded).certificates.items():
        for node, one in certificate.shortest.items():
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
        ("paid > 49", [("shadowed-branch", 13), ("never-reached", 19)]),
        ("paid > 50", []),
    ],
)
def test_a_useless_branch__proven__is_found_on_its_line(condition, expected):
    loaded = project(BOUNDS.format(condition=condition, last="other"))
    codes = found(loaded)
    if condition == "paid >= 0":
        assert expected[0] in codes
    else:
        assert [one for one in codes if one[0] != "never-reached"] == [
            one for one in expected if one[0] != "never-reached"
        ]


def test_a_node_behind_contradicting_conditions__proven__is_never_reached():
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
    assert found(loaded) == [("never-holds", 18), ("never-reached", 25)]


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
    (finding,) = prove_project(loaded).findings
    assert (finding.code, finding.span.line) == ("no-answer-fits", 7)
    day = re.search(r"on (\d{4}-\d\d-\d\d) with", finding.message).group(1)
    assert date.fromisoformat(day) > date(2027, 6, 30)


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("10 / paid", "undecided-value"),
        ("10 / (paid + 1)", None),
        ("10 / 4", None),
        ("paid if answered(paid) else 1 / 0", "undecided-value"),
    ],
)
def test_a_division__proven__is_refused_where_it_could_be_by_zero(value, code):
    loaded = project(
        """  paid:
    kind: number
    ask: How much?
    min: 0
    max: 5
    then:
      - if: paid > 2
        go: other
      - otherwise: end""",
        values=f"  v: {value}",
        shown=" {v}",
    )
    assert [one for one, _ in found(loaded)] == ([code] if code else [])


def test_a_day_without_a_bound__shifted__is_refused():
    loaded = project(
        """  by:
    kind: date
    ask: When?
    then:
      - if: by > 2026-06-30
        go: other
      - otherwise: end""",
        values="  v: by + days(3)",
        shown=" {v}",
    )
    assert [one for one, _ in found(loaded)] == ["undecided-value"]


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
    proof = prove_project(loaded)
    assert proof.findings == ()
    assert set(proof.certificates) == {"one", "two"}


def test_a_shared_question_with_other_bounds__proven__is_refused():
    loaded = project(INTO_TWO, two=TWO.format(most=50))
    assert {one for one, _ in found(loaded)} == {"undecided-question"}


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
    (finding,) = prove_project(loaded).findings
    assert json.loads(finding.message.partition(" with ")[2]) == {}
