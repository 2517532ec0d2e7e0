"""Where everything of a site lies, and how one page links to another.

Boundary: paths only; nothing is read or written. Every address is relative to the page, so the
site works below any prefix and from a folder on disk.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass

#: The name of the page that lists the trees; no tree can have it.
INDEX = "index"
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
        return f"{self.page}#{fragment}" if fragment or not self.page else self.page


#: A page of its own, as every tree has in a site.
HERE = Place()


@dataclass(frozen=True, slots=True)
class Addresses:
    """The paths of a site's pages, from its root.

    ``prefix`` is the folder that the trees lie in (``trees``), empty for the root itself.
    """

    prefix: str = "trees"
    directories: bool = True

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
