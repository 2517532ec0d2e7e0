"""A text is hard to read.

Readers are worried and on a phone. Measured is LIX: the words of a sentence on average, and the
percentage of words with more than six letters. It needs no dictionary, so it holds for many
languages. A newspaper has about 45; this speaks up above 50, in texts of twelve words or more.

Bad: `Notwithstanding the aforementioned considerations, reimbursement procedures occasionally
necessitate supplementary verification.`

Good: `A refund can take longer. Sometimes AliExpress has to check it first.`
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding
from .base import make

if TYPE_CHECKING:
    from ..style import Guide

HARD = 50
FEW_WORDS = 12
LONG_WORD = 6
#: Citations, addresses and slots are no words of a sentence.
NO_WORDS = re.compile(r"\[@[^\]]*\]|\]\([^)]*\)|\{[^}]*\}|https?://\S+")
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
SENTENCE = re.compile(r"[.!?:]+(?=\s|$)|\n\s*\n|\n\s*[-*] ")


def check(guide: Guide) -> Iterator[Finding]:
    """Report texts that are hard to read."""
    for where, text in guide.texts():
        if lix(text) > HARD:
            yield make(
                __name__,
                guide.span(*where),
                f"This text is hard to read (LIX {lix(text):.0f}, more than {HARD})",
                "Make shorter sentences, and take shorter words.",
                "advice",
            )


def lix(text: str) -> float:
    """Return how hard a text is to read; 0 for one with few words."""
    plain = NO_WORDS.sub(" ", text)
    words = WORD.findall(plain)
    if len(words) < FEW_WORDS:
        return 0
    sentences = sum(bool(WORD.search(part)) for part in SENTENCE.split(plain))
    long = sum(len(word) > LONG_WORD for word in words)
    return len(words) / sentences + 100 * long / len(words)
