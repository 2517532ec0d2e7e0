"""An entry of sources.yaml cannot be used.

Readers judge a claim by its source. `address` is a full `https://` address, `checked` the day
when somebody last read it (2026-11-22), `published` a year, a month or a day (2018, 2018-05), and
`sure` one of `official`, `provider` and `reported`.

Bad:

    checked: last week
    sure: certain

Good:

    checked: 2026-11-22
    sure: official
"""

from __future__ import annotations

from collections.abc import Iterable

from ..findings import Finding, Span
from ..suggest import did_you_mean, listing
from .base import make


def sure(span: Span, text: str, known: Iterable[str]) -> Finding:
    """Refuse an unknown degree of certainty."""
    words = list(known)
    hint = did_you_mean(text, words, f"Known are {listing(words)}.")
    return make(__name__, span, f"`sure` cannot be `{text[:60]}`", hint)


def day(span: Span, text: str, key: str) -> Finding:
    """Refuse something that is no day."""
    return make(
        __name__, span, f"`{key}`: “{text[:60]}” is not a day", "Days are written 2026-11-22."
    )


def published(span: Span, text: str) -> Finding:
    """Refuse something that is no date of publication."""
    return make(
        __name__,
        span,
        f"`published`: “{text[:60]}” is not a year, a month or a day",
        "Write 2018, 2018-05 or 2018-05-25.",
    )


def address(span: Span, text: str) -> Finding:
    """Refuse something that is no web address."""
    return make(
        __name__,
        span,
        f"`address`: “{text[:60]}” is not a web address",
        "Write the full address, beginning with https://.",
    )
