"""Makes the built site an app: reads what MkDocs has written, and writes beside it.

Boundary: MkDocs' files and the site's folder; what goes into them is made in ``offline``. While a
site is served for its authors nothing is kept, as they want to see what they have just saved.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import Files

from .. import offline
from ..assets import Asset, Browser
from ..words import Words

log = get_plugin_logger("decision-trees")


class SiteApp:
    """The app of one build. ``wanted`` says whether the site is to work without a network."""

    def __init__(self, browser: Browser, *, wanted: bool) -> None:
        self.browser = browser
        self.works = wanted and bool(browser.offline)
        self.owned = False

    def add_manifest(self, files: Files, config: MkDocsConfig) -> Asset | None:
        """Return the manifest to add in place of the site's own, which is laid over it.

        A service worker that the site brings itself is never replaced.
        """
        self.owned = files.get_file_from_path(offline.WORKER) is not None
        if self.owned and self.works:
            self.works = False
            log.warning(
                f"{offline.WORKER} in your docs folder is a service worker of your own. "
                "It is kept, so the site does not work offline. "
                "Remove it, or set 'offline: false' for the plugin decision-trees."
            )
        if not self.works:
            return None
        own = files.get_file_from_path(offline.MANIFEST)
        content = own.content_bytes if own else None
        if own:
            files.remove(own)
        app = offline.App(config.site_name, config.site_description or "", self.browser.icons)
        return Asset(offline.MANIFEST, _manifest(app, content).encode())

    def page(self, html: str, root: str, words: Words) -> str:
        """Return the page at an address with what makes it part of the app."""
        if not self.works:
            return html
        return offline.with_head(html, self.browser, root, words)

    def write_worker(self, site: Path, without: Sequence[str]) -> None:
        """Write the service worker; where the site is no app, the one that removes itself."""
        if self.owned or not self.browser.leave:
            return
        path = site / offline.WORKER
        if not self.works:
            path.write_bytes(self.browser.leave)
            return
        path.write_text(offline.worker(_kept(site, without), self.browser.service), "utf-8")


def _manifest(app: offline.App, own: bytes | None) -> str:
    try:
        return offline.manifest(app, own)
    except offline.NotAManifest as wrong:
        raise PluginError(
            f"{offline.MANIFEST} in your docs folder cannot be read: {wrong}. Write a JSON object "
            'such as {"theme_color": "#0d4f5c"}; what you leave out is filled in.'
        ) from wrong


def _kept(site: Path, without: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    for path in site.rglob("*"):
        name = path.relative_to(site).as_posix()
        if path.is_file() and offline.is_kept(name, without):
            yield name, path.read_bytes()
