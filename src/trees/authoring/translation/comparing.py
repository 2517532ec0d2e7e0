"""Whether each translation says what its original says: present, fresh, and with nothing lost.

Boundary: texts and an overlay in, findings out, with the keys of what is fit to be shown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from ..findings import Finding
from ..prose import Mark, citations, gaps, links, placeholders
from ..rules import (
    lost_citation,
    lost_gap,
    lost_link,
    lost_placeholder,
    missing_translation,
    stale_translation,
)
from ..source import TextNode
from .overlay import Entry, Overlay
from .placing import Keys
from .texts import Texts

#: What a translation must hold as often as its original, and what words the difference.
MARKS: tuple[tuple[Callable[[str], Iterator[Mark]], Callable[..., Finding]], ...] = (
    (placeholders, lost_placeholder.found),
    (citations, lost_citation.found),
    (links, lost_link.found),
    (gaps, lost_gap.found),
)


def compare(texts: Texts, overlay: Overlay, findings: list[Finding]) -> dict[Keys, TextNode]:
    """Report what is missing, stale or lost; return the translations that are fit to be shown."""
    fit: dict[Keys, TextNode] = {}
    for keys, text in texts.items():
        if keys in overlay.broken:
            continue
        found = list(_differences(keys, text, overlay))
        findings.extend(found)
        entry = overlay.entries.get(keys)
        if entry and entry.said and not found:
            fit[keys] = entry.said
    return fit


def _differences(keys: Keys, text: str, overlay: Overlay) -> Iterator[Finding]:
    entry = overlay.entries.get(keys)
    name = ".".join(keys)
    if entry is None or entry.said is None:
        yield missing_translation.found(overlay.nearest(keys), name, overlay.language)
    elif is_stale(entry, text):
        yield stale_translation.found(entry.key.span, name, text)
    else:
        yield from _lost(text, entry.said)


def is_stale(entry: Entry, text: str) -> bool:
    """Whether a translation was made from another text than the one that is there now."""
    return entry.was is not None or entry.original is None or differs(entry.original.value, text)


def differs(one: str, other: str) -> bool:
    """Whether two texts differ in more than the places where their lines are broken."""
    return one.split() != other.split()


def _lost(text: str, said: TextNode) -> Iterator[Finding]:
    for marks, found in MARKS:
        wanted = [mark.name for mark in marks(text)]
        there = list(marks(said.value))
        if wanted == [mark.name for mark in there]:
            continue
        left = Counter(wanted)
        for name in left - Counter(mark.name for mark in there):
            yield found(said.span, name)
        for mark in there:
            left[mark.name] -= 1
            if left[mark.name] < 0:
                yield found(said.span_of(mark.start, mark.end), mark.name, added=True)
