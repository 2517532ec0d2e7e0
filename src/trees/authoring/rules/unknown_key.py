"""A key stands where the format does not know it.

Usually it is misspelled, or stands one level too deep or too high. It would be ignored without a
word, so it is reported.

Bad:

    paid:
      aks: How did you pay?

Good:

    paid:
      ask: How did you pay?
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..findings import Finding
from ..source.nodes import TextNode
from ..suggest import did_you_mean, listing
from .base import make


def found(
    key: TextNode, what: str, known: Iterable[str], hints: Mapping[str, str] | None = None
) -> Finding:
    """Say which key is unknown, and which are known."""
    names = list(known)
    hint = (hints or {}).get(key.value) or did_you_mean(
        key.value, names, f"Known here: {listing(names, 20)}."
    )
    return make(__name__, key.span, f"`{_short(key.value)}` is not a key of {_bare(what)}", hint)


def _bare(what: str) -> str:
    return what


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:57] + "…"
