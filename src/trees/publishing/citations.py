"""The sources of one node: numbered as its texts cite them, listed below them.

Boundary: turns ``Source`` values into what the templates show. How sure a source is stands in
words in the list, and right at the claim where it was never confirmed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from markupsafe import Markup, escape

from trees.authoring.document import Source

from .sayings import day_words, month_words
from .words import Words

WHEN = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")

#: A source published this many years before it was checked is shown with its date.
OLD_AFTER_YEARS = 2


@dataclass(frozen=True, slots=True)
class Cited:
    """One entry of a node's list of sources."""

    anchor: str
    number: int
    source: Source
    link: str
    notes: tuple[Markup, ...]


class Citations:
    """Collects what the texts of one node cite, in the order in which they cite it."""

    def __init__(self, anchor: str, sources: Mapping[str, Source], words: Words) -> None:
        """Begin with nothing cited; ``anchor`` is the node's id in the page."""
        self._anchor = anchor
        self._sources = sources
        self._words = words
        self._cited: dict[str, Cited] = {}

    def cite(self, name: str, *, linked: bool) -> Markup | None:
        """Return the superscript number of a source, or None if there is no such source."""
        source = self._sources.get(name)
        if source is None:
            return None
        cited = self._cited.setdefault(name, self._entry(source))
        mark = self._link(cited) if linked else cited.number
        return Markup('<sup class="dt-cite">{}</sup>').format(mark) + self._doubt(source)

    @property
    def entries(self) -> tuple[Cited, ...]:
        """What was cited so far; each says which of the others tells it otherwise."""
        return tuple(
            replace(one, notes=(*one.notes, *self._otherwise(one))) for one in self._cited.values()
        )

    def _otherwise(self, cited: Cited) -> Iterator[Markup]:
        for other in self._cited.values():
            if disagree(cited.source, other.source):
                key = "source-itself" if other is cited else "source-otherwise"
                yield escape(self._words[key]).format(number=other.number)

    def _link(self, cited: Cited) -> Markup:
        label = self._words["cite"].format(number=cited.number)
        link = Markup('<a href="#{}" aria-label="{}">{}</a>')
        return link.format(cited.anchor, label, cited.number)

    def _doubt(self, source: Source) -> Markup:
        if source.sure != "reported":
            return Markup("")
        words = self._words["sure.reported"]
        return Markup(' <span class="dt-reported">({})</span>').format(words)

    def _entry(self, source: Source) -> Cited:
        number = len(self._cited) + 1
        anchor, link = f"{self._anchor}.source.{number}", web_address(source)
        return Cited(anchor, number, source, link, notes(source, self._words))


def disagree(one: Source, other: Source) -> bool:
    """Whether one of two sources is said to tell it otherwise than the other."""
    return other.id in dict(one.disagrees) or one.id in dict(other.disagrees)


def web_address(source: Source) -> str:
    """Return the address of a source where it can be a link, else nothing."""
    return source.address if source.address.lower().startswith("https://") else ""


def notes(source: Source, words: Words) -> tuple[Markup, ...]:
    """Return how sure a source is, its date where it is old, and when it was checked."""
    sure = escape(words[f"sure.{source.sure}"])
    old = escape(words["source-published"]).format(when=published(source.published, words))
    checked = escape(words["source-checked"]).format(day=published(f"{source.checked}", words))
    return (sure, old, checked) if _is_old(source) else (sure, checked)


def published(when: str, words: Words) -> Markup:
    """Return the year, month or day of a publication as an element that scripts can read."""
    if not WHEN.fullmatch(when):
        return escape(when)
    try:
        day = date.fromisoformat((when + "-01-01")[:10])
    except ValueError:
        return escape(when)
    said = {4: when, 7: month_words(day, words), 10: day_words(day, words)}[len(when)]
    return Markup('<time datetime="{}">{}</time>').format(when, said)


def _is_old(source: Source) -> bool:
    year = source.published[:4]
    return year.isdigit() and int(year) + OLD_AFTER_YEARS <= source.checked.year
