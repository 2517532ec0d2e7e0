"""Labels written where a condition needs the name of an option.

Boundary: the text of a condition in, the label that was meant out. `paid_with == Debit card` is
no expression at all, so this looks at the text itself.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

COMPARED = re.compile(r"\b([a-z]\w*)\s*(?:==?|!=)\s*")
END = re.compile(r"\s*(?:$|\)|\band\b|\bor\b)")


class Label(NamedTuple):
    """A label in a condition: whose it is, where it stands, and the name of its option."""

    question: str
    option: str
    start: int
    end: int


def first_label(text: str, options: Mapping[str, Mapping[str, str]]) -> Label | None:
    """Return the first label that an answer is compared with; ``options`` are by question."""
    for found in COMPARED.finditer(text):
        labels = options.get(found[1], {})
        for option, label in labels.items():
            end = _end(text, found.end(), label)
            if end and label not in labels:
                return Label(found[1], option, found.end(), end)
    return None


def _end(text: str, start: int, label: str) -> int | None:
    """Return where the label ends that begins at ``start``, with or without quotes."""
    for quote in ("", '"', "'"):
        whole = f"{quote}{label}{quote}"
        end = start + len(whole)
        if text[start:end].casefold() == whole.casefold() and END.match(text, end):
            return end
    return None
