"""A condition or value cannot be read.

Conditions and values are written as in the tables of the format. Usual slips: `=` instead of
`==`, quotes around the name of an option, a bracket that is not closed.

Bad:

    - if: who = seller
      go: ask_seller

Good:

    - if: who == seller
      go: ask_seller
"""

from __future__ import annotations

from ..findings import Finding, Span
from .base import make


def found(span: Span, message: str, hint: str = "") -> Finding:
    """Say where reading stopped."""
    return make(__name__, span, message, hint)
