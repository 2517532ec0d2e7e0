"""Words in the reader's own hand, for messages only.

Nothing can branch on them. `optional: yes` lets the reader leave them out, and `if_empty` says what
then stands in texts; `max: 200` bounds their length (200 characters unless given).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from ..parts import Part, number_part, words_part
from ..tree import Question
from .base import Box, Form, Kind, Problem, Raw, Setting, Typed, words_of

MOST = 200


class Text(Kind):
    """Words in the reader's own hand, for messages only."""

    name = "text"
    type = "words"
    settings = (Setting("max", "count"), Setting("optional", "flag"), Setting("if_empty", "label"))

    def form(self, question: Question, answer: str | None = None) -> Form:
        length = min(question.settings.get("max", MOST), 40)
        return Form("fill", boxes=(Box("text", "text", length, value=answer or ""),))

    def accept(self, question: Question, raw: Raw, today: date) -> str | Problem:
        text = words_of(raw["text"] if isinstance(raw, dict) and "text" in raw else raw)
        text = " ".join(text.split())
        most = question.settings.get("max", MOST)
        if not text and not question.settings.get("optional"):
            return Problem("text-missing", "text")
        if len(text) > most:
            return Problem("text-too-long", "text", {"most": number_part(Decimal(most))})
        return text

    def typed(self, question: Question, answer: str) -> Typed:
        return answer

    def part(self, question: Question, answer: str) -> Part:
        return words_part(answer)

    def filled_in(self, question: Question, answer: str) -> Part:
        return words_part(answer or question.settings.get("if_empty", ""))

    def samples(self, question: Question, edges: Sequence[Typed], today: date) -> list[str]:
        return ["Sample 1"] + ([""] if question.settings.get("optional") else [])
