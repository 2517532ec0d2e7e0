"""A key is a plain word.

YAML would take a list or a group of keys as a key. A tree has no use for it: most often the text
begins with a bracket, and needs quotes.

Bad:

    {amount}: What you paid

Good:

    "{amount}": What you paid
"""

from __future__ import annotations

from ..findings import Finding, Span
from .base import make


def found(span: Span) -> Finding:
    """Refuse a key that is not a word."""
    return make(
        __name__,
        span,
        "A list or a group of keys stands where a key should be",
        "A key is a plain word. Put quotes around a text that begins with a bracket.",
    )
