"""A reader's device that keeps sites: what is kept on it, and what its browser does by itself.

Boundary: wraps a Reader's page; speaks of copies and versions, never of trees.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Locator, Response
from tests.browser.reader import Reader

#: Until this site, and not one around it, has a copy that serves it from now on.
KEPT = """async (site) => {
  const isKept = (found) => found?.scope === site && found.active?.state === "activated";
  while (!isKept(await navigator.serviceWorker.getRegistration(site))) {
    await new Promise((go) => setTimeout(go, 20));
  }
}"""
#: Ask for news as the browser does at a visit, and may have done already; say how that ended.
NEWS = """async () => {
  const registration = await navigator.serviceWorker.getRegistration();
  await registration.update();
  const coming = registration.installing ?? registration.waiting;
  while (coming?.state === "installing") await new Promise((go) => setTimeout(go, 20));
  return coming?.state ?? "";
}"""
WORKERS = "async () => (await navigator.serviceWorker.getRegistrations()).length"
CACHES = "async () => (await caches.keys()).filter((name) => !name.includes('-engine'))"


class Device:
    """One browser, and one page in it."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.page = reader.page

    def open(self, path: str = "", *, until: Any = "load") -> Response:
        response = self.page.goto(self.reader.site + path, wait_until=until)
        assert response
        return response

    def keep(self, path: str = "") -> Device:
        """Visit a page once, and stay until the site is kept."""
        self.open(path)
        self.page.evaluate(KEPT, self.reader.site)
        return self

    def look_for_news(self) -> str:
        """Return what became of a newer version: ``installed``, ``redundant``, or nothing."""
        return str(self.page.evaluate(NEWS))

    @property
    def caches(self) -> list[str]:
        names: list[str] = self.page.evaluate(CACHES)
        return names

    @property
    def versions(self) -> list[str]:
        """The versions that are kept, by the folder that they are of."""
        found = [
            name.split(" ") for name in self.caches if name.startswith("decision-trees-version")
        ]
        return [f"{folder} {version}" for _, folder, version in found]

    def has_versions(self, count: int) -> None:
        """As many versions are kept, or soon will be: old ones go while a page is idle."""
        self.until(f"{count} versions are kept", lambda: len(self.versions) == count)

    def has_worker(self, there: bool) -> None:
        """Some folder has a service worker, or soon will have; or none has any more."""
        self.until(f"a worker: {there}", lambda: (self.page.evaluate(WORKERS) > 0) is there)

    def until(self, what: str, holds: Callable[[], bool]) -> None:
        for _ in range(200):
            if holds():
                return
            self.page.wait_for_timeout(50)
        raise AssertionError(f"{what}; but kept are {self.caches}")

    @property
    def line(self) -> Locator:
        return self.page.locator(".dt-line")

    def gets(self, path: str) -> str:
        """Return what the page in view gets when it asks for a file of its site."""
        text: str = self.page.evaluate(
            "async (url) => (await fetch(url)).text()", self.reader.site + path
        )
        return text

    @property
    def is_served_by_its_copy(self) -> bool:
        served: bool = self.page.evaluate("navigator.serviceWorker.controller !== null")
        return served

    def stop_workers(self) -> None:
        """Do as browsers do with service workers that have nothing to do."""
        session: Any = self.page.context.new_cdp_session(self.page)
        session.send("ServiceWorker.enable")
        session.send("ServiceWorker.stopAllWorkers")
        session.detach()
