"""What every question kind offers, and the few shapes that kinds share.

Boundary: a kind describes itself through data (settings, form, problems), so that the decoder,
the page, the terminal and the proof serve every kind alike and never compare kind names.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from ..parts import Part
from ..tree import Question

#: A typed answer, as conditions see it.
type Typed = str | frozenset[str] | Decimal | date

#: What a reader's form, a YAML file or an address gives: words, a list of ids, named fields.
type Raw = str | Sequence[str] | Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Setting:
    """A key that a kind allows in YAML; ``shape`` says how it is written there."""

    name: str
    shape: Literal["options", "label", "unit", "number", "count", "day", "flag"]
    required: bool = False


#: Which keyboard a phone should show.
type InputMode = Literal["text", "decimal", "numeric"]


@dataclass(frozen=True, slots=True)
class Box:
    """One box of a form. ``word`` is the key of its caption, ``length`` its usual width."""

    name: str
    word: str
    length: int
    inputmode: InputMode = "text"
    suffix: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """How to ask: one option to pick, options to tick, or boxes to fill in."""

    layout: Literal["pick", "tick", "fill"]
    options: Mapping[str, str] = field(default_factory=dict)
    boxes: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """Why an answer cannot be taken: a code that words are kept for, and the facts to fill in.

    ``box`` names the box at fault (empty: the question as a whole).
    """

    code: str
    box: str = ""
    details: Mapping[str, Part] = field(default_factory=dict)


class Kind:
    """A kind of question. Its docstring is its page in the documentation."""

    #: The word that stands in YAML after ``kind:``.
    name: str
    #: The type that conditions see: ``option``, ``options``, ``number``, ``date`` or ``words``.
    type: Literal["option", "options", "number", "date", "words"]
    #: The keys allowed in YAML beside those that all questions share.
    settings: tuple[Setting, ...] = ()

    def form(self, question: Question, answer: str | None = None) -> Form:
        """Return the form that asks ``question``, filled in with ``answer``."""
        raise NotImplementedError

    def accept(self, question: Question, raw: Raw, today: date) -> str | Problem:
        """Return the canonical answer for ``raw``, or why it cannot be taken.

        A canonical answer is accepted as itself, so a replay can test stored answers with it.
        """
        raise NotImplementedError

    def typed(self, question: Question, answer: str) -> Typed:
        """Return a canonical answer as conditions see it."""
        raise NotImplementedError

    def part(self, question: Question, answer: str) -> Part:
        """Return a canonical answer as the trail shows it."""
        raise NotImplementedError

    def filled_in(self, question: Question, answer: str) -> Part:
        """Return a canonical answer as a text shows it where it names the question."""
        return self.part(question, answer)

    def samples(self, question: Question, edges: Sequence[Typed], today: date) -> list[str]:
        """Return canonical answers that between them take every side of every edge.

        ``edges`` are the constants that conditions compare this answer with.
        """
        raise NotImplementedError


def options_of(question: Question) -> Mapping[str, str]:
    """Return the options of a question, label by id, in the order in which they are shown."""
    options: Mapping[str, str] = question.settings.get("options", {})
    return options


def words_of(raw: Any) -> str:
    """Return raw input as stripped text; anything that is not text counts as nothing."""
    return raw.strip() if isinstance(raw, str) else ""
