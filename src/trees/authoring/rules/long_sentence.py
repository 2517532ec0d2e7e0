"""A sentence has more than 25 words.

Whoever is worried loses the thread, and begins anew. One thought is one sentence. Counted are
words, not citations and not what is filled in; a colon ends a sentence, as does an item of a list.
It is the same in each language that is judged.

Bad: `If the seller does not answer within the time that AliExpress gives them, which is shown on
the page of the dispute, then AliExpress steps in and decides without them.`

Good: `The page of the dispute shows how long the seller may take. After that, AliExpress decides
without them.`
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding
from .base import make

if TYPE_CHECKING:
    from ..style import Guide

#: The bound of GOV.UK, and a little above the 20 that the European Commission advises on average.
MOST_WORDS = 25
#: The words that a finding tells the sentence by.
TOLD = 4


def check(guide: Guide) -> Iterator[Finding]:
    """Report long sentences."""
    for where, said in guide.prose:
        for words in said:
            if len(words) > MOST_WORDS:
                yield make(
                    __name__,
                    guide.span(*where),
                    f"The sentence “{' '.join(words[:TOLD])} …” has {len(words)} words;"
                    f" {MOST_WORDS} are enough",
                    "Make two of it.",
                    "advice",
                )
