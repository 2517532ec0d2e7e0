"""A session of WebKitGTK's driver: a browser of its own, with nothing kept from another.

Boundary: the driver's process and commands over HTTP, whatever they mean.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import time
from contextlib import suppress
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from tests.browser.windows import NotNow

from machine.browser import find_browser

BRITISH = {"LANGUAGE": "en_GB", "LC_ALL": "C.UTF-8"}
#: Every session would compile the runtime a second time, for a speed that no test asks for.
COMPILED_ONCE = {"JSC_useOMGJIT": "false"}
#: How long a command may take, and the opening of a browser, which takes one or two seconds, in s.
LIMIT, OPENED_WITHIN = 120, 30
#: One opening in some thousands is never answered, whatever the page: the driver and its browser
#: miss each other. Another pair is then started; where none can be opened it fails all the same.
OPENINGS = 3
SILENT: Any = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
#: What the driver says when the page has been left meanwhile.
LEFT = ("stale element reference", "no such element", "element not interactable")


class DriverError(Exception):
    """The driver could not do it, or the page's code failed."""


class Session:
    """A browser and its driver, which has only one; ``window`` is the one that commands go to."""

    def __init__(self, display: str, *, scripts: bool) -> None:
        for left in reversed(range(OPENINGS)):
            self._start_driver(display)
            try:
                self._open_browser(scripts=scripts)
            except TimeoutError:
                self._kill()
                if not left:
                    raise
            else:
                break
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
        self._kill()

    def _start_driver(self, display: str) -> None:
        port = free_port()
        environment = {**os.environ, **BRITISH, **COMPILED_ONCE, "DISPLAY": display}
        self._driver = subprocess.Popen(
            [find_browser("webkit") or "", f"--port={port}"],
            env=environment,
            start_new_session=True,  # so that its browser is ended with it
            **SILENT,
        )
        self._address = f"http://127.0.0.1:{port}"
        wait_until_answered(self._address)

    def _open_browser(self, *, scripts: bool) -> None:
        args = ["--automation", f"--enable-javascript={str(scripts).lower()}"]
        wanted = {"alwaysMatch": {"webkitgtk:browserOptions": {"args": args}}}
        opened = command(
            self._address, "POST", "/session", {"capabilities": wanted}, within=OPENED_WITHIN
        )
        self._address += f"/session/{opened['sessionId']}"

    def _kill(self) -> None:
        with suppress(ProcessLookupError):
            os.killpg(self._driver.pid, signal.SIGKILL)
        self._driver.wait(10)


def command(
    address: str,
    method: str,
    path: str,
    given: dict[str, Any] | None = None,
    *,
    within: float = LIMIT,
) -> Any:
    """Give the driver one command and return its value; ``within`` is in seconds."""
    body = json.dumps(given).encode() if given is not None else None
    request = Request(address + path, body, {"Content-Type": "application/json"}, method=method)
    try:
        with urlopen(request, timeout=within) as answered:
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
