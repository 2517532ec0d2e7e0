"""There is no such kind of question.

Without a kind it is not known how readers answer: by a tap, with a number, with a day.

Bad:

    kind: calendar

Good:

    kind: date
"""

from __future__ import annotations

from collections.abc import Iterable

from ..findings import Finding, Span
from ..suggest import did_you_mean, listing
from .base import make


def found(span: Span, name: str, kinds: Iterable[str]) -> Finding:
    """Say which kinds there are."""
    known = list(kinds)
    hint = did_you_mean(name, known, f"The kinds are {listing(known)}.")
    return make(__name__, span, f"There is no kind of question called `{name[:60]}`", hint)
