"""The entries of a record in another order, each with the comments right above it.

Boundary: a record of a file and an order in, a change of the file out, or None where it is not
safe. Whole lines move, and nothing else changes. What has moved is read again: only where it says
what it said before, it may stand there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from .findings import Edit
from .source import File, ListNode, MapNode, Node, TextNode, parse

#: A line, or the rest of one: how deep it begins, and what it says.
LINE = re.compile(r"\n?( *)(.*)")


def reordered(node: MapNode, order: Sequence[str]) -> Edit | None:
    """Return the change that puts the entries of ``node`` in order."""
    text, keys = node.file.text, [entry.key.start for entry in node.entries.values()]
    begun = _line(text, node.start)
    indent = node.start - begun
    if any(text[_line(text, key) : key] != " " * indent for key in keys[1:]):
        return None
    starts = [_with_comments(text, _line(text, key), indent) for key in keys]
    # What stands in place of the dash, if the record is in a list.
    margin = " " * indent if text[begun : node.start].strip() else ""
    if margin:
        starts[0] = node.start
    end = _end(text, keys[-1], indent)
    first, *rest = (text[at:to] for at, to in pairwise([*starts, end]))
    moved = _joined(dict(zip(node.entries, [margin + first, *rest], strict=True)), order)
    if not _says(moved + text[end : end + 1], node) or (margin and moved.lstrip()[0] == "#"):
        return None
    return Edit(node.file.span(starts[0], end), moved.removeprefix(margin))


def _line(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _with_comments(text: str, at: int, indent: int) -> int:
    """Return where the comments right above the line at ``at`` begin."""
    while at:
        above = _line(text, at - 1)
        line = text[above:at].lstrip(" ")
        if not line.startswith("#") or at - above - len(line) > indent:
            break
        at = above
    return at


def _end(text: str, at: int, indent: int) -> int:
    """Return where the record ends whose last key stands at ``at``, without what follows it."""
    end = at
    for line in LINE.finditer(text, at):
        depth, said = len(line[1]), line[2]
        if line.start() == at or (said and depth > indent):
            end = line.end()
        elif said and not said.startswith("#"):
            if depth < indent:
                break
            end = line.end()
    return end


def _joined(parts: dict[str, str], order: Sequence[str]) -> str:
    """Join parts anew: blank lines go along with what stands above them, but for the end."""
    gaps = {key: part[len(part.rstrip()) :] for key, part in parts.items()}
    old, new = [*parts][-1], order[-1]
    gaps[old], gaps[new] = gaps[new], gaps[old]
    return "".join(parts[key].rstrip() + gaps[key] for key in order)


def _says(text: str, node: MapNode) -> bool:
    """Whether a text is a record that holds the same as ``node``."""
    read, troubles = parse(File(node.file.path, text))
    return "\r" not in text and not troubles and read is not None and _data(read) == _data(node)


def _data(node: Node) -> object:
    if isinstance(node, TextNode):
        return node.value, node.style
    if isinstance(node, ListNode):
        return [_data(item) for item in node.items]
    return {key: _data(below) for key, (_, below) in node.entries.items()}
