"""Chromium and Firefox, by Playwright: one over its own protocol, one over WebDriver BiDi.

Boundary: how they are started, and a Window over a page of theirs.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, ElementHandle, Error, Page, Playwright
from tests.browser.windows import FIND, PAUSE, NotFound, NotNow

from machine.browser import find_browser

QUIET = ("--no-first-run", "--disable-background-networking", "--disable-component-update")
PHONE: Any = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "locale": "en-GB"}
#: What Playwright says when the page has been left meanwhile.
LEFT = ("Execution context was destroyed", "navigat", "not attached to the DOM")


def launch(playwright: Playwright, name: str, **options: Any) -> Browser:
    """Start a browser, the machine's own or else the one that Playwright has fetched."""
    found = find_browser(name)
    path = shutil.which(found) if found else None
    if name == "chromium":
        args = ("--no-sandbox", "--disable-gpu", *QUIET)
        return playwright.chromium.launch(executable_path=path, args=args, **options)
    channel = "moz-firefox" if path else None
    return playwright.firefox.launch(channel=channel, executable_path=path, **options)


class Chromium:
    """Opens windows of one Chromium."""

    def __init__(self, playwright: Playwright) -> None:
        self.browser = launch(playwright, "chromium")

    def open(self, *, scripts: bool = True) -> PlaywrightWindow:
        context = self.browser.new_context(**PHONE, java_script_enabled=scripts)
        return PlaywrightWindow(context.new_page(), scripts=scripts)

    def close(self) -> None:
        self.browser.close()


class Firefox:
    """Opens windows of one Firefox, and of further ones where a setting is for all windows."""

    def __init__(self, playwright: Playwright) -> None:
        self._playwright = playwright
        self._usual = launch(playwright, "firefox")

    def open(self, *, scripts: bool = True) -> PlaywrightWindow:
        settings = {} if scripts else {"javascript.enabled": False}
        browser = self._with(settings) if settings else self._usual
        page = browser.new_context(**PHONE).new_page()
        return PlaywrightWindow(page, scripts=scripts, only_one=bool(settings))

    def close(self) -> None:
        self._usual.close()

    def _with(self, settings: dict[str, bool | int | str]) -> Browser:
        return launch(self._playwright, "firefox", firefox_user_prefs=settings)


class PlaywrightWindow:
    """A Window over one page; ``only_one``: its browser ends with it."""

    def __init__(self, page: Page, *, scripts: bool = True, only_one: bool = False) -> None:
        self.page = page
        self._scripts = scripts
        self._only_one = only_one

    def go(self, address: str) -> None:
        self.page.goto(address)

    def reload(self) -> None:
        self.page.reload()

    def run(self, code: str, *given: Any) -> Any:
        with no_page_left():
            return self.page.evaluate(f"(given) => ({code})(...given)", list(given))

    def click(self, css: str, text: str | None = None) -> None:
        with no_page_left():
            # Whether it moves is found out by a script, for which Firefox would wait for ever.
            self._find(css, text).click(force=not self._scripts)

    def write(self, css: str, text: str) -> None:
        with no_page_left():
            self._find(css).fill(text)

    def press(self, keys: str) -> None:
        self.page.keyboard.press(keys)

    def pause(self) -> None:
        self.page.wait_for_timeout(PAUSE * 1_000)  # lets Playwright work meanwhile

    def close(self) -> None:
        browser = self.page.context.browser
        self.page.context.close()
        if self._only_one and browser:
            browser.close()

    def _find(self, css: str, text: str | None = None) -> ElementHandle:
        found = self.page.evaluate_handle(FIND, [css, text]).as_element()
        if found is None:
            raise NotFound(css, text)
        return found


@contextmanager
def no_page_left() -> Iterator[None]:
    """Tell a page that went away in between from a mistake."""
    try:
        yield
    except Error as error:
        if any(words in error.message for words in LEFT):
            raise NotNow(error.message) from None
        raise
