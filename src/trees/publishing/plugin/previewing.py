"""Previews of a site's pages: the pictures, drawn once and kept, and what stands in each head.

Boundary: MkDocs' pages and settings, and a folder of pictures drawn before. What is said of a page
is decided in ``previews``, what a picture looks like in ``pictures``.
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping
from hashlib import sha256
from importlib import metadata, util
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as MkDocsPage

from ..addresses import MAP, Addresses
from ..assets import ROOT, Asset
from ..page import Page, chrome
from ..previews import Preview, SiteName, head, opening
from ..site import Site
from ..sketch import sketch
from .editions import Published, addresses_in
from .languages import FIRST, Languages

log = get_plugin_logger("decision-trees")

FOLDER = ROOT / "previews"
KEPT = Path(".cache", "decision-trees", "previews")
END_OF_HEAD = "</head>"
#: The picture of the site itself.
SITE = ""


def previews(
    published: Mapping[str, Published],
    languages: Languages,
    first: Addresses,
    config: MkDocsConfig,
    root: Path,
) -> dict[str, Previews]:
    """Return the previews of each language; ``root`` is the folder of mkdocs.yml."""
    if not config.site_url:
        raise PluginError(
            "The option 'previews' of the plugin decision-trees needs whole addresses. "
            "Set 'site_url' in mkdocs.yml, or leave the option out."
        )
    if not util.find_spec("PIL"):
        log.warning(
            "Pictures for links need Pillow. Leave out the option 'previews', or run "
            "pip install 'mkdocs-decision-trees[previews]'."
        )
    return {
        code: Previews(
            one.site,
            addresses_in(code, first),
            _site_name(languages, code, config),
            _folder(code),
            root / KEPT,
        )
        for code, one in published.items()
    }


def _folder(code: str) -> str:
    return "" if code == FIRST else f"{code}/"


def _site_name(languages: Languages, code: str, config: MkDocsConfig) -> SiteName:
    own = languages.options.get(code)
    return SiteName(
        (own and own.site_name) or config.site_name,
        (own and own.site_description) or config.site_description or "",
        urljoin(config.site_url or "", _folder(code)),
        code,
    )


class Previews:
    """The previews of one language. ``home`` is its folder within the site, empty or ``es/``."""

    def __init__(
        self, site: Site, addresses: Addresses, name: SiteName, home: str, kept: Path
    ) -> None:
        self.site = site
        self.name = name
        self._home = home
        self._root = name.address.removesuffix(home)
        self._trees = {
            addresses.source(page): name for name in site.names for page in (name, MAP.format(name))
        }
        self._kept = kept
        self._pictures = dict(self._drawn()) if util.find_spec("PIL") else {}
        self._pages: dict[str, MkDocsPage] = {}

    @property
    def assets(self) -> list[Asset]:
        """The pictures."""
        return [*self._pictures.values()]

    def heed(self, files: Files) -> None:
        """Take note of all pages, which stand above one another."""
        pages = {file.url: file.page for file in files.documentation_pages()}
        self._pages = {url: page for url, page in pages.items() if page}

    def describe(self, page: MkDocsPage, content: str) -> None:
        """Give a page a description, if whoever wrote it did not."""
        if not page.meta.get("description"):
            page.meta["description"] = chrome(opening(content))

    def page(self, output: str, page: MkDocsPage, made: Page | None) -> str:
        """Return a page with its preview; ``made`` is what it holds, if it is one of ours."""
        address = page.canonical_url or self.name.address
        tree = self._trees.get(page.file.src_uri, SITE)
        picture = self._pictures.get(tree) or self._pictures.get(SITE)
        said = Preview(
            made.title if made else _title(page),
            (made and made.summary) or html.unescape(str(page.meta.get("description") or "")),
            address,
            urljoin(self._root, picture.path) if picture else "",
            tuple(self._above(page)),
        )
        return output.replace(END_OF_HEAD, f"{head(said, self.name)}{END_OF_HEAD}", 1)

    def _above(self, page: MkDocsPage) -> Iterator[tuple[str, str]]:
        """Name the pages whose folders a page lies in, the first page first."""
        parts = page.url.split("/")
        for at in range(len(parts)):
            folder = "".join(f"{part}/" for part in parts[:at])
            if not folder.startswith(self._home):
                continue  # the first page in another language
            above = self._pages.get(folder or "./") or self._pages.get(f"{folder}index.html")
            if above and above is not page:
                yield html.unescape(str(above.title)), above.canonical_url or self.name.address

    def _drawn(self) -> Iterator[tuple[str, Asset]]:
        host = urlsplit(self.name.address)
        listed = self.site.listed
        if listed:
            words = (self.name.name, self.name.summary, f"{host.netloc}{host.path}".rstrip("/"))
            yield SITE, self._picture("site", words, listed[0].tree.id)
        for name, document in self.site.documents.items():
            words = (document.tree.title, document.summary, self.name.name)
            yield name, self._picture(name, words, name)

    def _picture(self, name: str, words: tuple[str, str, str], tree: str) -> Asset:
        """Return a picture, drawn now or at an earlier build."""
        from .. import pictures  # noqa: PLC0415  it needs an extra that may be missing

        motif = pictures.Motif(*words, sketch(self.site.trees[tree]))
        drawer = Path(pictures.__file__).read_bytes() + metadata.version("pillow").encode()
        key = sha256(repr(motif).encode() + drawer).hexdigest()[:12]
        kept = self._kept / f"{key}.png"
        if not kept.is_file():
            kept.parent.mkdir(parents=True, exist_ok=True)
            fresh = kept.with_suffix(".new")
            fresh.write_bytes(pictures.picture(motif))
            fresh.replace(kept)
        content = kept.read_bytes()
        return Asset(f"{FOLDER}/{name}-{sha256(content).hexdigest()[:12]}.png", content)


def _title(page: MkDocsPage) -> str:
    return html.unescape(str(page.meta.get("title") or page.title or ""))
