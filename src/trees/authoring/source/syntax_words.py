"""Broken YAML, explained in plain words.

Boundary: a PyYAML error in, a place and words out. The two PyYAML parsers (C and pure) word
their errors differently, so theirs are only looked at for hints, never shown.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from ..findings import Span
from .nodes import File
from .quoting import first_slip

type Explained = tuple[Span, str, str]

SECOND_COLON = re.compile(r"^\s*(?:- +)?[^\s#'\"][^:#]*: +[^'\"|>{\[\s][^#]*?(:)(?:\s|$)")
NO_BLANK = re.compile(r"^\s*(?:- +)?[A-Za-z_][\w-]*(:)[^\s:]")
HAS_COLON = re.compile(r":(?:\s|$)")


@dataclass(frozen=True, slots=True)
class Broken:
    """Where reading stopped (``at``), what PyYAML said, and where the broken thing ``begun``."""

    file: File
    lines: list[str]
    at: tuple[int, int]
    said: str
    begun: tuple[int, int] | None


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
        _span(file, line, column),
        "The YAML cannot be read from here on",
        "Look for a missing quote, bracket or colon, or a wrong indentation, here or just above.",
    )


def _span(file: File, line: int, column: int, end: int | None = None) -> Span:
    return Span(file.path, line, column, line, end or column + 1)


def _tab(broken: Broken) -> Explained | None:
    for number in (broken.at[0], broken.at[0] - 1):
        text = broken.lines[number - 1] if number else ""
        blank = text[: len(text) - len(text.lstrip())]
        if "\t" in blank:
            column = blank.index("\t") + 1
            return (
                _span(broken.file, number, column),
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
            _span(broken.file, *broken.at),
            "This is not a character that `\\` can stand before",
            "Write the text in single quotes, where `\\` means itself.",
        )
    return (
        _span(broken.file, line, column),
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
        _span(broken.file, line, column),
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
        _span(broken.file, broken.at[0], column),
        "A second colon stands in this line",
        'Put quotes around the text after the first colon: ask: "Which one: a or b?"',
    )


COLON = "Write a key, a colon and a space: `go: target`. A long text goes on in an indented line."


def _no_colon(broken: Broken) -> Explained | None:
    if "could not find expected ':'" not in broken.said:
        return None
    line = broken.begun[0] if broken.begun else broken.at[0]
    return _without_colon(broken, line, alone=True) or _whole_line(
        broken, line, "This line has no colon", COLON
    )


def _letter(broken: Broken) -> Explained | None:
    letter = broken.lines[broken.at[0] - 1][broken.at[1] - 1 : broken.at[1]]
    if "cannot start any token" not in broken.said or not letter:
        return None
    return (
        _span(broken.file, *broken.at),
        f"A text cannot begin with {letter}",
        'Put quotes around it: "…"',
    )


def _quoting(broken: Broken) -> Explained | None:
    slip = first_slip(broken.lines, broken.at[0])
    if slip is None:
        return None
    return _span(broken.file, slip.line, slip.start, slip.end), slip.message, slip.hint


NEIGHBOURS = (
    "Lines that belong together begin in the same column; what belongs to a key stands two spaces "
    "further in. A text with a colon or quotes inside needs quotes around it."
)


def _indentation(broken: Broken) -> Explained | None:
    if not any(
        words in broken.said
        for words in ("did not find expected", "but found", "mapping values", "expected ':'")
    ):
        return None
    line = _line_above(broken)
    for number in filter(None, (line, broken.at[0])):
        found = _without_colon(broken, number, alone=number == line)
        if found:
            return found
    at = line if line and _indent(broken.lines[line - 1]) % 2 else broken.at[0]
    return _whole_line(broken, at, "This line is not indented as its neighbours are", NEIGHBOURS)


def _bullet(broken: Broken) -> Explained | None:
    text = broken.lines[broken.at[0] - 1]
    if not text.lstrip().startswith("* "):
        return None
    column = _indent(text) + 1
    return (
        _span(broken.file, broken.at[0], column),
        "A star stands where a list goes on",
        "Begin each part of a list with `- `.",
    )


def _line_above(broken: Broken) -> int | None:
    """Return the line that the broken one stands under: the first that is not further in."""
    most = _indent(broken.lines[broken.at[0] - 1])
    for number in range(broken.at[0] - 1, 0, -1):
        text = broken.lines[number - 1].strip()
        if text and not text.startswith("#") and _indent(broken.lines[number - 1]) <= most + 1:
            return number
    return None


def _without_colon(broken: Broken, number: int, *, alone: bool) -> Explained | None:
    """Say that a line has no colon, or no blank after it, where it should begin with a key."""
    text = broken.lines[number - 1]
    blank = NO_BLANK.match(text)
    if blank and not HAS_COLON.search(text):
        at = blank.start(1) + 1
        return (
            _span(broken.file, number, at),
            "A space is missing after this colon",
            "Write a key, a colon and a space: `go: target`.",
        )
    beside = _indent(text) == _indent(broken.lines[broken.at[0] - 1])
    if alone and beside and not HAS_COLON.search(text) and not text.lstrip().startswith("- "):
        return _whole_line(broken, number, "This line has no colon", COLON)
    return None


def _whole_line(broken: Broken, number: int, message: str, hint: str) -> Explained:
    text = broken.lines[number - 1]
    column = _indent(text) + 1
    end = max(column, len(text.rstrip())) + 1
    return _span(broken.file, number, column, end), message, hint


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())


REASONS = (
    _tab,
    _quoting,
    _bullet,
    _second_colon,
    _unclosed,
    _no_colon,
    _letter,
    _bracket,
    _indentation,
)
