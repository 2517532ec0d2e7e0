"""Did you mean …: the near name, if there is one.

Boundary: words in, at most one word out. A far-fetched guess is worse than none.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher, get_close_matches

NEAR = 0.7
#: Comparing with very many names would be slow, and its result hardly helpful.
MOST = 2000


def near(word: str, names: Iterable[str]) -> str | None:
    """Return the name that ``word`` was probably meant to be, or None."""
    known = list(dict.fromkeys(names))[:MOST]
    lowered = word.strip().lower().replace("-", "_").replace(" ", "_")
    for name in known:
        if lowered == name.replace("-", "_"):
            return name
    close = get_close_matches(word[:60], known, n=1, cutoff=NEAR)
    return close[0] if close else _swapped(word, known)


def did_you_mean(word: str, names: Iterable[str], otherwise: str = "") -> str:
    """Return a hint that names the near name, else ``otherwise``."""
    name = near(word, names)
    return f"Did you mean `{name}`?" if name else otherwise


def listing(names: Iterable[str], most: int = 12) -> str:
    """Return names for a sentence: `a`, `b` or `c`; the first dozen of many."""
    quoted = [f"`{name}`" for name in names]
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
