"""A number stands in a text without its source.

Deadlines, sums and shares are what readers rely on most, and what changes first. Cite them in the
same paragraph. Trees that are not on the list of guides (`listed: no`) are left out.

Bad:

    reason: A refund takes up to 20 business days.

Good:

    reason: A refund takes up to 20 business days. [@aliexpress-refund-times]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding
from .base import make

if TYPE_CHECKING:
    from ..style import Guide

#: A number together with what it counts.
CLAIM = re.compile(
    r"\b\d+(?:[.,]\d+)?\s?(?:%|percent\b|(?:business |working )?days?\b|weeks?\b|months?\b|years?\b"
    r"|hours?\b|EUR\b|USD\b|euros?\b|dollars?\b)",
    re.IGNORECASE,
)
PARAGRAPH = re.compile(r"\n\s*\n")


def check(guide: Guide) -> Iterator[Finding]:
    """Report paragraphs of listed trees that name a number and cite nothing."""
    for where, text in guide.texts() if guide.document.listed else ():
        for paragraph in PARAGRAPH.split(text):
            claim = CLAIM.search(paragraph)
            if claim and "[@" not in paragraph:
                yield make(
                    __name__,
                    guide.span(*where),
                    f"“{claim.group()}” stands here without a source",
                    "Add `[@source]` to this paragraph.",
                    "advice",
                )
