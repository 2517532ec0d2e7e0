"""A branch asks for options that earlier branches have taken already.

Branches are tried from the top, so this one is never taken. That goes for `otherwise` too, where
the branches above it name every option of the question.

Bad:

    - if: who in [seller, carrier]
      go: ask
    - if: who == seller
      go: wait

Good:

    - if: who == carrier
      go: ask
    - if: who == seller
      go: wait
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import TYPE_CHECKING

from trees.engine.questions import kind_of

from ..certainty import options_caught
from ..facts import questions_in
from ..findings import Finding
from .base import make

if TYPE_CHECKING:
    from ..drafts import BranchDraft, QuestionDraft
    from ..subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Report branches whose options are all gone."""
    for question in subject.draft.questions.values():
        if kind_of(question.question).type == "option" and question.whole:
            yield from _branches(question)


def _branches(question: QuestionDraft) -> Iterator[Finding]:
    gone: set[str] = set()
    for branch in question.branches:
        caught = _caught(question, branch)
        if caught is None:
            continue
        if branch.condition and caught <= gone:
            why = "earlier branches have taken its options" if caught else "no option fits"
            yield make(
                __name__,
                branch.condition.node.span,
                f"This branch is never taken: {why}",
                "Move it up, change its condition, or delete it.",
            )
        gone |= caught
    last = question.branches[-1] if question.branches else None
    if last and last.when is None and not last.option and _taken_in_then(question, gone):
        yield make(
            __name__,
            last.target.node.span,
            "This branch is never taken: the branches above it take every option",
            "Delete it, or one of the branches above it.",
        )


def _taken_in_then(question: QuestionDraft, gone: set[str]) -> bool:
    """Whether no option is left; where each has a `go` of its own, another rule says so."""
    own = {branch.option for branch in question.branches}
    return gone >= question.options.keys() and not own >= question.options.keys()


def _caught(question: QuestionDraft, branch: BranchDraft) -> Set[str] | None:
    """The options that a branch catches; None where it looks at anything else."""
    own = question.key.value
    if branch.option:
        return {branch.option}
    if branch.when is None or set(questions_in(branch.when)) != {own}:
        return None
    return options_caught(branch.when, own, question.options.keys())
