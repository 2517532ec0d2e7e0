"""WebKit, by the W3C's WebDriver protocol: WebKitGTK's own driver, on a screen that nobody sees.

Boundary: the dozen commands that are needed.
"""

from __future__ import annotations

import os
import subprocess
import time
from typing import Any

from tests.browser.windows import FIND, PAUSE, NotFound, Storage
from tests.browser.windows.webdriver_session import SILENT, DriverError, Session

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
KEYS = {"Control": "\ue009", "Enter": "\ue007", "Tab": "\ue004", "Space": " "}
RUN = """const [given, done] = arguments;
(async () => (%s)(...given))().then(
  (value) => done({value}), (error) => done({error: String(error)}));"""
#: How WebKit comes to keep nothing: it has no setting for it.
DENIALS: dict[Storage, str] = {
    "kept": "",
    "private": "",
    "full": "Cache.prototype.put = async () => "
    "{throw new DOMException('Quota exceeded.', 'QuotaExceededError')};",
    "forbidden": "Object.defineProperty(self, 'caches', "
    "{get() {throw new DOMException('Access is denied.', 'SecurityError')}});",
}


class WebKit:
    """A screen that nobody sees; on it, windows are opened."""

    def __init__(self) -> None:
        reads, writes = os.pipe()
        screen = ("Xvfb", "-displayfd", str(writes), "-screen", "0", "1280x1000x24")
        self._screen = subprocess.Popen(screen, pass_fds=[writes], **SILENT)
        os.close(writes)
        with os.fdopen(reads) as said:
            self._display = f":{said.readline().strip()}"

    def open(
        self, *, scripts: bool = True, storage: Storage = "kept", origin: str = ""
    ) -> WebKitWindow:
        """Open a window; with ``scripts=False`` pages run none. Every one is private as it is."""
        return WebKitWindow(Session(self._display, scripts=scripts), denial=DENIALS[storage])

    def close(self) -> None:
        self._screen.terminate()
        self._screen.wait(10)


class WebKitWindow:
    """A Window over one of a session."""

    most_addresses = 80  # of a hundred: an answer may write several

    def __init__(self, session: Session, *, denial: str = "", handle: str = "") -> None:
        self._session = session
        self._handle = handle or session.window
        self.denial = denial
        self._do("/window/rect", width=447, height=800)

    def another(self) -> WebKitWindow:
        handle = self._do("/window/new", type="tab")["handle"]
        return WebKitWindow(self._session, denial=self.denial, handle=handle)

    def go(self, address: str) -> None:
        self._do("/url", url=address)

    def reload(self) -> None:
        self._do("/refresh")

    def run(self, code: str, *given: Any) -> Any:
        said = self._do("/execute/async", script=RUN % code, args=[list(given)])
        if "error" in said:
            raise DriverError(said["error"])
        return said.get("value")

    def click(self, css: str, text: str | None = None) -> None:
        found = self._find(css, text)
        self._wait_until_still(css, text)
        self._do(f"{found}/click")

    def write(self, css: str, text: str) -> None:
        box = self._find(css)
        self._do(f"{box}/clear")
        if text:
            self._do(f"{box}/value", text=text)

    def press(self, keys: str) -> None:
        pressed = [KEYS.get(key, key) for key in keys.split("+")]
        deeds = [
            *({"type": "keyDown", "value": key} for key in pressed),
            *({"type": "keyUp", "value": key} for key in reversed(pressed)),
        ]
        self._do("/actions", actions=[{"type": "key", "id": "keyboard", "actions": deeds}])

    def pause(self) -> None:
        time.sleep(PAUSE)

    def close(self) -> None:
        self._session.close()

    def _do(self, path: str, **given: Any) -> Any:
        return self._session.do("POST", path, given, self._handle)

    def _wait_until_still(self, css: str, text: str | None) -> None:
        """Wait as an eye does: the driver aims at once, even where the page is gliding still."""
        place = f"const found = ({FIND})(arguments); return found?.getBoundingClientRect().toJSON()"
        before = None
        while before != (now := self._do("/execute/sync", script=place, args=[css, text])):
            before = now
            self.pause()

    def _find(self, css: str, text: str | None = None) -> str:
        script = f"return ({FIND})(arguments)"
        found = self._do("/execute/sync", script=script, args=[css, text])
        if found is None:
            raise NotFound(css, text)
        return f"/element/{found[ELEMENT]}"
