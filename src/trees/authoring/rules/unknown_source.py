"""A text cites a source that sources.yaml does not have, or a source disagrees with one.

Readers see where each claim comes from. Add the source to `sources.yaml`, or correct the name.

Bad:

    reason: A refund takes 20 days. [@refund-tims]

Good:

    reason: A refund takes 20 days. [@refund-times]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding, Span
from ..prose import citations
from ..suggest import did_you_mean
from .base import make

if TYPE_CHECKING:
    from ..subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Report citations of sources that there are not."""
    if subject.sources is None:
        return
    for prose in subject.draft.prose:
        for mark in citations(prose.node.value):
            if mark.name not in subject.sources:
                span = prose.node.span_of(mark.start, mark.end)
                yield named(span, mark.name, subject.sources)


def named(span: Span, name: str, sources: frozenset[str]) -> Finding:
    """Report the name of a source that there is not."""
    hint = _hint(name, sources)
    return make(__name__, span, f"There is no source called `{name[:60]}`", hint)


def _hint(name: str, sources: frozenset[str]) -> str:
    if "," in name or ";" in name:
        each = [part.strip().lstrip("@") for part in re.split("[,;]", name)]
        return f"Give each source brackets of its own: {' '.join(f'[@{one}]' for one in each)}"
    return did_you_mean(name, sources, "Add it to sources.yaml.")
