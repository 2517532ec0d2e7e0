"""Where everything of a site lies, and how one page links to another.

Boundary: paths only; nothing is read or written. Every address is relative to the page, so the
site works below any prefix and from a folder on disk.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Addresses:
    """The paths of a site's pages, from its root. ``prefix`` is where the trees lie (``trees``)."""

    prefix: str = "trees"
    directories: bool = True

    def source(self, name: str) -> str:
        """Return the path that a page would have among the hand-written ones: ``trees/x.md``."""
        return f"{self.prefix}/{name}.md"

    def page(self, name: str) -> str:
        """Return a page's address: ``trees/refund/``, or ``trees/refund.html``."""
        if name == "index":
            return f"{self.prefix}/" if self.directories else f"{self.prefix}/index.html"
        return f"{self.prefix}/{name}/" if self.directories else f"{self.prefix}/{name}.html"

    def between(self, page: str, target: str) -> str:
        """Return the address of ``target`` as the page at the address ``page`` writes it."""
        folder = page if page.endswith("/") else posixpath.dirname(page)
        relative = posixpath.relpath(target or ".", folder or ".")
        return relative + "/" if target.endswith("/") or not target else relative
