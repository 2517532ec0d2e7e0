"""Options begin with the same words.

Readers look at the beginnings. What the options share belongs into the question.

Bad:

    ask: What happened?
    options:
      seller: The order was cancelled by the seller
      me: The order was cancelled by me

Good:

    ask: Who cancelled the order?
    options:
      seller: The seller
      me: I did
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding
from .base import make

if TYPE_CHECKING:
    from ..style import Guide

#: Options may share their first two words ("I have", "On the"), but not more.
SHARED = 3


def check(guide: Guide) -> Iterator[Finding]:
    """Report options that begin like an earlier one."""
    for name, question in guide.document.questions.items():
        seen: dict[tuple[str, ...], str] = {}
        for option, text in question.options.items():
            words = tuple(text.label.casefold().split()[:SHARED])
            other = seen.setdefault(words, option)
            if len(words) == SHARED and other != option:
                yield make(
                    __name__,
                    guide.option(name, option),
                    f"`{option}` begins with the same words as `{other}`",
                    "Say in the question what they share, and begin with what differs.",
                    "advice",
                )
