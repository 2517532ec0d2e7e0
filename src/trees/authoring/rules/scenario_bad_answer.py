"""A story gives an answer that its question does not take.

The question is misspelled, or belongs to no tree on the way; or the answer is not one of its
options, is out of bounds, or is no number or day.

Bad:

    answers: {taken: perhaps}

Good:

    answers: {taken: yes}
"""

from __future__ import annotations

from collections.abc import Iterable

from trees.engine.parts import Part, unit_words
from trees.engine.questions import Problem

from ..findings import Finding, Span
from ..suggest import did_you_mean, listing
from .base import make

#: What each problem of an answer means to an author. ``{…}`` are the problem's details.
WORDS = {
    "choose-one": "is not one of its options",
    "choose-some": "is not a choice of its options",
    "choose-or-none": "is `none` and more, or the question has no `none`",
    "number-missing": "is empty, and a number is needed",
    "number-unreadable": "is not a number",
    "number-too-small": "is less than {least}",
    "number-too-large": "is more than {most}",
    "number-step": "does not fit the step of {step}",
    "date-missing": "is empty, and a day is needed",
    "date-not-digits": "is not a day; days are written 2026-07-01",
    "date-month": "has a month that there is not",
    "date-impossible": "is a day that there is not",
    "date-too-early": "is before {earliest}",
    "date-too-late": "is after {latest}",
    "date-in-future": "lies after `today`, {latest}",
    "text-missing": "is empty, and the question is not `optional`",
    "text-too-long": "is longer than {most} characters",
}


def question(span: Span, name: str, known: Iterable[str]) -> Finding:
    """Say that no tree on the way asks a question."""
    hint = did_you_mean(
        name, known, "Stories answer questions of their tree, and of trees after it."
    )
    return make(__name__, span, f"There is no question called `{name[:60]}`", hint)


def listed(span: Span, name: str) -> Finding:
    """Say that a question takes one answer, not a list."""
    message = f"`{name}` takes one answer, and this is a list"
    return make(__name__, span, message, f"Write the answer without brackets: `{name}: answer`.")


def answer(span: Span, name: str, raw: str, problem: Problem, options: Iterable[str]) -> Finding:
    """Say why a question does not take an answer."""
    words = WORDS.get(problem.code, "cannot be taken")
    for key, part in problem.details.items():
        words = words.replace(f"{{{key}}}", _shown(part))
    offered = list(options)
    hint = did_you_mean(raw, offered, f"Its options are {listing(offered)}." if offered else "")
    return make(__name__, span, f"The answer to `{name}`, “{raw[:60]}”, {words}", hint)


def _shown(part: Part) -> str:
    return f"{part['value']} {unit_words(part.get('unit', ''), part['value'])}".strip()
