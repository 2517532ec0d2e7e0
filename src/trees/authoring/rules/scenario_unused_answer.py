"""A story gives an answer that its way never asks for.

The answer proves nothing, and a reader of the story would think that it matters.

Bad: a story of somebody who paid nothing, with an answer to `paid_on`.

Good: leave the answer out.
"""

from __future__ import annotations

from ..findings import Finding, Span
from .base import make


def found(span: Span, name: str) -> Finding:
    """Say which answer is never used."""
    return make(
        __name__,
        span,
        f"The way of this story never asks `{name}`",
        "Delete the answer, or correct the ones before it.",
    )
