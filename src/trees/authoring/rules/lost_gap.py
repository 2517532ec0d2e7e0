"""A gap was lost in translation, or added.

Readers fill in what stands in `[square brackets]`, such as their order number. The words are
translated, the brackets stay.

Bad:

    en: Hello. You cancelled my order [order number].
    es: Hola. Han cancelado mi pedido número de pedido.

Good:

    en: Hello. You cancelled my order [order number].
    es: Hola. Han cancelado mi pedido [número de pedido].
"""

from __future__ import annotations

from ..findings import Finding, Span
from .base import make


def found(span: Span, _: str, *, added: bool = False) -> Finding:
    """Say that there are fewer gaps than in the original, or more."""
    if added:
        message = "The original has fewer gaps in `[square brackets]`"
        return make(
            __name__, span, message, "Delete the brackets, and what readers should not fill in."
        )
    message = "The original has more gaps in `[square brackets]`"
    return make(__name__, span, message, "Put brackets around what readers fill in themselves.")
