"""All pages and files that a project of trees becomes.

Boundary: a project in, pages and assets as values out. Pages are made when they are asked for, so
that a dirty rebuild does no work for pages that are not shown.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, replace
from functools import cached_property

from markupsafe import Markup

from trees.authoring.document import Document, Source
from trees.authoring.proof.certificate import Certificate
from trees.engine.tree import Tree

from . import assets, connected, page
from .addresses import INDEX, MAP, Layout
from .broken import Broken
from .graph import graph
from .issues import Issues
from .knows import KNOWS, knows_page
from .maps.page import MapLinks, map_page
from .nodes import Nodes
from .page import Card, Frame, Language, Page, Save
from .proven import Proven, proven_words
from .words import ENGLISH, Words, element_words


@dataclass(frozen=True)
class Site:
    """What a project is published as.

    ``documents`` may hold the last good version of a tree whose file is broken now; ``broken``
    holds the findings of such files, rendered, by tree; ``elsewhere`` those of other files.
    """

    documents: Mapping[str, Document]
    sources: Mapping[str, Source]
    addresses: Layout
    browser: assets.Browser
    broken: Mapping[str, Broken] = field(default_factory=dict)
    elsewhere: str = ""
    words: Words = field(default_factory=lambda: ENGLISH)
    #: What is proven, by tree, and the address of the page that explains it (empty: none).
    certificates: Mapping[str, Certificate] = field(default_factory=dict)
    explained: str = ""
    #: Whether there is a page of all sources.
    tells_sources: bool = False
    #: Whether each tree has a page that shows it as a map.
    maps: bool = False
    #: Where others find each tree's page, if not here: a file on a disk is nobody else's.
    online: Mapping[str, str] = field(default_factory=dict)
    #: Where readers can say whether a page has helped.
    issues: Issues | None = None
    #: The files that pages offer to save, by the name of the page.
    downloads: Mapping[str, assets.Download] = field(default_factory=dict)
    #: What the documents translate, and the languages that each page is to be had in.
    originals: Mapping[str, Document] = field(default_factory=dict)
    languages: Mapping[str, tuple[Language, ...]] = field(default_factory=dict)

    @cached_property
    def compiled(self) -> Mapping[str, assets.Asset]:
        """The compiled trees, as files, by tree."""
        return {name: assets.compiled(document.tree) for name, document in self.documents.items()}

    @cached_property
    def trees(self) -> Mapping[str, Tree]:
        """The trees alone."""
        return {name: document.tree for name, document in self.documents.items()}

    @cached_property
    def groups(self) -> Mapping[str, tuple[str, ...]]:
        """The trees that belong together with each tree."""
        return connected.groups(self.trees)

    @cached_property
    def listed(self) -> list[Document]:
        """The documents of the index, those first that lead to the most other trees."""
        ordered = [self.documents[name] for name in connected.widest_first(self.trees)]
        return [document for document in ordered if document.listed]

    @property
    def said(self) -> Mapping[str, tuple[str, ...]]:
        """Readers' own words by the address of what they should lead to, for each listed tree."""
        return {
            self.addresses.page(document.tree.id) + (f"#{node}" if node else ""): words
            for document in self.listed
            for node, words in {"": (), **document.said}.items()
        }

    @property
    def files(self) -> tuple[assets.Asset, ...]:
        """Every file that the pages load."""
        return (*self.compiled.values(), *self.browser.assets)

    @property
    def names(self) -> list[str]:
        """The trees that have a page, broken ones among them."""
        return sorted({*self.documents, *self.broken})

    def path(self, name: str) -> str:
        """Return the path of the file that a page is made of, or nothing."""
        if name in self.documents:
            return self.documents[name].path
        return self.broken[name].path if name in self.broken else ""

    def title(self, name: str) -> str:
        """Return a tree's title, or its name where there is no good version of it."""
        return self.documents[name].tree.title if name in self.documents else name

    def tree(self, name: str, edit: str = "") -> Page:
        """Return the page of a tree; ``edit`` is the address where it can be changed."""
        if name not in self.documents:
            heading = self.words["broken-title-first"]
            return Page(name, "", page.broken_panel(heading, self.broken[name].findings))
        made = self._tree(self.documents[name], edit)
        if name not in self.broken:
            return made
        panel = page.broken_panel(self.words["broken-title"], self.broken[name].findings)
        return replace(made, html=panel + made.html)

    def map(self, name: str) -> Page:
        """Return the page that shows a tree as a map."""
        tree, here = self.addresses.page(name), self.addresses.page(MAP.format(name))
        links = MapLinks(
            guide=self.addresses.between(here, tree),
            trees={
                other: self.addresses.between(here, self.addresses.page(other))
                for other in self.groups[name]
            },
            languages=self._languages(MAP.format(name)),
        )
        return map_page(graph(self.documents[name], self.words, self.title), links, self.words)

    def index(self) -> Page:
        """Return the index of the listed trees."""
        made = page.index_page(
            self.cards(self.addresses.page(INDEX)),
            self._languages(INDEX),
            self._save(INDEX),
            self.words,
        )
        if not self.elsewhere:
            return made
        panel = page.broken_panel(self.words["broken-other"], self.elsewhere)
        return replace(made, html=panel + made.html)

    def save_all(self, root: str) -> Markup:
        """Return the link to the file of all trees, for a page from which ``root`` leads here.

        Empty where the site offers none.
        """
        download = self.downloads.get(INDEX)
        if download is None:
            return Markup()
        save = Save(f"{root}{download.path}", download.size, whole=True)
        return page.save_html(save, self.words)

    def knows(self) -> Page:
        """Return the page of all sources, and of what rests on them."""

        def link(tree: str, node: str) -> str:
            return f"{self._to(KNOWS, tree)}#{self.addresses.place(tree).anchor(node)}"

        return knows_page(self.listed, self.sources, link, self._languages(KNOWS), self.words)

    def cards(self, here: str) -> list[Card]:
        """Return the listed trees as cards, for the page at the address ``here``."""
        return [
            Card(
                self.addresses.between(here, self.addresses.page(document.tree.id)),
                document.tree.title,
                document.summary,
            )
            for document in self.listed
        ]

    def _tree(self, document: Document, edit: str) -> Page:
        name = document.tree.id
        linked: set[str] = set()

        def link(other: str) -> tuple[str, str] | None:
            if other not in self.documents and other not in self.broken:
                return None
            linked.add(other)
            return self._to(name, other), self.title(other)

        place = self.addresses.place(name)
        nodes = Nodes(
            document, self.sources, place, link, self.words, self.originals.get(name)
        ).all()
        made = page.tree_page(self._frame(document, edit), nodes, self.words)
        return replace(made, leads_to=frozenset(linked))

    def _frame(self, document: Document, edit: str) -> Frame:
        name = document.tree.id
        here = self.addresses.page(name)
        return Frame(
            id=name,
            title=document.tree.title,
            summary=document.summary,
            index=self._to(name, INDEX) if self.addresses.lists else "",
            config=assets.compact(self.config(name)),
            edit=edit,
            save=self._save(name),
            knows=self._to(name, KNOWS) if self.tells_sources else "",
            proven=self._proven(name),
            languages=self._languages(name),
            lang=ENGLISH["language"] if "title" in document.foreign else "",
            said=document.said.get("", ()),
            map=self._to(name, MAP.format(name)) if self.maps else "",
            opening=self.browser.opening and self.addresses.between(here, self.browser.opening),
            modules=tuple(self.addresses.between(here, path) for path in self.browser.modules),
        )

    def _languages(self, name: str) -> tuple[Language, ...]:
        """Return the other languages of the page ``name``, their addresses as it writes them."""
        here = self.addresses.page(name)
        return tuple(
            replace(one, href=self.addresses.between(here, one.href))
            for one in self.languages.get(name, ())
        )

    def _proven(self, name: str) -> Proven | None:
        """Return what the page ``name`` says of its proof, if there is one."""
        if name not in self.certificates:
            return None
        here = self.addresses.page(name)
        href = self.addresses.between(here, self.explained) if self.explained else ""
        return Proven(proven_words(self.certificates[name], self.words), href)

    def _save(self, name: str) -> Save | None:
        """Return the link to what the page ``name`` offers to save."""
        download = self.downloads.get(name)
        if download is None:
            return None
        href = self.addresses.between(self.addresses.page(name), download.path)
        return Save(href, download.size, whole=download is self.downloads.get(INDEX))

    def _to(self, name: str, other: str) -> str:
        """Return the address of another page as the page ``name`` writes it."""
        return self.addresses.between(self.addresses.page(name), self.addresses.page(other))

    def bundle(self, to: Callable[[str], str]) -> dict[str, str] | None:
        """Return what the engine is started from; ``to`` writes a path as an address."""
        bundle = self.browser.bundle
        if bundle is None:
            return None
        paths = {"scripts", "wasm", "library", "engine"}
        return {key: to(at) if key in paths else at for key, at in asdict(bundle).items()}

    def config(self, name: str) -> dict[str, object]:
        """Return what the element needs to know, its addresses relative to the tree's page."""
        here = self.addresses.page(name)

        def to(path: str) -> str:
            return self.addresses.between(here, path) if path else ""

        return {
            "runtime": self.bundle(to),
            "worker": to(self.browser.worker),
            "trees": {
                other: {
                    "data": to(self.compiled[other].path),
                    "page": to(self.addresses.page(other)),
                    "title": self.title(other),
                }
                for other in self.groups[name]
            },
            "online": self.online.get(name, ""),
            "issues": asdict(self.issues) if self.issues else None,
            "words": element_words(self.words),
        }
