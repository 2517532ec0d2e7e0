"""The page that says how the trees know: every source, what rests on it, and who disagrees.

Boundary: documents and sources in, one page out. What today is does not matter here: the page says
until when a source keeps, and the reader's device whether that day has passed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, groupby

from markupsafe import Markup, escape

from trees.authoring.decode.sources import SURE
from trees.authoring.document import Document, Source
from trees.authoring.prose import citations

from .citations import notes, published, web_address
from .nodes import fallback_words
from .page import Language, Page
from .sayings import counted, number_words
from .slots import unfilled
from .templating import render
from .words import Words

#: The name of the page: that of the file of sources, which no tree can have.
KNOWS = "sources"

#: The address of a node as the page writes it, by the name of its tree and its own.
type NodeLink = Callable[[str, str], str]


@dataclass(frozen=True, slots=True)
class Use:
    """A node that cites a source: its tree, where it stands, and its title."""

    tree: str
    tree_title: str
    href: str
    title: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A source on the page, with the nodes that cite it, by the titles of their trees."""

    source: Source
    link: str
    notes: tuple[Markup, ...]
    keeps: Markup
    uses: tuple[tuple[str, tuple[Use, ...]], ...]
    count: int
    counted: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two sources that say different things, or one that does, and where both sides are told.

    ``title`` is the first sentence of what it is about, ``more`` the others.
    """

    title: str
    more: str
    sides: tuple[Source, ...]
    told: tuple[Use, ...]


def knows_page(
    documents: list[Document],
    sources: Mapping[str, Source],
    link: NodeLink,
    languages: tuple[Language, ...],
    words: Words,
) -> Page:
    """Return the page of all sources; ``documents`` are those that readers find in the index."""
    uses = _uses(documents, link, words)
    entries = [_entry(source, uses[name], words) for name, source in sources.items()]
    sorts = {sure: [one for one in entries if one.source.sure == sure] for sure in SURE}
    html = render(
        "knows.html",
        sorts={sure: ones for sure, ones in sorts.items() if ones},
        conflicts=list(_conflicts(sources, uses)),
        languages=languages,
        words=words,
    )
    parts = (f"part.{name}" for name in ("knows", "disagree", *SURE))
    anchors = frozenset((*parts, *sources))
    title, summary = words["knows"], words["knows-summary"]
    # Whoever searches wants the answers, which say it in the words of readers.
    search = render("knows_search.html", title=title, summary=summary)
    return Page(title, summary, html, search=search, anchors=anchors)


def _entry(source: Source, uses: list[Use], words: Words) -> Entry:
    by_tree = groupby(uses, key=lambda use: use.tree_title)
    return Entry(
        source=source,
        link=web_address(source),
        notes=notes(source, words),
        keeps=escape(words["source-keeps"]).format(day=published(f"{source.best_before}", words)),
        uses=tuple((title, tuple(group)) for title, group in by_tree),
        count=len(uses),
        counted=counted(words, "knows-uses", len(uses), count=number_words(len(uses), words)),
    )


def _conflicts(sources: Mapping[str, Source], uses: Mapping[str, list[Use]]) -> Iterator[Conflict]:
    for source in sources.values():
        for other, about in source.disagrees:
            title, _, more = about.partition(". ")
            if other == source.id:
                yield Conflict(title, more, (source,), ())
            elif other in sources:
                both = tuple(use for use in uses[source.id] if use in uses[other])
                yield Conflict(title, more, (source, sources[other]), both)


def _uses(documents: list[Document], link: NodeLink, words: Words) -> Mapping[str, list[Use]]:
    """Return the nodes that cite each source, in the order in which readers meet them."""
    uses: dict[str, list[Use]] = defaultdict(list)
    for document in documents:
        tree = document.tree
        for node, title, texts in _texts(document, words):
            use = Use(tree.id, tree.title, link(tree.id, node), title)
            for name in {mark.name: None for text in texts for mark in citations(text)}:
                uses[name].append(use)
    return uses


def _texts(document: Document, words: Words) -> Iterator[tuple[str, str, list[str]]]:
    """Return each node's name, its title in words alone, and the texts that may cite."""
    slots = fallback_words(document, words)
    for name, question in document.questions.items():
        hints = (option.hint for option in question.options.values())
        yield name, document.tree.questions[name].ask, [question.hint, *hints]
    for name, outcome in document.outcomes.items():
        texts = chain([outcome.reason], outcome.steps, outcome.read)
        yield name, unfilled(outcome.title, slots), list(texts)
