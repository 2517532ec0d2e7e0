"""The original has changed since it was translated.

The translation may now say something that is not so any more. Until it is mended, readers of that
language see the original, because a wrong day is worse than a foreign word.

`trees translate es` puts the new original into the file, and keeps the old one under `was`. Mend
the translation, then delete `was`.

Bad:

    title:
      en: Wait 20 business days
      was: Wait 15 business days
      es: Espera 15 días hábiles

Good:

    title:
      en: Wait 20 business days
      es: Espera 20 días hábiles
"""

from __future__ import annotations

from ..findings import Finding, Span
from .base import make


def found(span: Span, name: str, text: str) -> Finding:
    """Say which original has changed, and what it says now."""
    now = " ".join(text.split())
    shown = now if len(now) <= 80 else now[:77] + "…"
    return make(
        __name__,
        span,
        f"The original of `{name}` has changed since it was translated",
        f"It is now: “{shown}” `trees translate` writes it into the file. Mend the translation, "
        "then delete `was`.",
        "warning",
    )
