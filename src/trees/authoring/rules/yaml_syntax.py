"""The file is not YAML from a certain place on.

Nothing of the file can be read, so every other problem in it stays hidden until this one is
mended. Most often a text holds a colon, begins with a bracket or a quote, or a tab slipped in.

Bad:

    ask: Which of these: a or b?

Good:

    ask: "Which of these: a or b?"
"""

from __future__ import annotations

from ..findings import Finding, Span
from .base import make


def found(span: Span, message: str, hint: str) -> Finding:
    """Say where reading stopped, and why."""
    return make(__name__, span, message, hint)


def unreadable(span: Span, letter: str) -> Finding:
    """Say which character cannot be in a tree."""
    return make(
        __name__,
        span,
        f"The character U+{ord(letter):04X} cannot stand in a tree",
        "Delete it. Such characters are invisible, and often come along with copied text.",
    )
