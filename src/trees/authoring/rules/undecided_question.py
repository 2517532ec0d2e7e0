"""The answers to a question cannot be cut exactly.

Two trees on one way ask a question of the same name with other bounds, so an answer that fits the
first may not fit the second; or a number has a finer step than can be read.

Bad: `paid` has `max: 100` in one tree, and `max: 500` in the tree that it goes on in.

Good: the same bounds in both, or another name for one of the questions.
"""

from __future__ import annotations

from ..findings import Finding, Span
from .base import make


def found(span: Span, message: str, hint: str) -> Finding:
    """Point at what cannot be decided."""
    return make(__name__, span, message, hint)
