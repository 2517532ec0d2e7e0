"""Lists, groups of keys or brackets stand in each other too deep.

A tree needs six levels at most, and a condition two or three. Deeper ones are a slip, such as a
bracket too many, or an attempt to exhaust the check.

Bad:

    steps: [[[[[[[[[[[[[[[[[[[[[Open the chat.]]]]]]]]]]]]]]]]]]]]]

Good:

    steps: [Open the chat.]
"""

from __future__ import annotations

from ..findings import Finding, Span
from .base import make


def depth(span: Span, most: int) -> Finding:
    """Refuse lists and groups of keys that are nested too deep."""
    return make(
        __name__,
        span,
        f"More than {most} lists or groups of keys stand in each other",
        "A tree never needs more than six. Is a bracket too many here?",
    )


def nesting(span: Span, most: int) -> Finding:
    """Refuse brackets that are nested too deep."""
    return make(
        __name__,
        span,
        f"More than {most} brackets or `not` stand in each other",
        "Split it: use several branches, or values that use other values.",
    )
