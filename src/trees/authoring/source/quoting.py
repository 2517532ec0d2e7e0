"""Texts that begin with a sign of YAML's own, and quotes that are never closed.

Boundary: lines of a file that YAML has refused in, the first such text out. A search by eye, line
by line: YAML's own parser notices most of these lines later, at an innocent place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

#: A line with a value: its indentation and dashes, its key if it has one, the value.
VALUE = re.compile(r"^(?P<dashes>\s*(?:- +)*)(?P<key>[A-Za-z0-9_][^\s:#'\"]*: +)?(?P<value>\S.*)$")
NEXT = re.compile(r"^\s*(?:- |[\w-]+:(?:\s|$))")
COMMENT = re.compile(r"\s+#.*$")
BLOCK = re.compile(r"[|>][-+1-9]{0,2}$")
CLOSING = {"[": "]", "{": "}"}
#: What may stand where these signs begin a value; anything else was meant as text.
ALLOWED = {
    "*": re.compile(r"\*[\w-]+$"),
    "|": BLOCK,
    ">": BLOCK,
    # Anchors and tags, which no tree may hold: whatever stands there was meant as text.
    "&": re.compile(r"(?!)"),
    "!": re.compile(r"(?!)"),
}


class Slip(NamedTuple):
    """What is wrong in a line, counted from 1, and how to mend it."""

    line: int
    start: int
    end: int
    message: str
    hint: str


class _Value(NamedTuple):
    line: int
    column: int
    indent: int
    text: str
    keyed: bool


def first_slip(lines: list[str], last: int) -> Slip | None:
    """Return the first slip that begins at or above the line ``last``, if there is one."""
    for value in _values(lines[:last]):
        slip = _slip(value, lines)
        if slip:
            return slip
    return None


def _values(lines: list[str]) -> Iterator[_Value]:
    """The values of a file that begin in their key's line; what continues a text is passed."""
    inside: int | None = None
    for number, line in enumerate(lines, 1):
        found = VALUE.match(line)
        if not found or line.lstrip().startswith("#"):
            continue
        if inside is not None and len(line) - len(line.lstrip()) > inside:
            continue
        inside = None
        if not found["key"] and "- " not in found["dashes"]:
            continue
        text, indent = COMMENT.sub("", found["value"]), len(found["dashes"])
        at = indent if found["key"] else found["dashes"].rindex("-")
        if BLOCK.fullmatch(text) or text[0] not in "[{":
            inside = at
        yield _Value(number, found.start("value") + 1, at, found["value"], bool(found["key"]))


def _slip(value: _Value, lines: list[str]) -> Slip | None:
    sign, text = value.text[0], COMMENT.sub("", value.text)
    if sign in "\"'":
        return _quoted(value, lines)
    if sign in CLOSING:
        closed = _bracket_end(value.text)
        return _goes_on(value, closed) if closed else None
    allowed = ALLOWED.get(sign)
    if (allowed and not allowed.match(text)) or (value.keyed and re.match(r"[-?] ", text)):
        return _needs_quotes(value, 1)
    return None


def _quoted(value: _Value, lines: list[str]) -> Slip | None:
    """Look for the closing quote, down to the line that begins something else."""
    closed = _quote_end(value.text)
    if closed:
        return _goes_on(value, closed)
    for line in lines[value.line :]:
        if line.strip() and len(line) - len(line.lstrip()) <= value.indent and NEXT.match(line):
            break
        if _quote_end(value.text[0] + line):
            return None
    sign = value.text[0]
    return Slip(
        value.line,
        value.column,
        value.column + 1,
        f"The quote {sign} is opened here and never closed",
        f"Put a {sign} at the end of the text.",
    )


def _quote_end(text: str) -> int | None:
    """Return the place after the quote that closes the one at the beginning."""
    pattern = r'"(?:[^"\\]|\\.)*"' if text[0] == '"' else r"'(?:[^']|'')*'"
    found = re.match(pattern, text)
    return found.end() if found else None


def _bracket_end(text: str) -> int | None:
    """Return the place after the bracket that closes the one at the beginning."""
    waiting: list[str] = []
    for at, letter in enumerate(text):
        if letter in CLOSING:
            waiting.append(CLOSING[letter])
        elif letter == waiting[-1]:
            waiting.pop()
        if not waiting:
            return at + 1
    return None


def _goes_on(value: _Value, closed: int) -> Slip | None:
    rest = COMMENT.sub("", value.text[closed:]).strip()
    # What a colon follows is a key, and its value is not looked at.
    return _needs_quotes(value, closed) if rest and not rest.startswith(":") else None


def _needs_quotes(value: _Value, length: int) -> Slip:
    sign = value.text[0]
    return Slip(
        value.line,
        value.column,
        value.column + length,
        f"The text goes on after its closing {sign}"
        if sign in "\"'"
        else f"The text begins with {sign}, which has a meaning of its own in YAML",
        f"Put the whole text in quotes: {_in_quotes(value.text.rstrip())}",
    )


def _in_quotes(text: str) -> str:
    """Return a text in the quotes that it needs, shortened."""
    short = text if len(text) <= 60 else text[:57] + "…"
    if text[0] == text[-1] == "'" and not {'"', "\\"} & set(text) and len(text) > 2:
        return f'"{short[1:-1] if short == text else short[1:]}"'
    if '"' in text or "\\" in text:
        return "'{}'".format(short.replace("'", "''"))
    return f'"{short}"'
