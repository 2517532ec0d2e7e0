"""The MkDocs plugin: a page for each tree, an index, and the files they load.

Boundary: the only package that imports MkDocs. It asks ``authoring`` for the trees and ``site`` for
pages, and hands both to MkDocs; it makes no HTML and judges no tree.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from jinja2 import Environment
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import get_relative_url

from trees.authoring.document import Document, Project, Source
from trees.authoring.project import load

from .. import assets, downloads
from ..addresses import INDEX, Addresses
from ..page import Page, cards_html, chrome, look_alike
from .app import SiteApp
from .editions import Published, Publishing
from .indexing import part
from .languages import FIRST, LanguageOptions, Languages
from .previewing import Previews, previews
from .reporting import prefix_of, report
from .saving import about, write
from .searching import add_said
from .strict import StrictPages, sending_policy
from .virtual import VirtualFiles, contents, module

log = get_plugin_logger("decision-trees")

#: Where this stands in a page written by hand, the list of trees is put.
MARKER = "<!-- decision-trees -->"


class Options(Config):
    """What may stand below ``decision-trees:`` in mkdocs.yml."""

    #: The folder of YAML files, beside mkdocs.yml.
    folder = config_options.Type(str, default="decision_trees")
    #: Where the pages of the trees lie in the site.
    path = config_options.Type(str, default="trees")
    #: Whether the site explains the rules of the check, a page for each.
    rules_pages = config_options.Type(bool, default=False)
    #: The page of the site that explains what is proven; the pages of trees link to it.
    proof_page = config_options.Type(str, default="")
    #: Whether the site publishes the format as JSON Schema, for editors.
    schema = config_options.Type(bool, default=False)
    #: Whether pages hold to the content policy: no inline scripts, and the policy in each page.
    content_policy = config_options.Type(bool, default=False)
    #: Which trees can be saved as one file: each by itself, only all of them together, or none.
    downloads = config_options.Choice(downloads.CHOICES, default=downloads.ALL)
    #: Whether each tree has a page that shows it as a map.
    maps = config_options.Type(bool, default=False)
    #: Whether readers' devices keep the site, and patterns of files that they do not keep.
    offline = config_options.Type(bool, default=True)
    offline_without = config_options.ListOfItems(config_options.Type(str), default=[])
    #: Whether pages say what search engines and messengers show of them, pictures among it.
    previews = config_options.Type(bool, default=False)
    #: Whether the site has a page on which trees can be changed and tried.
    playground = config_options.Type(bool, default=False)
    #: The languages of the site beside English, each with its own name for itself.
    languages = config_options.DictOfItems(config_options.SubConfig(LanguageOptions), default={})


class DecisionTreesPlugin(BasePlugin[Options]):
    """Makes pages of trees; one instance lives through all rebuilds of a ``mkdocs serve``."""

    def __init__(self) -> None:
        self.serving = False
        self.good: dict[str, Document] = {}
        self.sources: dict[str, Source] = {}
        self.strict: StrictPages | None = None
        #: What other places show of pages, by language.
        self.previews: dict[str, Previews] = {}

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> None:
        self.root = Path(config.config_file_path).resolve().parent
        self.folder = self.root / self.config.folder
        if not self.folder.is_dir():
            raise PluginError(
                f"There is no folder {self.config.folder!r} beside mkdocs.yml. Make it, "
                "or name another with the option 'folder' of the plugin decision-trees."
            )
        prefix = prefix_of(self.config.path)
        self.languages = Languages(self.config.languages)
        self.addresses = Addresses(prefix, directories=config.use_directory_urls)
        config.watch.append(str(self.folder))
        # While somebody edits, the server says the policy, since it adds a script of its own.
        strict = self.config.content_policy
        self.strict = StrictPages(says_policy=not self.serving) if strict else None
        self.browser = assets.browser()
        config.extra_css[:0] = self.browser.styles
        if self.browser.element:
            config.extra_javascript.append(module(self.browser.element))
        if not self.browser.bundle:
            log.warning(
                "The engine for the browser is not built; pages will work by links alone. "
                "Run 'python -m trees.browser.runtime'."
            )

    def on_files(self, files: Files, *, config: MkDocsConfig) -> None:
        project = load(self.folder, self.root)
        report(project, serving=self.serving)
        self.sources |= project.sources
        self.good = {
            name: document
            for name, document in {**self.good, **project.documents}.items()
            if name != INDEX and (self.root / document.path).is_file()
        }
        wanted = self.config.offline and not self.serving
        self.app = SiteApp(self.browser, wanted=wanted)
        manifest = self.app.add_manifest(files, config)
        virtual = VirtualFiles(files, config, self.root)
        self._need_explained(files)
        publishing = Publishing(
            self.languages,
            project,
            virtual,
            self.browser,
            self.addresses,
            self.config,
            about(config),
        )
        self.published = publishing.all(self.good, self.sources)
        self._join(project)
        if manifest:
            virtual.add_assets([manifest])
        self.languages.begin(files)
        # MkDocs keeps the plugin for the next build, whose settings may be others.
        wants = self.config.previews and not self.serving
        self.previews = (
            previews(self.published, self.languages, self.addresses, config, self.root)
            if wants
            else {}
        )
        for shown in self.previews.values():
            virtual.add_assets(shown.assets)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, **_: Any) -> None:
        self.languages.navigate(config)

    def on_env(self, env: Environment, *, files: Files, **_: Any) -> None:
        for shown in self.previews.values():
            shown.heed(files)

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, **_: Any) -> str:
        made = self._made(page)
        if made:
            page.meta["title"] = chrome(made.title)
            page.meta["description"] = chrome(made.summary)
            page.meta["hide"] = ["navigation", "toc"]
        return markdown

    def on_page_content(self, html: str, *, page: MkDocsPage, **_: Any) -> str:
        made = self._made(page)
        if made is None:
            if shown := self.previews.get(self.languages.of(page.file.src_uri)):
                shown.describe(page, html)
            return self._with_finder(self._with_cards(html, page), page)
        page.toc = contents(made.headings, chrome)
        page.present_anchor_ids = set(made.anchors)
        return str(made.html)

    @event_priority(100)
    def _before_search(
        self, context: Any, /, *, page: MkDocsPage, config: MkDocsConfig, **_: Any
    ) -> None:
        """Let search plugins read the texts flat: their parsers lose texts that are nested.

        They escape titles by themselves, where a theme's frame does not.
        """
        self.languages.context(context, page.file.src_uri, page.url, config)
        made = self._made(page)
        if made and made.search:
            self._named = page.title
            page.content, page.title = made.search, look_alike(made.title)
            page.toc = contents(made.headings, look_alike)

    @event_priority(-100)
    def _after_search(self, context: Any, /, *, page: MkDocsPage, **_: Any) -> None:
        made = self._made(page)
        if made and made.search:
            page.title = self._named
        if made:
            page.content = str(made.html)
            page.toc = contents((), chrome)

    on_page_context = CombinedEvent(_before_search, _after_search)

    @event_priority(-100)
    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig, **_: Any) -> str:
        published, root = self._of(page), self._root(page.url)
        shown = self.previews.get(self.languages.of(page.file.src_uri))
        output = published.with_save(output, root)
        output = shown.page(output, page, self._made(page)) if shown else output
        named = self.languages.page(output, page.file.src_uri, page.url, config.site_url or "")
        html = self.app.page(named, root, published.site.words)
        if self.strict is None:
            return html
        return self.strict.make(html, get_relative_url(".", page.url), page.file.src_uri)

    @event_priority(-100)
    def on_post_template(
        self, output: str, *, template_name: str, config: MkDocsConfig, **_: Any
    ) -> str:
        if not template_name.endswith(".html"):
            return output
        # Shown at any address, so that only the site's own path leads to its root.
        root = urlsplit(config.site_url or "/").path
        first = self.published[FIRST]
        whole = first.with_save(first.with_finder(output, root), root)
        html = self.app.page(whole, root, first.site.words)
        return self.strict.make(html, root, template_name) if self.strict else html

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Add what lists or holds parts of the others, once other plugins have written theirs."""
        site = Path(config.site_dir)
        if self.strict:
            self.strict.write(site)
        for one in self.published.values():
            write(one.downloads, site)
        add_said(
            site,
            {at: said for one in self.published.values() for at, said in one.site.said.items()},
        )
        search = {
            code: self.languages.search_words(config, code) for code in self.languages.further
        }
        part(site, search, config.site_url or "")
        saved = [path for one in self.published.values() for path in one.downloads.files]
        self.app.write_worker(site, [*self.config.offline_without, *saved])

    def on_serve(self, server: LiveReloadServer, **_: Any) -> None:
        app = server.get_app()
        if self.strict and app:
            server.set_app(sending_policy(app))

    def _made(self, page: MkDocsPage) -> Page | None:
        return self._of(page).joining.made(page.file.src_uri, page.edit_url or "")

    def _of(self, page: MkDocsPage) -> Published:
        """Return what is published in the language of a page."""
        return self.published[self.languages.of(page.file.src_uri)]

    def _root(self, url: str) -> str:
        """Return how the page at an address writes the site's root."""
        return Addresses().between(url, "")

    def _with_finder(self, html: str, page: MkDocsPage) -> str:
        return self._of(page).with_finder(html, self._root(page.url))

    def _with_cards(self, html: str, page: MkDocsPage) -> str:
        if MARKER not in html:
            return html
        site = self._of(page).site
        return html.replace(MARKER, cards_html(site.cards(page.url), site.words))

    def _join(self, project: Project) -> None:
        for one in self.published.values():
            one.joining.add_trees()
            one.joining.add_sources(self.config.folder)
            one.joining.add_finder(one.finder)
            if self.config.maps:
                one.joining.add_maps()
        rules, joining = self.config.rules_pages, self.published[FIRST].joining
        if rules:
            joining.add_rules()
        if self.config.schema:
            joining.add_schema()
        if self.config.playground:
            joining.add_playground(project, self.config.folder, rules=rules)

    def _need_explained(self, files: Files) -> None:
        page = self.config.proof_page
        if page and files.get_file_from_path(page) is None:
            log.warning(f"There is no page {page!r}, which the option 'proof_page' names.")
