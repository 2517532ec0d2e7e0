"""One of several options.

Write the options as `id: label`, or give one its own `hint` and `go`. For a plain question,
`yes: target` and `no: target` are enough. Conditions: `who == seller`, `who in [seller, carrier]`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ..parts import Part, words_part
from ..tree import Question
from .base import Form, Kind, Problem, Raw, Setting, Typed, options_of, words_of


class Choice(Kind):
    """One of several options; one tap answers it."""

    name = "choice"
    type = "option"
    settings = (Setting("options", "options", required=True),)

    def form(self, question: Question, answer: str | None = None) -> Form:
        return Form("pick", options=options_of(question))

    def accept(self, question: Question, raw: Raw, today: date) -> str | Problem:
        picked = words_of(raw)
        return picked if picked in options_of(question) else Problem("choose-one")

    def typed(self, question: Question, answer: str) -> Typed:
        return answer

    def part(self, question: Question, answer: str) -> Part:
        return words_part(options_of(question)[answer])

    def samples(self, question: Question, edges: Sequence[Typed], today: date) -> list[str]:
        return list(options_of(question))
