"""No story ends at an outcome.

A story proves that the tree leads to the outcome for the readers it was written for, and keeps
proving it when the tree changes.

Bad: an outcome `overdue` that stands in no `ends`.

Good:

    scenarios:
      - story: The refund started in January.
        today: 2026-03-23
        answers: {taken: yes, started: 2026-01-05}
        ends: overdue
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding
from .base import make

if TYPE_CHECKING:
    from ..graph import Trees


def check(trees: Trees) -> Iterator[Finding]:
    """Report outcomes at which no story of any tree ends."""
    if not trees.ids <= trees.drafts.keys():
        return  # A tree that could not be read may tell the story.
    told = {
        scenario.end(draft.id) for draft in trees.drafts.values() for scenario in draft.scenarios
    }
    for draft in trees.drafts.values():
        for name, outcome in draft.outcomes.items():
            if (draft.id, name) not in told:
                yield make(
                    __name__,
                    outcome.key.span,
                    f"No story ends at the outcome `{name}`",
                    "Add a scenario whose `ends` is this outcome.",
                    "warning",
                )
