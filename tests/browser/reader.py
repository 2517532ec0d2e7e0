"""A reader of the site in a window of Playwright's: what they see and do, in their words.

Boundary: a visitor whose page can be asked more, where one browser is enough. Keeps every complaint
of the console and every request, so that each test can end by asking whether all was well.
"""

from __future__ import annotations

from playwright.sync_api import Locator, Page, Route, expect
from tests.browser.visitor import NODE, Visitor
from tests.browser.windows.by_playwright import PlaywrightWindow


class Reader(Visitor):
    """Somebody with a browser, on the pages of one site."""

    def __init__(self, page: Page, site: str) -> None:
        super().__init__(PlaywrightWindow(page), site)
        self.page = page
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self._held: list[Route] = []
        page.on("console", lambda said: said.type == "error" and self.complaints.append(said.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.context.on("request", lambda request: self.requests.append(request.url))

    # --- what their line does ---------------------------------------------------------------------

    def hold(self, pattern: str) -> None:
        """Let what the browser asks for wait until the test lets it go."""
        self.page.route(pattern, self._keep)

    def let_go(self, pattern: str) -> None:
        """Answer what waits, and whatever is asked for from now on."""
        held, self._held = self._held, []
        for route in held:
            route.continue_()
        self.page.unroute(pattern)

    def _keep(self, route: Route) -> None:
        self._held.append(route)

    # --- what they do and see -------------------------------------------------------------------

    def press(self, *keys: str) -> Reader:
        for key in keys:
            self.page.keyboard.press(key)
        return self

    @property
    def node(self) -> Locator:
        """What is in view of the tree: exactly one node."""
        return self.page.locator(f"{NODE}:visible")

    @property
    def status(self) -> Locator:
        return self.page.locator(".dt-status")

    def sees_problem(self, words: str, *, box: str) -> Reader:
        """The problem is said, and focus is in the box at fault, which it describes."""
        expect(self.node.locator(".dt-problem")).to_have_text(words)
        at = self.page.locator(":focus")
        expect(at).to_have_attribute("name", box)
        expect(at).to_have_attribute("aria-invalid", "true")
        expect(at).to_have_accessible_description(words)
        return self
