"""The way goes on in a tree that has errors of its own.

A tree is proven together with the trees that it goes on in, so those must be sound first.

Good: mend what `trees check` says about the other tree, then prove this one.
"""

from __future__ import annotations

from ..findings import Finding, Span
from .base import make


def found(span: Span, message: str, hint: str) -> Finding:
    """Point at what cannot be decided."""
    return make(__name__, span, message, hint)
