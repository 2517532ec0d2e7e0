"""A reader of the site: what they see and do, in their words.

Boundary: wraps one Playwright page. Keeps every complaint of the console and every request, so that
each test can end by asking whether all was well.
"""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator, Page, Route, expect

READY = "decision-tree[data-ready]"


class Reader:
    """Somebody with a browser, on the pages of one site."""

    def __init__(self, page: Page, site: str) -> None:
        self.page = page
        self.site = site
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

    # --- what they do ---------------------------------------------------------------------------

    def open(self, path: str, *, ready: bool = True) -> Reader:
        """Open a page; wait for the engine unless told otherwise."""
        self.page.goto(self.site + path)
        return self.wait_until_ready() if ready else self

    def wait_until_ready(self) -> Reader:
        expect(self.page.locator(READY)).to_be_attached(timeout=30_000)
        return self

    def choose(self, label: str) -> Reader:
        self.node.locator("a.dt-option", has=self.page.get_by_text(label, exact=True)).click()
        return self

    def tick(self, *labels: str) -> Reader:
        for label in labels:
            self.node.get_by_text(label, exact=True).click()
        return self

    def fill(self, **boxes: str) -> Reader:
        for name, text in boxes.items():
            self.node.locator(f'input[name="{name}"]').fill(text)
        return self

    def go_on(self) -> Reader:
        self.node.locator(".dt-continue").click()
        return self

    def change(self, question: str) -> Reader:
        self.page.get_by_role("button", name=question).click()
        return self

    def press(self, *keys: str) -> Reader:
        for key in keys:
            self.page.keyboard.press(key)
        return self

    # --- what they see --------------------------------------------------------------------------

    @property
    def node(self) -> Locator:
        """What is in view of the tree: exactly one node."""
        return self.page.locator("decision-tree > .dt-node:visible")

    def sees(self, heading: str) -> Reader:
        """Exactly one node is in view, and this is its heading."""
        expect(self.node).to_have_count(1)
        expect(self.node.locator("h2")).to_have_text(heading)
        return self

    def sees_problem(self, words: str, *, box: str) -> Reader:
        """The problem is said, and focus is in the box at fault, which it describes."""
        expect(self.node.locator(".dt-problem")).to_have_text(words)
        at = self.page.locator(":focus")
        expect(at).to_have_attribute("name", box)
        expect(at).to_have_attribute("aria-invalid", "true")
        expect(at).to_have_accessible_description(words)
        return self

    def is_at_heading(self) -> Reader:
        expect(self.node.locator("h2")).to_be_focused()
        return self

    @property
    def trail(self) -> dict[str, str]:
        """The answers of the trail as the DOM keeps them, by question."""
        entries: list[dict[str, str]] = self.page.locator(".dt-trail li").evaluate_all(
            "all => all.map(one => ({...one.dataset}))"
        )
        return {entry["question"]: entry["answer"] for entry in entries}

    @property
    def fragment(self) -> str:
        value: str = self.page.evaluate("location.hash")
        return value

    @property
    def status(self) -> Locator:
        return self.page.locator(".dt-status")

    def script(self, code: str) -> Any:
        return self.page.evaluate(code)
