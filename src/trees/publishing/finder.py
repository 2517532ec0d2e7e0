"""The finder: every place of the guides with readers' own words for it, and the field to ask in.

Boundary: a site's documents in; two files and a piece of a page out. What fits a reader's words is
decided by ``browser/finder``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

from markupsafe import Markup

from trees.authoring.document import Document

from .addresses import Addresses
from .assets import BROWSER, ROOT, Asset, compact
from .nodes import fallback_words
from .site import Site
from .slots import unfilled
from .templating import render
from .words import finder_words

SCRIPT = BROWSER / "_parts" / "finder.js"


@dataclass(frozen=True)
class Finder:
    """What the field needs. ``script`` is the finder's own, as it was built."""

    site: Site
    addresses: Addresses
    script: bytes

    @cached_property
    def assets(self) -> tuple[Asset, Asset]:
        """The files that the field loads: its script, and the list of places."""
        places = compact([*self._places()]).encode()
        return (_asset("finder", "js", self.script), _asset("places", "json", places))

    def html(self, root: str) -> Markup:
        """Return the field for a page from which ``root`` leads to the site's."""
        script, places = (f"{root}{asset.path}" for asset in self.assets)
        words = self.site.words
        sentences = compact(finder_words(words))
        return render(
            "finder.html", root=root, script=script, places=places, words=words, sentences=sentences
        )

    def _places(self) -> Iterator[dict[str, Any]]:
        """The listed trees, their outcomes, and those questions for which readers have words."""
        for document in self.site.listed:
            yield self._place(document, "", document.tree.title, document.summary)
            for name, question in document.tree.questions.items():
                if name in document.said:
                    labels = [option.label for option in document.questions[name].options.values()]
                    yield self._place(document, name, question.ask, more=labels)
            slots = fallback_words(document, self.site.words)
            for name, outcome in document.tree.outcomes.items():
                verdict = self.site.words[f"verdict.{outcome.verdict}"]
                where = f"{verdict} · {document.tree.title}"
                yield self._place(document, name, unfilled(outcome.title, slots), where)

    def _place(
        self,
        document: Document,
        node: str,
        title: str,
        where: str = "",
        more: list[str] | None = None,
    ) -> dict[str, Any]:
        page = self.addresses.page(document.tree.id)
        return {
            "title": title,
            "where": where or document.tree.title,
            "at": f"{page}#{node}" if node else page,
            "said": document.said.get(node, ()),
            "more": more or [],
        }


def _asset(name: str, kind: str, content: bytes) -> Asset:
    return Asset(f"{ROOT}/{name}-{sha256(content).hexdigest()[:12]}.{kind}", content)


def built_script(path: Path = SCRIPT) -> bytes:
    """Return the finder's script; nothing where it was not built."""
    return path.read_bytes() if path.is_file() else b""
