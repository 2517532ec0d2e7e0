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

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from trees.engine.questions import kind_of

from ..certainty import options_caught
from ..facts import questions_in
from ..findings import Edit, Finding
from ..proof.cells import cells_of
from ..proof.cuts import TooManyError
from ..proof.days import Period
from ..proof.formulas import Atoms, UnknownConditionError, true_in
from ..suggest import listing
from .base import make

if TYPE_CHECKING:
    from ..drafts import BranchDraft, QuestionDraft
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
            covered = left is None and _covered(question)
            which = f" for {listing(left)}" if left else ""
            yield make(
                __name__,
                question.ways_key.span,
                f"The branches leave no way{which}"
                if left
                else "The last branch is not `otherwise`",
                "The conditions catch every answer: write the last as `- otherwise: target`."
                if covered
                else "End the branches with `- otherwise: target`.",
                mend=_mend(question.branches[-1]) if covered else None,
            )


def _covered(question: QuestionDraft) -> bool:
    """Whether the conditions catch every answer on every day, whatever was answered before."""
    atoms = Atoms()
    name = question.key.value
    conditions = [branch.when for branch in question.branches if branch.when]
    if any(other != name for when in conditions for other in questions_in(when)):
        return False
    try:
        formulas = [atoms.formula(when) for when in conditions]
        cells = cells_of({name: question.question}, atoms, Period()).of[name]
    except (TooManyError, UnknownConditionError):
        return False
    return all(any(true_in(formula, cell.held) for formula in formulas) for cell in cells)


def _mend(last: BranchDraft) -> Edit | None:
    """Write the last branch as `otherwise`, where nothing else stands in between."""
    if last.condition is None:
        return None
    text, condition, target = last.target.node.file.text, last.condition.node, last.target.node
    when = re.escape(text[condition.start : condition.end])
    go = text[target.start : target.end]
    start = text.rfind("if", 0, condition.start)
    written = text[max(start, 0) : target.end]
    if start < 0 or not re.fullmatch(rf"if:\s+{when}\s*,?\s+go:\s+{re.escape(go)}", written):
        return None
    return Edit(target.file.span(start, target.end), f"otherwise: {go}")


def _left(question: QuestionDraft) -> list[str] | None:
    """The options that surely no branch catches; None where answers cannot be counted."""
    if kind_of(question.question).type != "option":
        return None
    caught = {branch.option for branch in question.branches}
    for branch in question.branches:
        if branch.when and not branch.option:
            caught |= options_caught(branch.when, question.key.value, question.options.keys())
    return [option for option in question.options if option not in caught]
