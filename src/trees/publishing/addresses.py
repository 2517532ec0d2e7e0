"""Where every page stands, and how one links to another: in a site, or within one file.

Boundary: paths only; nothing is read or written. Every address is relative to the page, so the
site works below any prefix and from a folder on disk.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from typing import Protocol

#: The name of the page that lists the trees; no tree can have it.
INDEX = "index"
#: The name of a tree's map below that of the tree; no tree's name holds a slash.
MAP = "{}/map"
#: A folder's name that means the same on every disk and in every address.
SEGMENT = re.compile(r"(?=.*[^. ])[^\\/:?#%*\"<>|\x00-\x1f]+")


def folder_within(path: str) -> str | None:
    """Return a folder of the site as its pages' prefix; None for a path that leads out of it."""
    segments = path.removesuffix("/").split("/") if path else []
    return "/".join(segments) if all(map(SEGMENT.fullmatch, segments)) else None


@dataclass(frozen=True, slots=True)
class Place:
    """Where the nodes of a tree stand, as one page writes it.

    ``page`` is the page's address, empty for the page that writes. Where several trees share one,
    ``prefix`` is what all ids of this tree begin with there (``refund/``); no name holds a slash.
    """

    page: str = ""
    prefix: str = ""

    def anchor(self, name: str) -> str:
        """Return the id that a node has there."""
        return f"{self.prefix}{name}"

    def link(self, name: str = "") -> str:
        """Return the address of a node there; without a name, that of the tree."""
        fragment = self.anchor(name)
        return f"{self.page}#{fragment}" if fragment else self.page


class Layout(Protocol):
    """Where the pages of trees stand, and the page ``INDEX`` that lists them."""

    @property
    def lists(self) -> bool:
        """Whether there is a page that lists the trees."""
        ...

    def page(self, name: str) -> str:
        """Return a page's address."""
        ...

    def between(self, page: str, target: str) -> str:
        """Return the address of ``target`` as the page at the address ``page`` writes it."""
        ...

    def place(self, name: str) -> Place:
        """Return where the nodes of a tree stand, as its own page writes it."""
        ...


@dataclass(frozen=True, slots=True)
class Addresses:
    """The paths of a site's pages, from its root; each page is a document.

    ``prefix`` is the folder that the trees lie in (``trees``), empty for the root itself.
    """

    prefix: str = "trees"
    directories: bool = True

    lists = True

    def source(self, name: str) -> str:
        """Return the path that a page would have among the hand-written ones: ``trees/x.md``."""
        return posixpath.join(self.prefix, f"{name}.md")

    def page(self, name: str) -> str:
        """Return a page's address: ``trees/refund/``, or ``trees/refund.html``."""
        if not self.directories:
            return posixpath.join(self.prefix, f"{name}.html")
        folder = self.prefix if name == INDEX else posixpath.join(self.prefix, name)
        return f"{folder}/" if folder else ""

    def between(self, page: str, target: str) -> str:
        """Return the address of ``target`` as the page at the address ``page`` writes it."""
        folder = page if page.endswith("/") else posixpath.dirname(page)
        relative = posixpath.relpath(target or ".", folder or ".")
        return relative + "/" if target.endswith("/") or not target else relative

    def place(self, name: str) -> Place:
        """Return where the nodes of a tree stand: a document is theirs alone."""
        return Place()


@dataclass(frozen=True, slots=True)
class OneDocument:
    """The pages of a file that holds them all, with or without one that lists the trees."""

    lists: bool = True

    def page(self, name: str) -> str:
        """Return a page's address: ``#refund/``, or ``#`` for the list, which comes first."""
        return self.place(name).link() or "#"

    def between(self, page: str, target: str) -> str:
        """Return ``target``: one document writes an address the same everywhere."""
        return target

    def place(self, name: str) -> Place:
        """Return where the nodes of a tree stand: behind its name. The list needs none."""
        return Place(prefix="" if name == INDEX else f"{name}/")
