"""No way leads to a question or an outcome.

Readers can never see it. Usually a branch that should lead here is missing, or leads elsewhere.
Where a branch leads here and is never taken, that branch is reported instead.
When several nodes hang on one another, only the first of them is reported.

Bad: an outcome `overdue` that no `go` names.

Good:

    - if: days_since(paid_on) > 20
      go: overdue
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding
from .base import make

if TYPE_CHECKING:
    from ..subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Report the first node of each part that the start does not lead to."""
    draft = subject.draft
    if not subject.certain:
        return
    lost = [name for name in draft.nodes if name not in subject.reachable]
    led_to = {
        node
        for name in lost
        for _, (tree, node) in subject.trees.ways.get((draft.id, name), ())
        if tree == draft.id and node != name
    }
    # Where lost nodes only lead to each other in a circle, the topmost stands for all.
    for name in [name for name in lost if name not in led_to] or lost[:1]:
        yield _found(subject, name)


def _found(subject: Subject, name: str) -> Finding:
    draft = subject.draft
    what = "question" if name in draft.questions else "outcome"
    return make(
        __name__,
        (draft.questions.get(name) or draft.outcomes[name]).key.span,
        f"No way leads to the {what} `{name}`",
        f"Let a branch or an option go to `{name}`, or delete it.",
    )
