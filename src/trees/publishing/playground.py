"""The playground's page, and the files that it alone loads.

Boundary: a site and the texts of its trees in; a page and assets out. What happens on the page is
decided by ``browser/playground``, and what the checker says by ``workbench``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import urlsplit

from trees.authoring.fresh import fresh_tree

from .addresses import Addresses
from .assets import BROWSER, ROOT, Asset, compact
from .page import Page
from .site import Site
from .templating import render
from .words import playground_words

#: The page's path among the hand-written ones.
URI = "playground/index.md"
FOLDER = BROWSER / "_playground"
PARTS = {
    "script": "page.js",
    "worker": "worker.js",
    "checker": "checker.zip",
    "style": "playground.css",
}
#: What a new tree is called until somebody names it.
FRESH = "my-tree"
#: Hosts that begin a new file under the name that an address says, and how it says it.
NEW_FILES = {"github.com": "filename", "gitlab.com": "file_name"}


@dataclass(frozen=True)
class Playground:
    """What the page is made of. ``texts`` are those of all files, by path."""

    site: Site
    addresses: Addresses
    texts: Mapping[str, str]
    #: The folder of the trees' files, and whether the site explains the rules.
    folder: str
    rules: bool
    parts: Mapping[str, bytes]

    @cached_property
    def assets(self) -> tuple[Asset, ...]:
        """The files that the page loads."""
        files = {f"{self._root}/{name}": content for name, content in self.parts.items()}
        files[self._texts_path] = self._texts
        return tuple(Asset(path, content) for path, content in files.items())

    def page(self, edits: Mapping[str, str]) -> Page:
        """Return the page; ``edits`` says where the file of each tree can be changed."""
        words = self.site.words
        html = render(
            "playground.html",
            words=words,
            config=compact(self._config(edits)),
            trees=self._trees(edits),
            **{name: self._to(f"{self._root}/{PARTS[name]}") for name in ("script", "style")},
        )
        return Page(words["playground-title"], words["playground-summary"], html)

    @cached_property
    def _root(self) -> str:
        whole = sha256()
        for name, content in sorted(self.parts.items()):
            whole.update(f"{name}\0{len(content)}\0".encode() + content)
        return f"{ROOT}/playground-{whole.hexdigest()[:12]}"

    @cached_property
    def _texts(self) -> bytes:
        return compact(dict(self.texts)).encode()

    @property
    def _texts_path(self) -> str:
        return f"{ROOT}/texts-{sha256(self._texts).hexdigest()[:12]}.json"

    def _to(self, path: str) -> str:
        """Return an address as the playground's page writes it."""
        here = "playground/" if self.addresses.directories else "playground/index.html"
        return self.addresses.between(here, path)

    def _trees(self, edits: Mapping[str, str]) -> list[dict[str, str]]:
        named = {PurePosixPath(path).stem: path for path in self.texts}
        return [
            {
                "name": name,
                "title": self.site.title(name),
                "path": named[name],
                "edit": edits.get(name, ""),
                "page": self._to(self.addresses.page(name)),
            }
            for name in self.site.names
            if name in named
        ]

    def _config(self, edits: Mapping[str, str]) -> dict[str, Any]:
        edit = new_file(next(iter(edits.values()), ""))
        return {
            "runtime": self.site.bundle(self._to),
            "worker": self._to(f"{self._root}/{PARTS['worker']}"),
            "checker": self._to(f"{self._root}/{PARTS['checker']}"),
            "texts": self._to(self._texts_path),
            "directories": self.addresses.directories,
            "home": self._to(self.addresses.page(FRESH)),
            "rules": "../rules/" if self.rules else "",
            "folder": self.folder,
            "trees": self._trees(edits),
            "fresh": {"name": FRESH, "text": fresh_tree(FRESH), "edit": edit},
            "words": playground_words(self.site.words),
        }


def built_parts(folder: Path = FOLDER) -> dict[str, bytes]:
    """Return the files that have been built for the page; none where nothing was built."""
    paths = {name: folder / name for name in PARTS.values()}
    if not all(path.is_file() for path in paths.values()):
        return {}
    return {name: path.read_bytes() for name, path in paths.items()}


def new_file(edit: str) -> str:
    """Return the address of a new file beside one that can be changed, up to its name.

    Empty where the host is none that is known to begin a file with a name from its address.
    """
    parameter = NEW_FILES.get(urlsplit(edit).hostname or "")
    folder = edit.rpartition("/")[0]
    if not parameter or "/edit/" not in folder:
        return ""
    return f"{folder.replace('/edit/', '/new/', 1)}?{parameter}="
