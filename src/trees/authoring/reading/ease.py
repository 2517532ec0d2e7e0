"""Reading ease: a figure worked out from the words of a sentence and the syllables of a word.

Boundary: a text and the formula of its language in, a figure out.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

#: The words of each sentence.
type Sentences = list[list[str]]

#: Formulas are fitted to long samples, and say little of a few words.
FEW_WORDS = 12
#: Citations, addresses and slots are no words of a sentence.
NO_WORDS = re.compile(r"\[@[^\]]{0,200}\]|\]\([^)]{0,500}\)|\{[^}]{0,200}\}|https?://\S+")
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
SENTENCE = re.compile(r"(?<![.!?:])[.!?:]+[”\"»)*_]*(?=\s|$)|\n\s*\n|\n\s*[-*] ")
#: Texts say the same words again and again.
KEPT_WORDS = 4096


class Formula(NamedTuple):
    """What the words of a sentence and the syllables of a word take from the figure, on average.

    ``name`` is how people look it up, and ``plain`` the least figure of a plain text.
    """

    name: str
    plain: int
    start: float
    sentence: float
    word: float
    syllables: Callable[[str], int]


def sentences(text: str) -> Sentences:
    """Return the words of each sentence of a text in Markdown."""
    parts = SENTENCE.split(NO_WORDS.sub(" ", text))
    return [words for words in map(WORD.findall, parts) if words]


def ease(said: Sentences, formula: Formula) -> float | None:
    """Return how easy sentences are to read; None for a text with few words."""
    words = [word for sentence in said for word in sentence]
    if len(words) < FEW_WORDS:
        return None
    syllables = sum(_syllables(formula.syllables, word) for word in words)
    per_sentence, per_word = len(words) / len(said), syllables / len(words)
    return formula.start - formula.sentence * per_sentence - formula.word * per_word


@lru_cache(KEPT_WORDS)
def _syllables(count: Callable[[str], int], word: str) -> int:
    return count(word)
