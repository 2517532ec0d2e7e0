"""One file that holds trees, the look and the engine: opened from disk, it needs nothing else.

Boundary: trees in, the bytes of an HTML file out; who writes them, and where, is the caller's. The
readable part comes first and the engine last, so that the first question stands there before
anything is unpacked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from hashlib import sha256

from markupsafe import Markup, escape

from trees.authoring.document import Document, Source

from .addresses import INDEX, OneDocument
from .assets import Asset, compiled
from .issues import issues_of
from .kit import Kit, blocks
from .page import Page
from .sayings import day_words
from .site import Site
from .templating import render
from .words import ENGLISH, Words


@dataclass(frozen=True, slots=True)
class About:
    """What a file says of itself: whose trees it holds, when it was made, where newer ones are.

    ``note`` is a sentence of the owner's, in which tags are passed over; it, ``address`` and
    ``repository``, where the trees' sources are, may be empty.
    """

    name: str
    day: date
    note: str = ""
    address: str = ""
    repository: str = ""

    @property
    def link(self) -> str:
        """The address where it leads to a site; nothing else is ever made a link."""
        return self.address if self.address.lower().startswith(("https://", "http://")) else ""

    @property
    def link_words(self) -> str:
        """The address as people write it."""
        return self.link.partition("://")[2].rstrip("/")

    @property
    def plain_note(self) -> str:
        """The note without tags."""
        return Markup(self.note).striptags()  # noqa: S704  (what is left is escaped again)


@dataclass(frozen=True, slots=True)
class OneFile:
    """A file that is ready to be written: its parts, in order."""

    parts: tuple[bytes, ...]

    @property
    def size(self) -> int:
        """How many bytes it has."""
        return sum(map(len, self.parts))


@dataclass(frozen=True)
class OneFiles:
    """Makes the files of some trees. Each page is made once, however many files it is in."""

    documents: Mapping[str, Document]
    sources: Mapping[str, Source]
    kit: Kit
    about: About
    words: Words = field(default_factory=lambda: ENGLISH)
    #: What the documents translate.
    originals: Mapping[str, Document] = field(default_factory=dict)
    #: Where each tree has a page that others can open, too.
    online: Mapping[str, str] = field(default_factory=dict)

    def of_tree(self, name: str) -> OneFile:
        """Return the file that opens with one tree, and holds whatever that leads to."""
        found = [name]
        for one in found:
            found += sorted(self._unlisted[one].leads_to - {*found})
        return self._bound({name: self._unlisted[name] for name in found})

    def of_all(self) -> OneFile:
        """Return the file that opens with the list of trees, and holds every tree."""
        site = self._site(OneDocument())
        trees = {name: site.tree(name) for name in sorted(self.documents)}
        return self._bound({INDEX: site.index(), **trees})

    @cached_property
    def _unlisted(self) -> Mapping[str, Page]:
        """Every tree as it stands in a file that has no list."""
        site = self._site(OneDocument(lists=False))
        return {name: site.tree(name) for name in self.documents}

    def _site(self, layout: OneDocument) -> Site:
        return Site(
            self.documents,
            self.sources,
            layout,
            self.kit.browser,
            words=self.words,
            issues=issues_of(self.about.repository),
            originals=self.originals,
            online=self.online,
        )

    def _bound(self, pages: Mapping[str, Page]) -> OneFile:
        trees = tuple(
            compiled(self.documents[name].tree) for name in pages if name in self.documents
        )
        html = render(
            "one_file.html",
            about=self.about,
            kit=self.kit,
            pages=[(OneDocument().place(name).anchor(""), page) for name, page in pages.items()],
            saved=self._saved(_version(self.kit, pages.values(), trees)),
            words=self.words,
        )
        return OneFile((html.encode(), blocks(trees), self.kit.blocks, b"</body>\n</html>\n"))

    def _saved(self, version: str) -> Markup:
        day = Markup('<time datetime="{}">{}</time>')
        said = {
            "day": day.format(self.about.day, day_words(self.about.day, self.words)),
            "version": version,
        }
        return escape(self.words["file-saved"]).format(**said)


def _version(kit: Kit, pages: Iterable[Page], trees: Iterable[Asset]) -> str:
    """Return a digest of all that readers can notice: not the day, not the owner's words."""
    whole = sha256(kit.policy.encode() + kit.blocks)
    for page in pages:
        whole.update(page.html.encode())
    for tree in trees:
        whole.update(tree.content)
    return whole.hexdigest()[:12]
