"""An outcome cites no source.

What a guide advises should be something that readers, and reviewers, can look up. Trees that are
not on the list of guides (`listed: no`) are left out.

Bad:

    reason: A card refund takes up to 20 business days.

Good:

    reason: A card refund takes up to 20 business days. [@aliexpress-refund-times]
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding
from ..prose import citations
from .base import make

if TYPE_CHECKING:
    from ..subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Report the outcomes of listed trees that cite nothing."""
    draft = subject.draft
    if not draft.listed:
        return
    citing = {prose.owner for prose in draft.prose if any(citations(prose.node.value))}
    for name, outcome in draft.outcomes.items():
        if name not in citing and outcome.reason:
            yield make(
                __name__,
                outcome.key.span,
                f"The outcome `{name}` cites no source",
                "Add `[@source]` after a claim, and the source to sources.yaml.",
                "warning",
            )
