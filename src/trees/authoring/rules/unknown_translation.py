"""A translation of a text that is not there.

The text was deleted or has moved, or its key is misspelled. Nobody would ever see the translation.

`trees translate es` moves translations after their texts, and deletes those whose text is gone.

Bad:

    questions:
      taken:
        aks:
          en: Has the money left your account?
          es: ¿Ha salido el dinero de tu cuenta?

Good:

    questions:
      taken:
        ask:
          en: Has the money left your account?
          es: ¿Ha salido el dinero de tu cuenta?
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath

from ..findings import Finding, Span
from ..source.nodes import TextNode
from ..suggest import did_you_mean, listing
from .base import make


def found(key: TextNode, name: str, known: Iterable[str]) -> Finding:
    """Say that nothing is to be translated under a key."""
    names = list(known)
    hint = did_you_mean(key.value, names, f"Texts here: {listing(names, 20)}.")
    return make(__name__, key.span, f"The original has no text `{name}`", hint)


def language(key: TextNode, known: Iterable[str]) -> Finding:
    """Say that a translation holds a key that is neither of its languages."""
    names = list(known)
    hint = did_you_mean(key.value, names, f"Known here: {listing(names)}.")
    return make(__name__, key.span, f"`{key.value[:60]}` is not a key of a translation", hint)


def tree(path: str, known: Iterable[str]) -> Finding:
    """Say that a whole file translates a tree that is not there."""
    name = PurePosixPath(path).stem
    hint = did_you_mean(name, known, "Delete the file, or name it like the tree.")
    return make(__name__, Span(path, 1, 1, 1, 1), f"There is no tree `{name}` to translate", hint)
