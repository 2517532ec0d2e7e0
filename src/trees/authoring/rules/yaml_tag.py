"""YAML tags are not used in trees.

A tag such as `!important` tells programs to read a text in a special way. Here every text means
what it looks like. A text that really begins with `!` needs quotes.

Bad:

    title: !important Do not wait

Good:

    title: "!important: do not wait"
"""

from __future__ import annotations

from ..findings import Finding, Span
from .base import make


def found(span: Span, tag: str) -> Finding:
    """Refuse a tag."""
    return make(
        __name__,
        span,
        f"The YAML tag {tag} is not used in trees",
        "Put quotes around the text if it begins with `!`, else delete the tag.",
    )
