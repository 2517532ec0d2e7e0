"""The branches of a question may leave an answer without a way.

The last branch is `otherwise`, for all that the conditions above it do not catch. It may only be
left out where the branches catch each option of the question by name.

Bad:

    then:
      - if: paid >= 100
        go: ask

Good:

    then:
      - if: paid >= 100
        go: ask
      - otherwise: wait
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from trees.engine.questions import kind_of

from ..certainty import options_caught
from ..findings import Finding
from ..suggest import listing
from .base import make

if TYPE_CHECKING:
    from ..drafts import QuestionDraft
    from ..subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Report branches that end without `otherwise`."""
    for question in subject.draft.questions.values():
        if not question.whole or not question.ways_key or not question.branches:
            continue
        if any(branch.when is None for branch in question.branches):
            continue
        left = _left(question)
        if left is None or left:
            which = f" for {listing(left)}" if left else ""
            yield make(
                __name__,
                question.ways_key.span,
                f"The branches leave no way{which}"
                if left
                else "The last branch is not `otherwise`",
                "End the branches with `- otherwise: target`.",
            )


def _left(question: QuestionDraft) -> list[str] | None:
    """The options that surely no branch catches; None where answers cannot be counted."""
    if kind_of(question.question).type != "option":
        return None
    caught = {branch.option for branch in question.branches}
    for branch in question.branches:
        if branch.when and not branch.option:
            caught |= options_caught(branch.when, question.key.value, question.options.keys())
    return [option for option in question.options if option not in caught]
