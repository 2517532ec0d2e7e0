"""A key that is needed is not there, or nothing stands after it.

Readers would get a gap: a question without words, an end without a reason.

Bad:

    held:
      verdict: wait
      title:

Good:

    held:
      verdict: wait
      title: Your bank holds the money
      reason: Nothing was taken.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..findings import Finding, Span
from ..suggest import listing
from .base import make


def found(span: Span, key: str, what: str) -> Finding:
    """Say which key is missing from what."""
    return make(__name__, span, f"`{key}` is missing", f"{what.capitalize()} needs `{key}:`.")


def empty(span: Span, key: str, expected: str) -> Finding:
    """Say that nothing stands after a key."""
    return make(
        __name__, span, f"Nothing stands after `{key}`", f"Expected: {expected}. Or delete the key."
    )


def kind(span: Span, kinds: Iterable[str]) -> Finding:
    """Say that a question has neither options nor a kind."""
    return make(
        __name__,
        span,
        "Readers do not know how to answer: `options`, `yes` and `no`, or a `kind` is missing",
        f"The kinds are {listing(kinds)}.",
    )
