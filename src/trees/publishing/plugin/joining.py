"""Which pages and files join those that a site has by hand, and who makes each page.

Boundary: ``virtual`` gives them to MkDocs, and others make them, when they are first asked for. A
page written by hand is never replaced.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from mkdocs.plugins import get_plugin_logger

from trees.authoring.document import Project
from trees.authoring.project import SOURCES

from .. import assets, playground, rule_pages
from ..addresses import INDEX, MAP, Addresses
from ..finder import Finder
from ..knows import KNOWS
from ..maps.graphviz import can_draw
from ..page import Page
from ..site import Site
from .virtual import VirtualFiles

log = get_plugin_logger("decision-trees")


class Joining:
    """Adds the parts of ``site`` to the files of one build."""

    def __init__(self, virtual: VirtualFiles, site: Site, addresses: Addresses) -> None:
        self._virtual = virtual
        self._site = site
        self._addresses = addresses
        #: What makes a page of ours, given the address where it can be changed, by its path.
        self._makers: dict[str, Callable[[str], Page]] = {}

    def made(self, uri: str, edit_url: str) -> Page | None:
        """Return what a page of ours holds; it is made once, when first asked for."""
        make = self._makers.get(uri)
        if make is None:
            return None
        made = make(edit_url)
        self._makers[uri] = lambda _: made
        return made

    def add_trees(self) -> None:
        """Add a page for each tree, the list of them, and what these pages load."""
        for name in self._site.names:
            uri, path = self._addresses.source(name), self._site.path(name)
            if self._has_room(uri, path):
                self._virtual.add_page(uri, self._virtual.root / path)
                self._makers[uri] = partial(self._site.tree, name)
        index = self._addresses.source(INDEX)
        if not self._virtual.taken(index):
            # Whoever writes an index by hand keeps it, and may put the marker into it.
            self._virtual.add_page(index, None)
            self._makers[index] = lambda _: self._site.index()
        self._virtual.add_assets(self._site.files)

    def add_sources(self, folder: str) -> None:
        """Add the page of all sources; ``folder`` holds their file."""
        uri, path = self._addresses.source(KNOWS), f"{folder}/{SOURCES}"
        if self._site.tells_sources and self._has_room(uri, path):
            self._virtual.add_page(uri, self._virtual.root / path)
            self._makers[uri] = lambda _: self._site.knows()

    def add_maps(self) -> None:
        """Add a page for each tree that shows it as a map."""
        if not can_draw():
            log.info(
                "Maps of trees are lists without pictures. For pictures, run "
                "pip install 'mkdocs-decision-trees[map]'."
            )
        for name in self._site.documents:
            uri = self._addresses.source(MAP.format(name))
            if self._has_room(uri, f"the map of {name}"):
                self._virtual.add_page(uri, self._virtual.root / self._site.path(name))
                self._makers[uri] = partial(self._map, name)

    def add_finder(self, finder: Finder | None) -> None:
        """Add what the finder loads."""
        self._virtual.add_assets(finder.assets if finder else ())

    def add_rules(self) -> None:
        """Add the pages that explain the rules of the check."""
        for rule in rule_pages.pages():
            if self._has_room(rule.uri, f"the rule {rule.source.stem}"):
                self._virtual.add_page(rule.uri, rule.source, rule.markdown)

    def add_schema(self) -> None:
        """Add the format as JSON Schema, for editors."""
        self._virtual.add_assets(assets.described(self._addresses.prefix))

    def add_playground(self, project: Project, folder: str, *, rules: bool) -> None:
        """Add the page on which trees can be changed and tried; ``folder`` holds their files."""
        parts = playground.built_parts()
        if not parts:
            log.warning(
                "The playground is not built, so the site has none. "
                "Run 'python -m trees.browser.runtime', or leave out the option 'playground'."
            )
        elif self._has_room(playground.URI, "the playground"):
            made = playground.Playground(
                site=self._site,
                addresses=self._addresses,
                texts=project.originals,
                folder=folder,
                rules=rules,
                parts=parts,
            )
            uris = {name: self._addresses.source(name) for name in self._site.names}
            self._virtual.add_page(playground.URI, None)
            self._makers[playground.URI] = lambda _: made.page(self._virtual.edits(uris))
            self._virtual.add_assets(made.assets)

    def _map(self, name: str, _: str) -> Page:
        return self._site.map(name)

    def _has_room(self, uri: str, ours: str) -> bool:
        taken = self._virtual.taken(uri)
        if taken:
            log.warning(
                f"{taken} lies where the page of {ours} would. The page written by hand is kept. "
                "Rename one of them, or set the option 'path' of the plugin decision-trees."
            )
        return not taken
