"""A citation was lost in translation, or stands where the original has none.

A claim needs its source in every language. Names of sources are never translated.

Bad:

    en: A refund takes up to 20 business days. [@aliexpress-refund]
    es: Un reembolso tarda hasta 20 días hábiles.

Good:

    en: A refund takes up to 20 business days. [@aliexpress-refund]
    es: Un reembolso tarda hasta 20 días hábiles. [@aliexpress-refund]
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
            f"The original has no `[@{name[:60]}]` here",
            "Delete it, or write it as the original does.",
        )
    return make(
        __name__,
        span,
        f"`[@{name[:60]}]` of the original is missing",
        "Put it after the claim that it proves.",
    )
