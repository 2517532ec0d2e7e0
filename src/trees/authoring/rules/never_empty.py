"""A question says what to show when it is left out, but it cannot be left out.

`if_empty` stands in texts when the reader leaves the answer out. Without `optional: yes` nobody
can, so these words would never be seen.

Bad:

    kind: text
    if_empty: not known

Good:

    kind: text
    optional: yes
    if_empty: not known
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from trees.engine.tree import Question

from ..findings import Finding
from .base import make

if TYPE_CHECKING:
    from ..schema.shapes import Fields


def check(question: Question, fields: Fields) -> Iterator[Finding]:
    """Report words for an answer left out, where none can be."""
    settings = question.settings
    unread = "optional" in fields.entries and "optional" not in settings
    if "if_empty" in settings and not settings.get("optional") and not unread:
        yield make(
            __name__,
            fields.entries["if_empty"].key.span,
            "`if_empty` is never shown, for this answer cannot be left out",
            "Add `optional: yes`, or remove `if_empty`.",
        )
