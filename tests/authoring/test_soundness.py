"""What the check lets pass really holds: every way ends, and no text has a gap."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from trees.authoring.explore import connected, edges_of, ways
from trees.authoring.project import load_texts
from trees.engine.session import replay
from trees.engine.tree import Outcome

TODAY = date(2026, 3, 23)
ENDS = ("end", "other_end")


def text(lines):
    return "\n".join(lines)


@st.composite
def trees(draw):
    """A random tree whose ways lead forward, with conditions and texts that may be wrong."""
    count = draw(st.integers(2, 6))
    names = [f"q{number}" for number in range(count)]
    lines = ["title: Any", "summary: Any.", "listed: no", "questions:"]
    for at, name in enumerate(names):
        targets = st.sampled_from([*names[at + 1 :], *ENDS])
        asked = st.sampled_from(names[: at + 1])
        atoms = st.one_of(
            st.tuples(asked, st.sampled_from(["== a", "!= a", "in [b, c]", "not in [b]"])).map(
                " ".join
            ),
            asked.map(lambda other: f"answered({other})"),
            asked.map(lambda other: f"not {other} == b"),
        )
        conditions = st.lists(atoms, min_size=1, max_size=2).map(" and ".join)
        lines += [f"  {name}:", "    ask: Which?", "    options: {a: A, b: B, c: C}", "    then:"]
        for condition in draw(st.lists(conditions, max_size=3)):
            lines += [f"      - if: {condition}", f"        go: {draw(targets)}"]
        # The last branch leads to the next question, so that few trees are thrown away.
        lines += [f"      - otherwise: {[*names, 'end'][at + 1]}"]
    lines.append("outcomes:")
    for end in [end for end in ENDS if f": {end}" in text(lines)]:
        shown = f"{{{draw(st.sampled_from(names))}}}"
        lines += [f"  {end}: {{verdict: safe, title: 'End {shown}', reason: It ends.}}"]
    return text(lines)


@settings(deadline=None, max_examples=300, suppress_health_check=list(HealthCheck))
@given(trees())
def test_a_tree_without_errors__walked_every_way__ends_and_has_no_gap(tree):
    project = load_texts({"any.yaml": tree})
    document = project.documents.get("any")
    for state in ways({"any": document.tree}, "any", TODAY, 1000) if document else ():
        step = replay({"any": document.tree}, state, TODAY)
        assert isinstance(step.node, Outcome)
        assert set(step.node.uses) <= step.values.keys()


@pytest.mark.parametrize("limit", [0, 1, 7])
def test_ways__with_a_limit__are_that_many_and_always_the_same(library, limit):
    found = [list(ways(library, "one", TODAY, limit)) for _ in range(2)]
    assert found[0] == found[1]
    assert len(found[0]) == limit


def test_ways__of_a_tree__come_shortest_first_and_take_both_sides_of_each_edge(library):
    found = list(ways(library, "one", TODAY, 1000))
    lengths = [len(state.answers) for state in found]
    assert lengths == sorted(lengths)
    ends = {replay(library, state, TODAY).node.id for state in found}
    assert ends == {"small", "large", "fine"}


def test_edges__of_a_question__are_the_constants_it_is_compared_with(library):
    assert [str(edge) for edge in edges_of(library["one"], "paid")] == ["10", "50"]
    assert connected(library, "one") == ["one", "two"]


@pytest.fixture
def library():
    one = """
title: One
summary: One.
listed: no
questions:
  paid:
    kind: number
    ask: How much?
    then:
      - if: 10 <= paid < 50
        go: small
      - if: paid >= 50
        go: large
      - otherwise: tree:two
outcomes:
  small: {verdict: safe, title: Small, reason: It is.}
  large: {verdict: safe, title: Large, reason: It is.}
"""
    two = """
title: Two
summary: Two.
listed: no
questions: {sure: {ask: "Sure?", yes: fine, no: fine}}
outcomes: {fine: {verdict: safe, title: Fine, reason: It is.}}
"""
    project = load_texts({"one.yaml": one, "two.yaml": two})
    assert project.broken == {}
    return {name: document.tree for name, document in project.documents.items()}
