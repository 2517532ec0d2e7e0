"""Broken YAML, explained in plain words.

Boundary: a PyYAML error in, a place and words out. The two PyYAML parsers (C and pure) word
their errors differently, so theirs are only looked at for hints, never shown.
"""

from __future__ import annotations

import re
from typing import Any

from .broken import Broken, Explained, span_of
from .line_words import COLON, bullet, indentation, no_colon
from .nodes import File
from .quoting import first_slip

SECOND_COLON = re.compile(r"^\s*(?:- +)?[^\s#'\"][^:#]*: +[^'\"|>{\[\s][^#]*?(:)(?:\s|$)")


def _place(mark: Any, lines: list[str]) -> tuple[int, int] | None:
    """Return a mark of PyYAML, counted from 1; one past the end of the text as its last place."""
    if mark is None:
        return None
    if mark.line >= len(lines):
        return len(lines), len(lines[-1]) + 1
    return mark.line + 1, mark.column + 1


def explain(file: File, error: Any) -> Explained:
    """Return where the YAML breaks, what is wrong, and how to mend it."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    problem = str(getattr(error, "problem", "") or "")
    context = str(getattr(error, "context", "") or "")
    lines = file.text.splitlines() or [""]
    line, column = _place(mark, lines) or (1, 1)
    begun = _place(getattr(error, "context_mark", None), lines)
    broken = Broken(file, lines, (line, column), f"{context} {problem}", begun)
    for reason in REASONS:
        found = reason(broken)
        if found:
            return found
    return (
        span_of(file, line, column),
        "The YAML cannot be read from here on",
        "Look for a missing quote, bracket or colon, or a wrong indentation, here or just above.",
    )


def _tab(broken: Broken) -> Explained | None:
    for number in (broken.at[0], broken.at[0] - 1):
        text = broken.lines[number - 1] if number else ""
        blank = text[: len(text) - len(text.lstrip())]
        if "\t" in blank:
            column = blank.index("\t") + 1
            return (
                span_of(broken.file, number, column),
                "A tab stands where the line is indented",
                "Indent with spaces: YAML does not allow tabs.",
            )
    return None


def _unclosed(broken: Broken) -> Explained | None:
    if "quoted scalar" not in broken.said or broken.begun is None:
        return None
    line, column = broken.begun
    quote = broken.lines[line - 1][column - 1 : column]
    if "escape" in broken.said:
        return (
            span_of(broken.file, *broken.at),
            "This is not a character that `\\` can stand before",
            "Write the text in single quotes, where `\\` means itself.",
        )
    return (
        span_of(broken.file, line, column),
        f"The quote {quote} is opened here and never closed",
        f"Put a {quote} at the end of the text.",
    )


def _bracket(broken: Broken) -> Explained | None:
    if "flow" not in broken.said or broken.begun is None:
        return None
    line, column = _last_bracket(broken.lines, *broken.begun)
    opened = broken.lines[line - 1][column - 1 : column]
    closing = {"[": "]", "{": "}"}.get(opened)
    if not closing:
        return None
    return (
        span_of(broken.file, line, column),
        f"The bracket {opened} that is opened here is not closed where it should be",
        f"Close it with {closing}, with a comma between its parts. Or put the text in quotes.",
    )


def _last_bracket(lines: list[str], line: int, column: int) -> tuple[int, int]:
    """Return the last opening bracket at or before a place, or the place where there is none."""
    for number in range(line, 0, -1):
        text = lines[number - 1][:column] if number == line else lines[number - 1]
        found = max(text.rfind("["), text.rfind("{"))
        if found >= 0:
            return number, found + 1
    return line, column


def _second_colon(broken: Broken) -> Explained | None:
    found = SECOND_COLON.match(broken.lines[broken.at[0] - 1])
    if not found or "mapping values are not allowed" not in broken.said:
        return None
    column = found.start(1) + 1
    return (
        span_of(broken.file, broken.at[0], column),
        "A second colon stands in this line",
        'Put quotes around the text after the first colon: ask: "Which one: a or b?"',
    )


def _letter(broken: Broken) -> Explained | None:
    letter = broken.lines[broken.at[0] - 1][broken.at[1] - 1 : broken.at[1]]
    if "cannot start any token" not in broken.said or not letter:
        return None
    return (
        span_of(broken.file, *broken.at),
        f"A text cannot begin with {letter}",
        'Put quotes around it: "…"',
    )


def _glued_colon(broken: Broken) -> Explained | None:
    if "found unexpected ':'" not in broken.said:
        return None
    return span_of(broken.file, *broken.at), "A space is missing after this colon", COLON


def _quoting(broken: Broken) -> Explained | None:
    slip = first_slip(broken.lines, broken.at[0])
    if slip is None:
        return None
    return span_of(broken.file, slip.line, slip.start, slip.end), slip.message, slip.hint


REASONS = (
    _tab,
    _quoting,
    _glued_colon,
    bullet,
    _second_colon,
    _unclosed,
    no_colon,
    _letter,
    _bracket,
    indentation,
)
