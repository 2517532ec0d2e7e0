"""The registry of question kinds: one file each, one line here.

Boundary: everything else asks a kind through ``kind_of`` and never compares kind names.
"""

from __future__ import annotations

from ..tree import Question
from .base import Box, Form, Kind, Problem, Raw, Setting, Typed, options_of
from .choice import Choice
from .day import Day
from .number import Number
from .several import Several
from .text import Text

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Choice(),
        Several(),
        Number(),
        Day(),
        Text(),
    )
}


def kind_of(question: Question) -> Kind:
    """Return the kind that knows how to ask ``question``."""
    return KINDS[question.kind]


__all__ = [
    "KINDS",
    "Box",
    "Form",
    "Kind",
    "Problem",
    "Raw",
    "Setting",
    "Typed",
    "kind_of",
    "options_of",
]
