"""A link was lost in translation, or leads elsewhere than that of the original.

The words of a link are translated, its address is not: the page finds the right language by itself.

Bad:

    en: See [how refunds work](tree:refund).
    es: Mira cómo funcionan los reembolsos.

Good:

    en: See [how refunds work](tree:refund).
    es: Mira [cómo funcionan los reembolsos](tree:refund).
"""

from __future__ import annotations

from ..findings import Finding, Span
from .base import make


def found(span: Span, name: str, *, added: bool = False) -> Finding:
    """Say what is lost, or what stands there beyond the original."""
    if added:
        return make(
            __name__,
            span,
            f"The original has no link to `{name[:60]}` here",
            "Delete it, or write it as the original does.",
        )
    return make(
        __name__,
        span,
        f"The link to `{name[:60]}` of the original is missing",
        "Write `[words](address)` with the same address.",
    )
