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

import re

from ..findings import Finding, Span
from ..source.nodes import ListNode, MapNode, Node, TextNode, kind_word
from ..suggest import near
from .base import make


def found(node: Node, key: TextNode | None, expected: str) -> Finding:
    """Say what was expected and what was found."""
    what = kind_word(node)
    if isinstance(node, TextNode) and what == "text":
        what = f"“{_short(node.value.strip())}”" if node.value.strip() else "an empty text"
    if isinstance(node, ListNode) and not node.items:
        what = "an empty list"
    where = f"`{_short(key.value)}`: e" if key else "E"
    return make(
        __name__, node.span, f"{where}xpected {expected}, found {what}", _hint(node, expected)
    )


def empty_file(path: str) -> Finding:
    """Say that a file holds nothing."""
    return make(
        __name__, Span(path, 1, 1, 1, 1), "The file is empty", "A tree needs at least a `title`."
    )


#: Other words for `yes` and `no`.
FLAGS = {"true": "yes", "on": "yes", "y": "yes", "false": "no", "off": "no", "n": "no"}
DAYS = {"yesterday": "today - 1", "tomorrow": "today + 1", "now": "today"}
NAMED = re.compile(r"`([a-z]+)`")


def _hint(node: Node, expected: str) -> str:
    if isinstance(node, TextNode):
        return _text_hint(node.value.strip().lower(), expected)
    if expected == "text":
        return (
            "If the text begins with a bracket or a dash, or holds a colon, put quotes around it."
        )
    return _list_hint(node, expected) if isinstance(node, ListNode) else _group_hint(node, expected)


def _text_hint(word: str, expected: str) -> str:
    if expected.startswith("a list"):
        return "Write each part on a line of its own that begins with `- `."
    if expected.startswith(("one of", "`yes`")):
        meant = _meant(word, NAMED.findall(expected))
        return f"Write `{meant}`." if meant else ""
    days = DAYS.get(word) or re.sub(r"\s*days?$", "", word)
    return f"Write `{days}`." if "`today - 180`" in expected and days.startswith("today") else ""


def _list_hint(node: ListNode, expected: str) -> str:
    if "each" in expected and not expected.startswith("a list"):
        return "Write `name: …` in each line, with a name of your choice and without `- `."
    if expected.startswith("an answer") and not node.items:
        return "Where nothing is ticked, write `none`."
    if expected.startswith("the name of"):
        return "Write one name, without a bracket or a dash."
    return ""


def _group_hint(node: MapNode, expected: str) -> str:
    if not expected.startswith("a list"):
        return ""
    glued = next(iter(node.entries), "").startswith("-")
    return "Put a space after the `-`." if glued else "Put `- ` before its first key."


def _meant(word: str, names: list[str]) -> str | None:
    """Return the one of the names that a word was meant to be."""
    if FLAGS.get(word) in names:
        return FLAGS[word]
    begun = [name for name in names if word.startswith(name)]
    return begun[0] if begun else near(word, names)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else line[:57] + "…"
