"""Scenarios: stories with answers, replayed, and the ends that they must reach.

Boundary: sound trees only; a tree with errors has no scenarios that could be told.
"""

from __future__ import annotations

from collections.abc import Mapping

from .document import Scenario
from .drafts import Draft
from .findings import Finding
from .graph import Trees


def check_scenarios(
    sound: Mapping[str, Draft], trees: Trees, findings: list[Finding]
) -> dict[str, tuple[Scenario, ...]]:
    return {}
