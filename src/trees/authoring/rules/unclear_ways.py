"""A question has both `go` and `then`.

It is not clear which of the two counts. Put the target of `go` into the last branch of `then`.

Bad:

    go: wait
    then:
      - if: paid >= 100
        go: ask

Good:

    then:
      - if: paid >= 100
        go: ask
      - otherwise: wait
"""

from __future__ import annotations

from ..findings import Finding, Span
from .base import make


def found(span: Span) -> Finding:
    """Point at the `go` that stands beside `then`."""
    return make(
        __name__,
        span,
        "`go` stands beside `then`",
        "Write its target as the last branch of `then`: `- otherwise: target`.",
    )
