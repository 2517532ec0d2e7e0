"""Lines that do not fit to their neighbours: no colon, no space, another indentation.

Boundary: a place in broken YAML in, a place and words out. YAML's parser often notices such a line
only at the next one, so the line above is looked at first.
"""

from __future__ import annotations

import re

from .broken import Broken, Explained, indent_of, span_of, whole_line

NO_BLANK = re.compile(r"^\s*(?:- +)?[A-Za-z_][\w-]*(:)[^\s:]")
HAS_COLON = re.compile(r":(?:\s|$)")
COLON = "Write a key, a colon and a space: `go: target`. A long text goes on in an indented line."
NEIGHBOURS = (
    "Lines that belong together begin in the same column; what belongs to a key stands two spaces "
    "further in. A text with a colon or quotes inside needs quotes around it."
)


def no_colon(broken: Broken) -> Explained | None:
    """Say that YAML waited for a colon in vain."""
    if "could not find expected ':'" not in broken.said:
        return None
    line = broken.begun[0] if broken.begun else broken.at[0]
    return _without_colon(broken, line, alone=True) or whole_line(
        broken, line, "This line has no colon", COLON
    )


def indentation(broken: Broken) -> Explained | None:
    """Say which of two lines does not fit to the other."""
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
    at = line if line and indent_of(broken.lines[line - 1]) % 2 else broken.at[0]
    return whole_line(broken, at, "This line is not indented as its neighbours are", NEIGHBOURS)


def bullet(broken: Broken) -> Explained | None:
    """Say that lists are written with dashes."""
    text = broken.lines[broken.at[0] - 1]
    if not text.lstrip().startswith("* "):
        return None
    column = indent_of(text) + 1
    return (
        span_of(broken.file, broken.at[0], column),
        "A star stands where a list goes on",
        "Begin each part of a list with `- `.",
    )


def _line_above(broken: Broken) -> int | None:
    """Return the line that the broken one stands under: the first that is not further in."""
    most = indent_of(broken.lines[broken.at[0] - 1])
    for number in range(broken.at[0] - 1, 0, -1):
        text = broken.lines[number - 1].strip()
        if text and not text.startswith("#") and indent_of(broken.lines[number - 1]) <= most + 1:
            return number
    return None


def _without_colon(broken: Broken, number: int, *, alone: bool) -> Explained | None:
    """Say that a line has no colon, or no blank after it, where it should begin with a key."""
    text = broken.lines[number - 1]
    blank = NO_BLANK.match(text)
    if blank and not HAS_COLON.search(text):
        at = blank.start(1) + 1
        return (
            span_of(broken.file, number, at),
            "A space is missing after this colon",
            "Write a key, a colon and a space: `go: target`.",
        )
    beside = indent_of(text) == indent_of(broken.lines[broken.at[0] - 1])
    if alone and beside and not HAS_COLON.search(text) and not text.lstrip().startswith("- "):
        return whole_line(broken, number, "This line has no colon", COLON)
    return None
