"""The diff and brute force over all answers of both versions say the same, in both directions."""

from __future__ import annotations

import os
from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from tests.authoring.diff.brute_force import compare
from tests.authoring.diff.pairs import pairs
from tests.authoring.proof.generated import periods

from trees.authoring.diff.routes import compare_routes

#: A longer run for the record: DIFF_PAIRS=20000.
PAIRS = int(os.environ.get("DIFF_PAIRS", "500"))


@pytest.mark.slow
@pytest.mark.timeout(0)
@settings(deadline=None, max_examples=PAIRS, suppress_health_check=list(HealthCheck))
@given(pairs(), periods())
def test_the_diff__compared_with_all_inputs_of_both_versions__says_the_same(pair, period):
    old, new = pair
    told = compare_routes(old, new, "one", period)
    found = Counter(compare(old, new, period).ways.values())
    seen = {((was, how), (now, so)): n for ((was, how), (now, so)), n in found.items()}
    ended = {ends: n for ends, n in seen.items() if "ends" in (ends[0][1], ends[1][1])}
    assert {(tuple(move.old), tuple(move.new)): move.ways for move in told.moves} == ended
