"""WebKit, by the W3C's WebDriver protocol: WebKitGTK's own driver, on a screen that nobody sees.

Boundary: the dozen commands that are needed, over HTTP. Every session is a browser of its own, with
nothing kept from another.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import time
from contextlib import suppress
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from tests.browser.windows import FIND, PAUSE, NotFound, NotNow, Storage

from machine.browser import find_browser

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
KEYS = {"Control": "\ue009", "Enter": "\ue007", "Tab": "\ue004", "Space": " "}
RUN = """const [given, done] = arguments;
(async () => (%s)(...given))().then(
  (value) => done({value}), (error) => done({error: String(error)}));"""
BRITISH = {"LANGUAGE": "en_GB", "LC_ALL": "C.UTF-8"}
#: Every session would compile the runtime a second time, for a speed that no test asks for.
COMPILED_ONCE = {"JSC_useOMGJIT": "false"}
LIMIT = 120
SILENT: Any = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
#: How WebKit comes to keep nothing: it has no setting for it.
DENIALS: dict[Storage, str] = {
    "kept": "",
    "private": "",
    "full": "Cache.prototype.put = async () => "
    "{throw new DOMException('Quota exceeded.', 'QuotaExceededError')};",
    "forbidden": "Object.defineProperty(self, 'caches', "
    "{get() {throw new DOMException('Access is denied.', 'SecurityError')}});",
}
#: What the driver says when the page has been left meanwhile.
LEFT = ("stale element reference", "no such element", "element not interactable")


class DriverError(Exception):
    """The driver could not do it, or the page's code failed."""


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


class Session:
    """A browser and its driver, which has only one; ``window`` is the one that commands go to."""

    def __init__(self, display: str, *, scripts: bool) -> None:
        port = free_port()
        environment = {**os.environ, **BRITISH, **COMPILED_ONCE, "DISPLAY": display}
        program = find_browser("webkit") or ""
        self._driver = subprocess.Popen([program, f"--port={port}"], env=environment, **SILENT)
        self._address = f"http://127.0.0.1:{port}"
        wait_until_answered(self._address)
        args = ["--automation", f"--enable-javascript={str(scripts).lower()}"]
        wanted = {"alwaysMatch": {"webkitgtk:browserOptions": {"args": args}}}
        session = command(self._address, "POST", "/session", {"capabilities": wanted})
        self._address += f"/session/{session['sessionId']}"
        self.window: str = command(self._address, "GET", "/window")

    def do(self, method: str, path: str, given: dict[str, Any] | None, window: str) -> Any:
        """Give one command for one window."""
        if window != self.window:
            command(self._address, "POST", "/window", {"handle": window})
            self.window = window
        return command(self._address, method, path, given)

    def close(self) -> None:
        with suppress(DriverError, OSError):
            command(self._address, "DELETE", "")
        self._driver.terminate()
        self._driver.wait(10)


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


def command(address: str, method: str, path: str, given: dict[str, Any] | None = None) -> Any:
    """Give the driver one command and return its value."""
    body = json.dumps(given).encode() if given is not None else None
    request = Request(address + path, body, {"Content-Type": "application/json"}, method=method)
    try:
        with urlopen(request, timeout=LIMIT) as answered:
            return json.load(answered)["value"]
    except HTTPError as refused:
        told = json.load(refused)["value"]
        kind = NotNow if told["error"] in LEFT else DriverError
        raise kind(f"{path}: {told['error']}: {told['message']}") from None


def wait_until_answered(address: str) -> None:
    """Wait for the driver to listen."""
    for _ in range(100):
        try:
            command(address, "GET", "/status")
        except URLError:
            time.sleep(0.05)
        else:
            return
    raise DriverError("WebKit's driver does not answer.")


def free_port() -> int:
    """Return a port that nobody listens on; the driver cannot choose one and say which."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])
