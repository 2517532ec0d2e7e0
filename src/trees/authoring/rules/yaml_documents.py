"""A file holds one tree.

A line of three dashes begins another YAML document in the same file. Make a file of its own for
each tree: its name is the name of the tree.

Bad:

    title: One
    ---
    title: Two

Good: two files, `one.yaml` and `two.yaml`.
"""

from __future__ import annotations

from ..findings import Finding, Span
from .base import make


def found(span: Span) -> Finding:
    """Refuse a second document."""
    return make(
        __name__,
        span,
        "A second YAML document begins here",
        "Delete the line `---`, or move what follows into a file of its own.",
    )
