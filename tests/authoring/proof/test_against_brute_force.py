"""The proof and brute force over all inputs say the same, in both directions."""

from __future__ import annotations

import json
import os
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from tests.authoring.proof.brute_force import totals, walk
from tests.authoring.proof.generated import libraries, periods

from trees.authoring.proof.certificate import certificate
from trees.authoring.proof.proving import prove
from trees.engine.session import State, replay

#: A longer run for the record: PROOF_TREES=20000.
THOUSANDS = int(os.environ.get("PROOF_TREES", "2000"))


@pytest.mark.slow
@pytest.mark.timeout(0)
@settings(
    deadline=None,
    max_examples=THOUSANDS,
    suppress_health_check=list(HealthCheck),
)
@given(libraries(), periods())
def test_the_proof__compared_with_all_inputs_on_all_days__says_the_same(library, period):
    reach = prove(library, "one", period)
    told, found = certificate(reach, period), walk(library, "one", period)
    assert {node for node, states in reach.states.items() if states} >= found.nodes
    passed = {node for node, states in reach.states.items() if states} - found.nodes
    assert all(node[1] in reach.plan.shared for node in passed)
    assert reach.gaps.keys() == found.gaps
    assert reach.stuck.keys() == found.stuck
    assert reach.missing.keys() == found.missing
    assert reach.empty.keys() == found.empty
    for name in ("held", "failed", "taken"):
        marked = {(node, at) for node, mark in reach.marks.items() for at in getattr(mark, name)}
        assert marked == getattr(found, name)
    assert overlaps(reach) == {one for one in found.both & found.alone if is_told(library, *one)}
    said = reach.plan.atoms.expressions
    given = {(node, json.dumps(said[n])) for node, mark in reach.marks.items() for n in mark.given}
    # Where a question is passed, an earlier tree has asked it: readers do not stand there.
    assert {one for one in given if one[0][1] not in reach.plan.shared} == {
        one for one in found.given if one[0][1] not in reach.plan.shared
    }
    asked = {node for node, _ in found.picked}
    cells = {(node, cell.mark[1]) for node in asked for cell in reach.cells_at(node)}
    assert cells == found.picked
    ways, total = totals(found)
    assert told.ways == ways
    assert told.mean == (total / ways if ways else 0) or told.mean * ways == total
    assert told.least == min(map(len, found.ways), default=0)
    assert told.most == max(map(len, found.ways), default=0)
    shortest = {node: len(one.answers) for node, one in told.shortest.items()}
    assert shortest == found.lengths


def overlaps(reach):
    """Where a branch holds for some answers that one above it takes, but not for all."""
    return {
        (node, upper, lower)
        for node, mark in reach.marks.items()
        for (upper, lower), both in mark.over.items()
        if both < mark.first[upper]
    }


def is_told(library, node, _, lower):
    """Whether a branch still has a condition, as have all above it."""
    branches = library[node[0]].questions[node[1]].branches
    return all(branch.when for branch in branches[: lower + 1])


@settings(deadline=None, max_examples=300, suppress_health_check=list(HealthCheck))
@given(libraries(), periods())
def test_a_witness__replayed_by_the_engine__ends_at_its_outcome(library, period):
    told = certificate(prove(library, "one", period), period)
    for node, one in told.shortest.items():
        step = replay(library, State("one", one.answers), date.fromisoformat(one.today))
        assert (step.tree.id, step.node.id) == node
        assert period.first <= date.fromisoformat(one.today) <= period.last
        assert step.state.answers == one.answers
