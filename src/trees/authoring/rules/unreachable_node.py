"""No way leads to a question or an outcome.

Readers can never see it. Usually a branch that should lead here is missing, or leads elsewhere; or
the conditions on the way here rule each other out.
When several nodes hang on one another, only the first of them is reported.

Bad: an outcome `overdue` that no `go` names.

Good:

    - if: days_since(paid_on) > 20
      go: overdue
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..facts import questions_in
from ..findings import Finding
from .base import make

if TYPE_CHECKING:
    from ..drafts import BranchDraft
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
        yield _found(subject, name, "No way leads")
    if not lost and subject.order is not None and subject.trees.readable:
        yield from _contradicted(subject)


def _contradicted(subject: Subject) -> Iterator[Finding]:
    """Report nodes with ways to them that no answers can take."""
    entered = subject.flow.entered
    for name in subject.draft.nodes:
        if name in entered:
            continue
        before = {asked for asked in subject.before.get(name, ()) if asked in entered}
        ways = [
            (asked, branch)
            for asked in before
            for branch, (_, node) in subject.trees.ways[subject.draft.id, asked]
            if node == name
        ]
        if ways and not any(_explained(subject, *one) for one in ways):
            yield _found(subject, name, "No answers lead")


def _explained(subject: Subject, asked: str, branch: BranchDraft) -> bool:
    """Whether a branch that is never taken has a finding of its own."""
    if branch.when is None:
        return True
    looked_at = set(questions_in(branch.when))
    return looked_at == {asked} or not all(
        subject.perhaps_asked(asked, question) for question in looked_at
    )


def _found(subject: Subject, name: str, lack: str) -> Finding:
    draft = subject.draft
    what = "question" if name in draft.questions else "outcome"
    return make(
        __name__,
        (draft.questions.get(name) or draft.outcomes[name]).key.span,
        f"{lack} to the {what} `{name}`",
        f"Let a branch or an option go to `{name}`, or delete it."
        if lack == "No way leads"
        else "The conditions on the way to it rule each other out. Correct one, or delete it.",
    )
