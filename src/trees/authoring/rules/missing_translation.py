"""A text has no translation yet.

Readers of that language see the whole question or outcome in the original language, because a card
in two languages is harder to read than one in English.

`trees translate es` writes every text that is missing into the file, with the original above it.

Bad:

    ask:
      en: Has the money left your account?
      es:

Good:

    ask:
      en: Has the money left your account?
      es: ¿Ha salido el dinero de tu cuenta?
"""

from __future__ import annotations

from ..findings import Finding, Span
from .base import make


def found(span: Span, name: str, language: str) -> Finding:
    """Say which text is not translated."""
    return make(
        __name__,
        span,
        f"`{name}` is not translated into `{language}`",
        f"Write it after `{language}:`. `trees translate {language}` adds what is missing.",
        "warning",
    )


def file(path: str, tree: str, language: str) -> Finding:
    """Say which tree is not translated at all."""
    return make(
        __name__,
        Span(path, 1, 1, 1, 1),
        f"`{tree}` is not translated into `{language}`",
        f"`trees translate {language} {tree}` begins the file.",
        "warning",
    )
