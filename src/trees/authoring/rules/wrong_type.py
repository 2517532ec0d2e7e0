"""Something else stands here than the format expects.

A list stands where a text should be, a text where a list should be, a word where a number or a
day should be.

Bad:

    steps: Open the chat.

Good:

    steps:
      - Open the chat.
"""

from __future__ import annotations

from ..findings import Finding, Span
from ..source.nodes import Node, TextNode, kind_word
from .base import make


def found(node: Node, key: TextNode | None, expected: str) -> Finding:
    """Say what was expected and what was found."""
    what = kind_word(node)
    if isinstance(node, TextNode) and what == "text":
        what = f"“{_short(node.value.strip())}”" if node.value.strip() else "an empty text"
    where = f"`{_short(key.value)}`: e" if key else "E"
    return make(
        __name__, node.span, f"{where}xpected {expected}, found {what}", _hint(node, expected)
    )


def empty_file(path: str) -> Finding:
    """Say that a file holds nothing."""
    return make(
        __name__, Span(path, 1, 1, 1, 1), "The file is empty", "A tree needs at least a `title`."
    )


def _hint(node: Node, expected: str) -> str:
    if expected.startswith("a list") and isinstance(node, TextNode):
        return "Write each part on a line of its own that begins with `- `."
    if not isinstance(node, TextNode) and expected == "text":
        return (
            "If the text begins with a bracket or a dash, or holds a colon, put quotes around it."
        )
    return ""


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else line[:57] + "…"
