"""Lining up a scalar's value with the source it was read from.

Boundary: strings in, offsets out. Works for every style of YAML scalar, so that a fault in the
middle of a folded or quoted text is still shown at its own column.
"""

from __future__ import annotations

import re

ESCAPE = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)", re.DOTALL)
#: A backslash at the end of a line stands for nothing.
CONTINUED = re.compile(r"\\(?:\r\n|\r|\n)[ \t]*")
BLANKS = re.compile(r"[ \t\r\n]*")
BLANK = " \t\r\n"


def offsets(source: str, value: str, style: str) -> list[int]:
    """Return, for each character of ``value``, its offset in ``source`` (and one for the end).

    A run of blanks in the value comes from a run at least as long in the source, so blanks are
    paired one by one, and what is left of the run is passed before the next letter.
    """
    places: list[int] = []
    at = _opening(source, style)
    for letter in value:
        at = _past_unseen(source, at, style, blanks=letter not in BLANK)
        places.append(min(at, len(source)))
        at += _width(source, at, letter, style)
    places.append(min(at, len(source)))
    return places


def _opening(source: str, style: str) -> int:
    if style in ("|", ">"):
        newline = source.find("\n")
        return newline + 1 if newline >= 0 else len(source)
    return 1 if style else 0


def _past_unseen(source: str, at: int, style: str, *, blanks: bool) -> int:
    """Pass what stands only in the source: folds and indentation, continued lines."""
    while True:
        before = at
        if blanks and (found := BLANKS.match(source, at)):
            at = found.end()
        if style == '"' and (found := CONTINUED.match(source, at)):
            at = found.end()
        if at == before:
            return at


def _width(source: str, at: int, letter: str, style: str) -> int:
    if style == "'" and source.startswith("''", at):
        return 2
    if style == '"' and (found := ESCAPE.match(source, at)):
        return found.end() - at
    return 0 if letter in BLANK and source[at : at + 1] not in BLANK else 1
