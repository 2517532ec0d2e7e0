"""Did you mean …: the near name, if there is one.

Boundary: words in, at most one word out. A far-fetched guess is worse than none, and a file with
thousands of slips gets no guesses after the first ones, because guessing is slow.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher, get_close_matches
from itertools import islice
from typing import Self

NEAR = 0.7
MOST_LETTERS = 60
#: Comparing with very many names would be slow, and its result hardly helpful.
MOST = 2000
#: How many pairs of a word and a name one check may compare; a good second's work.
MOST_PAIRS = 100_000


class _Guesses:
    """The guesses of one check: each word is compared once, and not too many are."""

    def __init__(self) -> None:
        self.made: dict[tuple[str, tuple[str, ...]], str | None] = {}
        self.pairs_left = MOST_PAIRS

    def near(self, word: str, names: tuple[str, ...]) -> str | None:
        key = word, names
        if key not in self.made:
            may = self.pairs_left > 0
            self.pairs_left -= min(len(names), MOST)
            self.made[key] = _near(word, list(dict.fromkeys(names))[:MOST]) if may else None
        return self.made[key]


_guesses = _Guesses()


def guess_afresh() -> None:
    """Forget all guesses, so that what a check says does not depend on earlier checks."""
    _guesses.made.clear()
    _guesses.pairs_left = MOST_PAIRS


def near(word: str, names: Iterable[str]) -> str | None:
    """Return the name that ``word`` was probably meant to be, or None."""
    return _guesses.near(word[:MOST_LETTERS], tuple(names))


def _near(word: str, known: list[str]) -> str | None:
    lowered = word.strip().lower().replace("-", "_").replace(" ", "_")
    for name in known:
        if lowered == name.replace("-", "_"):
            return name
    close = get_close_matches(word, known, n=1, cutoff=NEAR)
    return close[0] if close else _swapped(word, known)


class Guess(str):
    """A hint that names the one word that was ``meant``."""

    __slots__ = ("meant",)

    def __new__(cls, meant: str) -> Self:
        """Ask whether this word was meant."""
        made = super().__new__(cls, f"Did you mean `{meant}`?")
        made.meant = meant
        return made

    def __getnewargs__(self) -> tuple[str]:
        """Return what a copy is made of: the word, not the whole hint."""
        return (self.meant,)

    meant: str


def did_you_mean(word: str, names: Iterable[str], otherwise: str = "") -> str:
    """Return a hint that names the near name, else ``otherwise``."""
    name = near(word, names)
    return Guess(name) if name else otherwise


def listing(names: Iterable[str], most: int = 12) -> str:
    """Return names for a sentence: `a`, `b` or `c`; the first dozen of many."""
    quoted = [f"`{name}`" for name in islice(names, most + 1)]
    if len(quoted) > most:
        return ", ".join(quoted[:most]) + " …"
    return " or ".join(filter(None, (", ".join(quoted[:-1]), *quoted[-1:])))


def _swapped(word: str, known: list[str]) -> str | None:
    """Catch two letters swapped in a short word, which ratios miss."""
    for name in known:
        if len(name) == len(word) > 2 and sorted(name) == sorted(word) and _ratio(name, word) > 0.6:
            return name
    return None


def _ratio(a: str, b: str) -> float:
    return SequenceMatcher(None, a, b).ratio()
