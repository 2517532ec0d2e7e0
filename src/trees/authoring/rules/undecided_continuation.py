"""The way goes on in a tree that has errors of its own.

A tree is proven together with the trees that it goes on in, so those must be sound first.

Good: mend what `trees check` says about the other tree, then prove this one.
"""

from __future__ import annotations

from ..findings import Finding, Span
from .base import make


def found(span: Span, tree: str) -> Finding:
    """Point at a tree that goes on in one with errors."""
    return make(
        __name__,
        span,
        f"`{tree}` cannot be proven: some of its ways go on in a tree that has errors",
        "`trees check` lists those errors.",
    )
