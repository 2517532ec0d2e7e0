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
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from tests.browser.windows import FIND, PAUSE, NotFound, NotNow

from machine.browser import find_browser

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
KEYS = {"Control": "\ue009", "Enter": "\ue007", "Tab": "\ue004", "Space": " "}
RUN = """const [given, done] = arguments;
(async () => (%s)(...given))().then(
  (value) => done({value}), (error) => done({error: String(error)}));"""
BRITISH = {"LANGUAGE": "en_GB", "LC_ALL": "C.UTF-8"}
LIMIT = 60
#: What the driver says when the page has been left meanwhile.
LEFT = ("stale element reference", "no such element", "element not interactable")


class DriverError(Exception):
    """The driver could not do it, or the page's code failed."""


class WebKit:
    """The driver and its screen; it opens windows."""

    def __init__(self) -> None:
        reads, writes = os.pipe()
        silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        screen = ("Xvfb", "-displayfd", str(writes), "-screen", "0", "1280x1000x24")
        self._screen = subprocess.Popen(screen, pass_fds=[writes], **silent)
        os.close(writes)
        with os.fdopen(reads) as said:
            display = f":{said.readline().strip()}"
        port = free_port()
        environment = {**os.environ, **BRITISH, "DISPLAY": display}
        program = find_browser("webkit") or ""
        self._driver = subprocess.Popen([program, f"--port={port}"], env=environment, **silent)
        self.address = f"http://127.0.0.1:{port}"
        wait_until_answered(self.address)

    def open(self, *, scripts: bool = True) -> WebKitWindow:
        """Open a window; with ``scripts=False`` pages run none."""
        args = ["--automation", f"--enable-javascript={str(scripts).lower()}"]
        wanted = {"alwaysMatch": {"webkitgtk:browserOptions": {"args": args}}}
        session = command(self.address, "POST", "/session", {"capabilities": wanted})
        return WebKitWindow(f"{self.address}/session/{session['sessionId']}")

    def close(self) -> None:
        for process in (self._driver, self._screen):
            process.terminate()
            process.wait(10)


class WebKitWindow:
    """A Window over one session."""

    def __init__(self, session: str) -> None:
        self._session = session
        self._do("/window/rect", width=447, height=800)

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
        self._do(f"{self._find(css, text)}/click")

    def write(self, css: str, text: str) -> None:
        box = self._find(css)
        self._do(f"{box}/clear")
        if text:
            self._do(f"{box}/value", text=text)

    def press(self, keys: str) -> None:
        active = command(self._session, "GET", "/element/active")[ELEMENT]
        pressed = "".join(KEYS.get(key, key) for key in keys.split("+"))
        self._do(f"/element/{active}/value", text=pressed)

    def pause(self) -> None:
        time.sleep(PAUSE)

    def close(self) -> None:
        command(self._session, "DELETE", "")

    def _do(self, path: str, **given: Any) -> Any:
        return command(self._session, "POST", path, given)

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
