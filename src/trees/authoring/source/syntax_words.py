"""Broken YAML, explained in plain words.

Boundary: a PyYAML error in, a place and words out. The two PyYAML parsers (C and pure) word
their errors differently, so theirs are only looked at for hints, never shown.
"""

from __future__ import annotations

import re
from typing import Any

from ..findings import Span
from .nodes import File

type Explained = tuple[Span, str, str]

SECOND_COLON = re.compile(r"^\s*(?:- +)?[^\s#'\"][^:#]*: +[^'\"|>{\[\s][^#]*?(: )")
NO_COLON = re.compile(r"^\s*(?:- +)?([A-Za-z_][\w-]*)(?:\s|$)")


def explain(file: File, error: Any) -> Explained:
    """Return where the YAML breaks, what is wrong, and how to mend it."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    problem = str(getattr(error, "problem", "") or "")
    context = str(getattr(error, "context", "") or "")
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    lines = file.text.splitlines() or [""]
    if line > len(lines):
        line, column = len(lines), len(lines[-1]) + 1
    for reason in REASONS:
        found = reason(file, lines, (line, column), f"{context} {problem}", error)
        if found:
            return found
    return (
        _span(file, line, column),
        "The YAML cannot be read from here on",
        "Look for a missing quote, bracket or colon, or a wrong indentation, here or just above.",
    )


def _span(file: File, line: int, column: int, end: int | None = None) -> Span:
    return Span(file.path, line, column, line, end or column + 1)


def _tab(file: File, lines: list[str], at: tuple[int, int], said: str, error: Any) -> Any:
    for number in (at[0], at[0] - 1):
        text = lines[number - 1] if number else ""
        blank = text[: len(text) - len(text.lstrip())]
        if "\t" in blank:
            column = blank.index("\t") + 1
            return (
                _span(file, number, column),
                "A tab stands where the line is indented",
                "Indent with spaces: YAML does not allow tabs.",
            )
    return None


def _unclosed(file: File, lines: list[str], at: tuple[int, int], said: str, error: Any) -> Any:
    start = getattr(error, "context_mark", None)
    if "quoted scalar" not in said or start is None:
        return None
    line, column = start.line + 1, start.column + 1
    quote = lines[line - 1][column - 1 : column]
    if "escape" in said:
        return (
            _span(file, *at),
            "This is not a character that `\\` can stand before",
            "Write the text in single quotes, where `\\` means itself.",
        )
    return (
        _span(file, line, column),
        f"The quote {quote} is opened here and never closed",
        f"Put a {quote} at the end of the text.",
    )


def _bracket(file: File, lines: list[str], at: tuple[int, int], said: str, error: Any) -> Any:
    start = getattr(error, "context_mark", None)
    if "flow" not in said or start is None:
        return None
    line, column = start.line + 1, start.column + 1
    opened = lines[line - 1][column - 1 : column]
    closing = {"[": "]", "{": "}"}.get(opened)
    if not closing:
        return None
    return (
        _span(file, line, column),
        f"The bracket {opened} that is opened here is not closed where it should be",
        f"Close it with {closing}, and put a comma between its parts. "
        "Text that begins with a bracket needs quotes.",
    )


def _second_colon(file: File, lines: list[str], at: tuple[int, int], said: str, error: Any) -> Any:
    found = SECOND_COLON.match(lines[at[0] - 1])
    if not found or "mapping values are not allowed" not in said:
        return None
    column = found.start(1) + 1
    return (
        _span(file, at[0], column),
        "A second colon stands in this line",
        'Put quotes around the text after the first colon: ask: "Which one: a or b?"',
    )


def _no_colon(file: File, lines: list[str], at: tuple[int, int], said: str, error: Any) -> Any:
    if "could not find expected ':'" not in said:
        return None
    start = getattr(error, "context_mark", None)
    line = start.line + 1 if start else at[0]
    text = lines[line - 1]
    column = len(text) - len(text.lstrip()) + 1
    return (
        _span(file, line, column, len(text.rstrip()) + 1),
        "This line has no colon",
        "Write a key, a colon and a space: `go: target`. A long text goes on in an indented line.",
    )


def _letter(file: File, lines: list[str], at: tuple[int, int], said: str, error: Any) -> Any:
    letter = lines[at[0] - 1][at[1] - 1 : at[1]]
    if "cannot start any token" not in said or not letter:
        return None
    return (
        _span(file, *at),
        f"A text cannot begin with {letter}",
        'Put quotes around it: "…"',
    )


def _indentation(file: File, lines: list[str], at: tuple[int, int], said: str, error: Any) -> Any:
    text = lines[at[0] - 1]
    if "did not find expected" not in said and "but found" not in said and "mapping values" not in said:
        return None
    column = len(text) - len(text.lstrip()) + 1
    return (
        _span(file, at[0], column, max(column, len(text.rstrip())) + 1),
        "This line does not fit to the lines above it",
        "Lines that belong together begin in the same column; what belongs to a key stands "
        "two spaces further in. A text with a colon or quotes inside needs quotes around it.",
    )


REASONS = (_tab, _second_colon, _unclosed, _no_colon, _letter, _bracket, _indentation)
