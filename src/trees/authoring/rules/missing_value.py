"""On some ways a text has nothing to show for a name.

The text uses an answer, or a value made from one, that not all readers who come here have given.
The finding shows the shortest answers on which the name stays empty.

Bad: `{due}` in the reason of an outcome, where `due: started + days(20)` and some ways to the
outcome do not ask `started`.

Good: ask it on every way, or give the value another branch: `a if answered(started) else b`.
"""

from __future__ import annotations

from ..findings import Finding, Span
from .base import make


def found(span: Span, node: str, name: str, example: str) -> Finding:
    """Point at a node whose texts use a name that can be missing."""
    return make(
        __name__,
        span,
        f"`{{{name}}}` in the texts of `{node}` has nothing to show: {example}",
        "Ask for it on every way that leads here, or make two nodes.",
    )
