"""YAML anchors and aliases are not used in trees.

With `&name` and `*name`, YAML can repeat a part of a file without showing it. A reviewer could
not see what readers get, and a small file could grow without bound. Write the part out. A text
that begins with `*` or `&` needs quotes.

Bad:

    hint: *same as above*

Good:

    hint: "*same as above*"
"""

from __future__ import annotations

from ..findings import Finding, Span
from .base import make


def anchor(span: Span, name: str) -> Finding:
    """Refuse an anchor."""
    return make(
        __name__,
        span,
        f"The YAML anchor &{name} is not used in trees",
        "Put quotes around the text if it begins with `&`, else delete the anchor.",
    )


def alias(span: Span, name: str) -> Finding:
    """Refuse an alias."""
    return make(
        __name__,
        span,
        f"The YAML alias *{name} is not used in trees",
        "Put quotes around the text if it begins with `*`, else write out what it stands for.",
    )
