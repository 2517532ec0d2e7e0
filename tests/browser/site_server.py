"""Serves a folder as a plain web host does: right types, gzip for text, files kept by the browser.

Boundary: a folder in, a server on a free port of this machine out. It counts what it sends, and
does badly what a test wants done badly (faults.py).
"""

from __future__ import annotations

import gzip
import sys
from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from fnmatch import fnmatch
from functools import cache
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socket import SHUT_RDWR, socket
from threading import Lock, Thread
from typing import ClassVar

from tests.browser.faults import Answer, Fault, instead, with_script_in_head

COMPRESSED = {".html", ".js", ".mjs", ".json", ".css", ".svg", ".xml", ".wasm"}
TYPES = {".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm"}


@cache
def packed(content: bytes) -> bytes:
    """Return content as it travels."""
    return gzip.compress(content, 6, mtime=0)


class Handler(SimpleHTTPRequestHandler):
    """One request."""

    protocol_version = "HTTP/1.1"
    extensions_map: ClassVar[dict[str, str]] = {**SimpleHTTPRequestHandler.extensions_map, **TYPES}
    server: Server

    def do_GET(self) -> None:
        self._give(whole=True)

    def do_HEAD(self) -> None:
        self._give(whole=False)

    def _give(self, *, whole: bool) -> None:
        try:
            self._send(self.server.spoilt(self.path, self._found()), whole=whole)
        except ConnectionError:  # the browser has left the page, or the line is lost
            self.close_connection = True

    def _found(self) -> Answer:
        self.directory = str(self.server.folder)  # may have changed since the connection was made
        path = Path(self.translate_path(self.path))
        address, *rest = self.path.split("?", 1)
        if path.is_dir() and not address.endswith("/"):
            return Answer(301, {"Location": "?".join([f"{address}/", *rest])}, b"")
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            return Answer(404, {"Content-Type": "text/plain"}, b"There is nothing here.")
        headers = {"Content-Type": self.guess_type(path), "Cache-Control": "max-age=600"}
        return Answer(200, headers, path.read_bytes(), packs=path.suffix in COMPRESSED)

    def _send(self, answer: Answer, *, whole: bool) -> None:
        content = packed(answer.content) if answer.packs else answer.content
        self.send_response(answer.status)
        for name, value in {**self.server.headers, **answer.headers}.items():
            self.send_header(name, value)
        if answer.packs:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if not whole:
            return
        self.server.count(self.path, len(content))
        sent = content[: int(len(content) * answer.share)]
        self.wfile.write(sent)
        self.close_connection = self.close_connection or len(sent) < len(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Stay silent: a failing test says what it saw."""


class Server(ThreadingHTTPServer):
    """A running server.

    ``address`` is its root, ``sent`` the bytes of all bodies by path. ``folder`` may be changed, as
    a deployment does. ``headers`` go with every response. ``faults`` holds what goes wrong, by
    pattern of the path, in order.
    """

    daemon_threads = True

    def __init__(self, folder: Path, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(("127.0.0.1", 0), Handler)  # type: ignore[arg-type]
        self.folder = folder
        self.headers = headers or {}
        self.address = f"http://127.0.0.1:{self.server_address[1]}/"
        self.sent: Counter[str] = Counter()
        self.faults: list[tuple[str, Fault]] = []
        self._lock = Lock()
        self._open: set[socket] = set()
        Thread(target=self.serve_forever, args=(0.05,), daemon=True).start()

    def spoil(self, pattern: str, *faults: Fault) -> None:
        """Let things go wrong for the paths of a pattern, such as ``*.wasm``."""
        self.faults += [(pattern, fault) for fault in faults]

    def put_in_head(self, code: str) -> None:
        """Have every page run code before anything else."""
        address = f"/in-head-{len(self.faults)}.js"
        self.spoil(address, instead(code, "text/javascript"))
        self.spoil("*/", with_script_in_head(address))

    def spoilt(self, path: str, answer: Answer) -> Answer:
        """Return an answer as this server gives it."""
        for pattern, fault in list(self.faults):
            if fnmatch(path.partition("?")[0], pattern):
                answer = fault(answer)
        return answer

    def count(self, path: str, length: int) -> None:
        with self._lock:
            self.sent[path] += length

    def handle_error(self, request: object, client_address: object) -> None:
        """Stay silent where a browser hangs up; anything else is a mistake of the test."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]

    def process_request(self, request: socket, client_address: object) -> None:  # type: ignore[override]
        with self._lock:
            self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: socket) -> None:  # type: ignore[override]
        with self._lock:
            self._open.discard(request)
        super().shutdown_request(request)

    def stop(self) -> None:
        """Be gone, for browsers too that are still connected."""
        self.shutdown()
        self.server_close()
        for request in list(self._open):
            with suppress(OSError):
                request.shutdown(SHUT_RDWR)
