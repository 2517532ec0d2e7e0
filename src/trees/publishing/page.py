"""The page of a tree, and what the site's search reads of it.

Boundary: a document in, HTML out, with the headings and anchors that it holds. Nothing of MkDocs:
whoever writes pages elsewhere (a command, a single file) calls the same functions.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from .nodes import Node, QuestionNode
from .proven import Proven
from .templating import render
from .words import ENGLISH, Words

CITATION = re.compile(r'<sup class="dt-cite">.*?</sup>')
LOOK_ALIKES: Mapping[int, str] = str.maketrans({"<": "‹", ">": "›", '"': "”", "'": "’"})


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its HTML, the same texts flat for search, its headings by anchor, its anchors.

    ``leads_to`` names the trees that its links lead to.
    """

    title: str
    summary: str
    html: Markup
    search: str = ""
    headings: tuple[tuple[str, str], ...] = ()
    anchors: frozenset[str] = frozenset()
    leads_to: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Save:
    """A link to one file: its address, and its size in bytes. ``whole``: it holds all trees."""

    href: str
    size: int
    whole: bool

    @property
    def megabytes(self) -> str:
        """The size as people read it."""
        return f"{self.size / 1e6:.1f}"


@dataclass(frozen=True, slots=True)
class Language:
    """A page in another language: the language's name on the web and its own, and the address."""

    code: str
    name: str
    href: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What a tree's page holds beside its nodes."""

    id: str
    title: str
    summary: str
    #: The page that lists all trees; empty where there is none.
    index: str
    config: str
    #: Where the tree can be changed; empty where nobody can.
    edit: str = ""
    #: The tree as one file.
    save: Save | None = None
    #: The page of all sources; empty where there is none.
    knows: str = ""
    #: What has been proven of the tree.
    proven: Proven | None = None
    #: What readers type who look for this tree.
    said: tuple[str, ...] = ()
    #: The page that shows the tree as a map; empty where there is none.
    map: str = ""
    #: The script that opens the page where its address leads.
    opening: str = ""
    #: What the page's script is made of, to be fetched at once instead of one after the other.
    modules: tuple[str, ...] = ()
    #: The other languages that the page is to be had in.
    languages: tuple[Language, ...] = ()
    #: The language of title and summary, where it is another than that of the page.
    lang: str = ""


def tree_page(frame: Frame, nodes: list[Node], words: Words) -> Page:
    """Return the page of a tree."""
    common = {"title": frame.title, "summary": frame.summary, "nodes": nodes, "words": words}
    html = render("tree.html", frame=frame, english=ENGLISH, **common)
    return Page(
        title=frame.title,
        summary=frame.summary,
        html=html,
        search=CITATION.sub("", render("search.html", said=frame.said, **common)),
        headings=tuple((node.anchor, node.title) for node in nodes),
        anchors=frozenset(anchor for node in nodes for anchor in _anchors(node)),
    )


@dataclass(frozen=True, slots=True)
class Card:
    """A tree on the index."""

    href: str
    title: str
    summary: str


def index_page(
    cards: list[Card], languages: tuple[Language, ...], save: Save | None, words: Words
) -> Page:
    """Return the index of all trees; ``save`` is the file that holds all of them."""
    html = render("index.html", cards=cards, languages=languages, save=save, words=words)
    return Page(words["index-title"], words["index-summary"], html, search=html)


def cards_html(cards: list[Card], words: Words) -> Markup:
    """Return the list of trees alone, to stand in a page written by hand."""
    return render("cards.html", cards=cards, words=words)


def save_html(save: Save, words: Words) -> Markup:
    """Return a link to a file that readers can save, to stand in a page written by hand."""
    return render("save.html", save=save, words=words)


def broken_panel(heading: str, findings: str) -> Markup:
    """Return findings as a panel of a page."""
    return render("broken.html", heading=heading, findings=findings)


def _anchors(node: Node) -> list[str]:
    forks = [fork.anchor for fork in node.exits.forks] if isinstance(node, QuestionNode) else []
    return [node.anchor, *forks, *(cited.anchor for cited in node.sources)]


def look_alike(text: str) -> str:
    """Return a text whose angle brackets and quotes are look-alikes: it is never markup."""
    return text.translate(LOOK_ALIKES)


def chrome(text: str) -> str:
    """Return a text for the frame of a theme, which may show it raw or take escapes away again.

    Without angle brackets and quotes, no order of escaping makes markup of it.
    """
    return look_alike(text).replace("&", "&amp;")
