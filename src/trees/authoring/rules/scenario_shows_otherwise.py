"""The end of a story does not show what the story says.

`shows` holds values that the outcome must show: a day as `2026-03-30`, a number without its unit.
Either the value is worked out wrongly, or the story is wrong. Only what stands in a text or a date
of that outcome can be named.

Bad, where `due` is `started + business_days(20)`:

    - story: The refund started three weeks ago.
      today: 2026-03-23
      answers: {taken: yes, started: 2026-03-02}
      ends: on_its_way
      shows: {due: 2026-03-22}

Good: `shows: {due: 2026-03-30}`.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..findings import Finding, Span
from ..suggest import did_you_mean, listing
from .base import make


def found(span: Span, name: str, told: str, real: str) -> Finding:
    """Say what is really shown."""
    return make(
        __name__,
        span,
        f"The story says that `{name}` is {told}, but it is {real}",
        f"Correct the value, or write `{name}: {real}`.",
    )


def missing(span: Span, name: str, outcome: str, shown: Iterable[str]) -> Finding:
    """Say which values the outcome shows."""
    names = sorted(shown)
    listed = f"It shows {listing(names)}." if names else "It shows none."
    return make(
        __name__,
        span,
        f"`{outcome}` shows no value `{name}`",
        did_you_mean(name, names, listed),
    )
