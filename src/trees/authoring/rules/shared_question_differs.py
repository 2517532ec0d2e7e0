"""Two connected trees ask a question of the same name, but not the same question.

An answer travels along when a way goes on in another tree, and the question is not asked again.
So it must have the same kind and the same options in both trees.

Bad: `paid_with` has the option `card` in one tree, and `credit_card` in the other.

Good: the same options in both, or another name for one of the questions.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from trees.engine.questions import options_of

from ..findings import Finding
from ..suggest import listing
from .base import make

if TYPE_CHECKING:
    from ..drafts import QuestionDraft
    from ..graph import Trees


def check(trees: Trees) -> Iterator[Finding]:
    """Compare the questions that each tree shares with those that it goes on in."""
    for draft in trees.drafts.values():
        for other in sorted(trees.after(draft.id)):
            shared = draft.questions.keys() & trees.drafts[other].questions.keys()
            for name in sorted(shared):
                one, two = draft.questions[name], trees.drafts[other].questions[name]
                difference = _difference(one, two) if one.whole and two.whole else ""
                if difference:
                    yield make(
                        __name__,
                        one.key.span,
                        f"The tree `{other}` asks `{name}` differently: {difference}",
                        "Make both the same, or give one of them another name.",
                    )


def _difference(one: QuestionDraft, two: QuestionDraft) -> str:
    if one.question.kind != two.question.kind:
        return f"its kind is `{two.question.kind}` there, and `{one.question.kind}` here"
    here, there = options_of(one.question), options_of(two.question)
    only_here = [option for option in here if option not in there]
    only_there = [option for option in there if option not in here]
    parts = []
    if only_here:
        parts.append(f"only here there is {listing(only_here)}")
    if only_there:
        parts.append(f"only there there is {listing(only_there)}")
    return "; ".join(parts)
