"""Where in a structure an author is typing, although what they type is not YAML yet.

Boundary: a text and a place in; the shape that is asked for there out. The line that is being
typed is completed in a few ways until the file can be read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from trees.authoring.schema.shapes import MapOf, Record
from trees.authoring.schema.walk import Met, walk
from trees.authoring.source import File, MapNode, Node, TextNode, parse

from .desk import as_met

#: Stands for a key that has not been typed yet.
UNTYPED = "untyped-key"
KEY_BEGUN = re.compile(r"(\s*(?:- +)*)([\w-]*)")
VALUE_BEGUN = re.compile(r"(\s*(?:- +)*[\w-]+:(?= |$)|\s*-(?= ))")


class Typing(NamedTuple):
    """What is asked for at a place: a key of ``met``, or a value of it; the line up to there."""

    met: Met
    asks_key: bool
    before: str


def typing_at(path: str, text: str, place: tuple[int, int]) -> Typing | None:
    """Return what an author is typing at a place, or None if that cannot be told."""
    lines = text.split("\n")
    line, column = place
    before = lines[line - 1][: column - 1] if line <= len(lines) else ""
    key = KEY_BEGUN.fullmatch(before)
    if key:
        mended = f"{key[1]}{key[2] or UNTYPED}:"
        met = _record(_read(path, lines, line, [mended]), line)
        if met:
            return Typing(met, asks_key=True, before=before)
    value = VALUE_BEGUN.match(before)
    mends = [lines[line - 1], before, *([value[0]] if value else [])] if line <= len(lines) else []
    met = _value(_read(path, lines, line, mends), line, column)
    return Typing(met, asks_key=False, before=before) if met else None


def _read(path: str, lines: list[str], line: int, mends: list[str]) -> Met | None:
    """Return the structure with one line replaced by the first mend that can be read."""
    for mend in mends:
        text = "\n".join([*lines[: line - 1], mend, *lines[line:]])
        root: Node | None = parse(File(path, text))[0]
        if root is not None:
            return as_met(path, root)
    return None


def _record(root: Met | None, line: int) -> Met | None:
    """Return the innermost group of keys that has one on a line."""
    found = (
        met
        for met in _walk(root)
        if isinstance(met.shape, (Record, MapOf))
        and isinstance(met.node, MapNode)
        and any(entry.key.span.line == line for entry in met.node.entries.values())
    )
    return _last(found)


def _value(root: Met | None, line: int, column: int) -> Met | None:
    """Return the text that a place is in: behind its key, or behind the dash of a list."""
    found = (
        met
        for met in _walk(root)
        if isinstance(met.node, TextNode) and _covers(met, met.node, line, column)
    )
    return _last(found)


def _covers(met: Met, node: TextNode, line: int, column: int) -> bool:
    if met.key is None:
        return False
    key, begins = met.key.span, node.span
    if (line, column) <= (key.line, key.end_column):
        return False
    if node.empty:
        is_item = bool(met.path) and isinstance(met.path[-1], int)
        return line == (begins.line if is_item else key.line)
    return (begins.line, begins.column) <= (line, column) and line <= begins.end_line


def _walk(root: Met | None) -> Iterator[Met]:
    return walk(root) if root else iter(())


def _last(found: Iterator[Met]) -> Met | None:
    last = None
    for last in found:  # noqa: B007  the last one is what is asked for
        pass
    return last
