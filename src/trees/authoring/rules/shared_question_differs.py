"""Two connected trees ask a question of the same name, but not the same question.

An answer travels along when a way goes on in another tree, and the question is not asked again.
So it must take the same answers in both trees: the same kind, the same options in the same order,
and the same bounds, unit and other settings. Otherwise an answer given in one tree could be refused
in the other, and the reader could not go on. Only the texts may differ.

Bad: `paid` has `max: 10` in one tree, and `min: 20` in the other.

Good: the same settings in both, or another name for one of the questions.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from trees.engine.questions import Setting, kind_of, options_of
from trees.engine.tree import Question

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
                difference = _difference(one, two) if _known(one) and _known(two) else ""
                if difference:
                    yield make(
                        __name__,
                        one.key.span,
                        f"The tree `{other}` asks `{name}` differently: {difference}",
                        "Make both the same, or give one of them another name.",
                    )


def _known(one: QuestionDraft) -> bool:
    return one.whole and one.settled


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
    if here and not parts and list(here) != list(there):
        parts.append("its options stand in another order there")
    return "; ".join(parts or _settings(one.question, two.question))


def _settings(one: Question, two: Question) -> Iterator[str]:
    """Name the settings that differ; labels are texts, and may."""
    for setting in kind_of(one).settings:
        here, there = (question.settings.get(setting.name) for question in (one, two))
        if setting.shape == "options" or _same(setting, here, there):
            continue
        yield f"its `{setting.name}` is {_said(there)} there, and {_said(here)} here"


def _same(setting: Setting, here: Any, there: Any) -> bool:
    if setting.name in ("none", "if_empty"):
        return (here is None) == (there is None)
    if setting.shape == "number" and here is not None and there is not None:
        return Decimal(here) == Decimal(there)
    return bool(here == there)


def _said(value: Any) -> str:
    if value is None:
        return "not given"
    if isinstance(value, Mapping):
        return listing(value.values())
    if isinstance(value, list):
        day, shift = value if value[0] == "today" else (value[1], 0)
        return f"`{day} {'-' if shift < 0 else '+'} {abs(shift)}`" if shift else f"`{day}`"
    return f"`{'yes' if value is True else value}`"
