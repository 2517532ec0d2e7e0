"""Texts and parts in plain words, for the terminal.

Boundary: Markdown source and typed parts in, text out; nothing is decided here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from trees.engine.parts import Part, unit_words
from trees.engine.questions import Problem
from trees.publishing.words import ENGLISH

PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")
CITATION = re.compile(r"\s*\[@[^\]]*\]")
TARGET = re.compile(r"\[([^\]]+)\]\((?:tree:)?[^)]*\)")


def shown(part: Part) -> str:
    """Return a part in words: ISO dates, plain digits, lists with commas."""
    if part["type"] == "list":
        return ", ".join(part["value"])
    unit = unit_words(part.get("unit", ""), part["value"])
    return f"{part['value']} {unit}" if unit else str(part["value"])


def filled(text: str, values: Mapping[str, Part]) -> str:
    """Return Markdown source with its gaps filled, and its citations and addresses left out."""
    text = PLACEHOLDER.sub(lambda gap: _value(gap, values), text)
    return TARGET.sub(r"\1", CITATION.sub("", text)).strip()


def problem_words(problem: Problem) -> str:
    """Return why an answer cannot be taken, as a sentence."""
    return ENGLISH[problem.code].format_map(
        {name: shown(part) for name, part in problem.details.items()}
    )


def _value(gap: re.Match[str], values: Mapping[str, Part]) -> str:
    name = gap.group(1)
    return shown(values[name]) if name in values else gap.group(0)
