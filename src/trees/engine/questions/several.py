"""Any number of options, ticked.

At least one must be ticked, unless `none: None of these` offers a way to say so; then ticking
nothing is that answer. Conditions: `damaged in problems`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ..parts import Part, list_part, words_part
from ..tree import Question
from .base import Form, Kind, Problem, Raw, Setting, Typed, options_of, words_of

#: The canonical answer for "none of these"; it cannot be an option's id.
NONE = "none"


class Several(Kind):
    """Any number of options, ticked."""

    name = "several"
    type = "options"
    settings = (Setting("options", "options", required=True), Setting("none", "label"))

    def form(self, question: Question, answer: str | None = None) -> Form:
        none = {NONE: question.settings["none"]} if "none" in question.settings else {}
        return Form("tick", options={**options_of(question), **none})

    def accept(self, question: Question, raw: Raw, today: date) -> str | Problem:
        ticked = _ticked(raw)
        offered = options_of(question)
        if ticked == {NONE} and "none" in question.settings:
            return NONE
        if NONE in ticked:
            return Problem("choose-or-none")
        if not ticked or not ticked <= offered.keys():
            return Problem("choose-some")
        return ",".join(option for option in offered if option in ticked)

    def typed(self, question: Question, answer: str) -> Typed:
        return frozenset(answer.split(",")) - {NONE}

    def part(self, question: Question, answer: str) -> Part:
        if answer == NONE:
            return words_part(question.settings["none"])
        return list_part([options_of(question)[option] for option in answer.split(",")])

    def samples(self, question: Question, edges: Sequence[Typed], today: date) -> list[str]:
        """Return every subset where there are few, else each option alone and all together."""
        options = list(options_of(question))
        few = len(options) <= 4
        subsets = range(1, 2 ** len(options)) if few else [2**at for at in range(len(options))]
        picked = [
            ",".join(option for at, option in enumerate(options) if subset >> at & 1)
            for subset in [*subsets, *([] if few else [2 ** len(options) - 1])]
        ]
        return picked + ([NONE] if "none" in question.settings else [])


def _ticked(raw: Raw) -> set[str]:
    parts = raw.split(",") if isinstance(raw, str) else raw if isinstance(raw, Sequence) else ()
    return {word for part in parts if (word := words_of(part))}
