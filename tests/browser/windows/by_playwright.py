"""Chromium and Firefox, by Playwright: one over its own protocol, one over WebDriver BiDi.

Boundary: how they are started, and a Window over a page of theirs.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from playwright.sync_api import Browser, ElementHandle, Error, Page, Playwright
from tests.browser.windows import FIND, PAUSE, NotFound, NotNow, Storage

from machine.browser import find_browser

CHROMIUM = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--js-flags=--liftoff-only",
)
#: Every window would compile the runtime a second time, for a speed that no test asks for; so in
#: Chromium, by its last argument.
COMPILED_ONCE = {"javascript.options.wasm_optimizingjit": False}
PHONE: Any = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "locale": "en-GB"}
#: What Playwright says when the page has been left meanwhile.
LEFT = ("Execution context was destroyed", "navigat", "not attached", "element is not visible")
#: How long to wait for what was found to hold still, before looking anew, in milliseconds.
PATIENCE = 10_000


def launch(playwright: Playwright, name: str, **options: Any) -> Browser:
    """Start a browser, the machine's own or else the one that Playwright has fetched."""
    path = program(name)
    if name == "chromium":
        return playwright.chromium.launch(executable_path=path, args=CHROMIUM, **options)
    channel = "moz-firefox" if path else None
    settings = {**COMPILED_ONCE, **options.pop("firefox_user_prefs", {})}
    return playwright.firefox.launch(
        channel=channel, executable_path=path, firefox_user_prefs=settings, **options
    )


def program(name: str) -> str | None:
    """Return where a browser lies; None lets Playwright take its own."""
    found = find_browser(name)
    return shutil.which(found) if found else None


#: Less than a snapshot takes, in bytes.
LITTLE = 1_000_000
#: How Firefox is told what to keep.
STORAGE: dict[Storage, dict[str, bool | int]] = {
    "kept": {},
    "private": {"browser.privatebrowsing.autostart": True},
    "full": {"dom.quotaManager.temporaryStorage.fixedLimit": LITTLE // 1_000},
    "forbidden": {"network.cookie.cookieBehavior": 2},
}


class Chromium:
    """Opens windows of one Chromium; every one is private as it is."""

    def __init__(self, playwright: Playwright) -> None:
        self._playwright = playwright
        self.browser = launch(playwright, "chromium")

    def open(
        self, *, scripts: bool = True, storage: Storage = "kept", origin: str = ""
    ) -> PlaywrightWindow:
        if storage == "forbidden":
            return self._without_storage()
        page = self.browser.new_context(**PHONE, java_script_enabled=scripts).new_page()
        if storage == "full":
            quota = {"origin": origin, "quotaSize": LITTLE}
            page.context.new_cdp_session(page).send("Storage.overrideQuotaForOrigin", quota)
        return PlaywrightWindow(page, scripts=scripts)

    def _without_storage(self) -> PlaywrightWindow:
        """Open a window of somebody who has forbidden sites to keep anything."""
        profile = Path(mkdtemp())
        forbidden = {"profile": {"default_content_setting_values": {"cookies": 2}}}
        (profile / "Default").mkdir()
        (profile / "Default" / "Preferences").write_text(json.dumps(forbidden))
        context = self._playwright.chromium.launch_persistent_context(
            profile, executable_path=program("chromium"), args=CHROMIUM, **PHONE
        )
        return PlaywrightWindow(context.pages[0], afterwards=lambda: shutil.rmtree(profile))

    def close(self) -> None:
        self.browser.close()


class Firefox:
    """Opens windows of one Firefox, and of further ones where a setting is for all windows."""

    def __init__(self, playwright: Playwright) -> None:
        self._playwright = playwright
        self._usual = launch(playwright, "firefox")

    def open(
        self, *, scripts: bool = True, storage: Storage = "kept", origin: str = ""
    ) -> PlaywrightWindow:
        settings = {**STORAGE[storage], **({} if scripts else {"javascript.enabled": False})}
        if not settings:
            return PlaywrightWindow(self._usual.new_context(**PHONE).new_page())
        browser = launch(self._playwright, "firefox", firefox_user_prefs=settings)
        page = browser.new_context(**PHONE).new_page()
        return PlaywrightWindow(page, scripts=scripts, afterwards=browser.close)

    def close(self) -> None:
        self._usual.close()


class PlaywrightWindow:
    """A Window over one page; ``afterwards`` is done when it has been closed."""

    denial = ""
    most_addresses = 0

    def __init__(
        self, page: Page, *, scripts: bool = True, afterwards: Callable[[], object] | None = None
    ) -> None:
        self.page = page
        self._scripts = scripts
        self._afterwards = afterwards

    def another(self) -> PlaywrightWindow:
        return PlaywrightWindow(self.page.context.new_page())

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
            self._find(css, text).click(force=not self._scripts, timeout=PATIENCE)

    def write(self, css: str, text: str) -> None:
        with no_page_left():
            self._find(css).fill(text)

    def press(self, keys: str) -> None:
        self.page.keyboard.press(keys)

    def pause(self) -> None:
        self.page.wait_for_timeout(PAUSE * 1_000)  # lets Playwright work meanwhile

    def close(self) -> None:
        self.page.context.close()
        if self._afterwards:
            self._afterwards()

    def _find(self, css: str, text: str | None = None) -> ElementHandle:
        if len(self.page.context.pages) > 1:
            self.page.bring_to_front()
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
