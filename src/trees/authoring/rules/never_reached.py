"""No answers lead to this node, on any day.

The ways to it look right, but the conditions on them contradict each other, so no reader ever
comes here. `trees prove` finds this by following all answers.

Bad:

    stored:
      ask: Where is it?
      options: {home: At home, away: Elsewhere}
      then:
        - if: stored == home
          go: opened
        - otherwise: wait
    opened:
      ask: Is it open?
      options: {yes: Yes, no: No}
      then:
        - if: stored == away
          go: lost
        - otherwise: wait

Good: ask where `stored == away` can still hold, or delete the outcome `lost`.
"""

from __future__ import annotations

from ..findings import Finding, Span
from .base import make


def found(span: Span, name: str) -> Finding:
    """Point at a node that no answers lead to."""
    return make(
        __name__,
        span,
        f"No answers lead to `{name}`",
        "Look at the conditions on the ways to it: one of them never holds.",
    )
