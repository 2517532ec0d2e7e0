"""Two things are compared or combined that do not go together.

An option is compared with `<`, a number with a day, an answer in the reader's own words with
anything, or a day is added to a day. Each comparison speaks of one answer and a constant.

Bad:

    - if: paid_on > 20
      go: overdue

Good:

    - if: days_since(paid_on) > 20
      go: overdue
"""

from __future__ import annotations

from ..findings import Finding, Span
from .base import make


def found(span: Span, message: str, hint: str = "") -> Finding:
    """Say what does not fit."""
    return make(__name__, span, message, hint)
