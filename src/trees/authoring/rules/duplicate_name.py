"""A question and an outcome (or a value and a question) have the same name.

A target, or a name in a text, could mean either of them.

Bad: a question `refund` and an outcome `refund` in one tree.

Good: a question `refund` and an outcome `refund_late`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding
from .base import make

if TYPE_CHECKING:
    from ..schema.shapes import Fields

PAIRS = (
    ("questions", "outcomes", "a question"),
    ("questions", "values", "a question"),
)


def check(fields: Fields) -> Iterator[Finding]:
    """Report names that two things share; the second one is pointed at."""
    for first, second, what in PAIRS:
        taken = fields.get(first) or {}
        for name, (key, _) in (fields.get(second) or {}).items():
            if name in taken:
                line = taken[name][0].span.line
                yield make(
                    __name__,
                    key.span,
                    f"`{name}` is already the name of {what}",
                    f"It stands in line {line}. Give one of them another name.",
                )
