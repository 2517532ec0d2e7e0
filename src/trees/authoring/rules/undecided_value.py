"""It cannot be told whether a value always has a result.

A day may lie past the year 9999 because the answers that the value uses have no bounds, or a
division is by a result that may be 0. The proof refuses to guess; only a division by one answer, as
it was given, is followed exactly.

Bad:

    arrives: {kind: date, ask: When does it arrive?, go: wait}

    values:
      last_day: arrives + days(30)

Good:

    arrives: {kind: date, ask: When does it arrive?, latest: today + 365, go: wait}
"""

from __future__ import annotations

from ..findings import Finding, Span
from .base import make


def found(span: Span, message: str, hint: str) -> Finding:
    """Point at what cannot be decided."""
    return make(__name__, span, message, hint)
