"""A web host for one test: sites are put there, changed as a deployment changes them, taken away.

Boundary: folders and a server; which files a version lists is said by the plugin's own code.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.browser.site_server import Server

from trees.publishing.assets import browser
from trees.publishing.plugin.app import SiteApp

WITHOUT = ["assets/javascripts/lunr/*", "downloads/*"]


class Host:
    """Serves ``root``; the site lies in its folder ``guide``."""

    def __init__(self, root: Path, folder: str = "guide") -> None:
        self.server = Server(root)
        self.address = f"{self.server.address}{folder}/"
        self.site = root / folder

    def put(self, built: Path, below: str = "") -> None:
        """Put a built site there, made for another address."""
        shutil.copytree(built, self.site / below, dirs_exist_ok=True)
        sitemap = self.site / below / "sitemap.xml"
        pages = sorted((self.site / below).rglob("index.html"))
        listed = [f"<url><loc>{self._page(page)}</loc></url>" for page in pages]
        sitemap.write_text(f"<urlset>{''.join(listed)}</urlset>")
        self.publish(below)

    def change(self, path: str, old: str, new: str) -> None:
        """Change a file as the next version has it."""
        file = self.site / path
        text = file.read_text()
        assert old in text
        file.write_text(text.replace(old, new))

    def publish(self, below: str = "") -> None:
        """Have the service worker list what lies there now."""
        SiteApp(browser(), wanted=True).write_worker(self.site / below, WITHOUT)

    def give_up(self) -> None:
        """Publish the site with the service worker that removes itself."""
        SiteApp(browser(), wanted=False).write_worker(self.site, WITHOUT)

    def stop(self) -> None:
        self.server.stop()

    def _page(self, page: Path) -> str:
        return self.address + page.parent.relative_to(self.site).as_posix().removeprefix(".") + "/"
