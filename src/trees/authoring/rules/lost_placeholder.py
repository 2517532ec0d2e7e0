"""A placeholder was lost in translation, or stands where the original has none.

The day or the amount that is filled in there would be missing. Names in braces are never
translated.

Bad:

    en: Wait until {due}
    es: Espera hasta {plazo}

Good:

    en: Wait until {due}
    es: Espera hasta {due}
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
            f"The original has no `{{{name[:60]}}}` here",
            "Delete it, or write it as the original does.",
        )
    return make(
        __name__,
        span,
        f"`{{{name[:60]}}}` of the original is missing",
        "Put it where the day or the amount belongs.",
    )
