"""A story does not end where it says.

Either the tree has a mistake, or the story has. The finding says where the story really ends, or
at which question it stops because it has no answer for it.

Bad: a story that says `ends: overdue`, but whose answers lead to `on_its_way`.

Good: correct the answers, the `ends`, or the branch that went the wrong way.
"""

from __future__ import annotations

from ..findings import Finding, Span
from .base import make


def elsewhere(span: Span, told: str, real: str, way: str) -> Finding:
    """Say which outcome the story really reaches."""
    return make(
        __name__,
        span,
        f"The story says that it ends at `{told}`, but it ends at `{real}`",
        f"The way it takes: {way}.",
    )


def stops(span: Span, told: str, question: str, way: str) -> Finding:
    """Say at which question the story stops."""
    return make(
        __name__,
        span,
        f"The story stops at the question `{question}` and does not reach `{told}`",
        f"Add an answer to `{question}`." + (f" The way until there: {way}." if way else ""),
    )
