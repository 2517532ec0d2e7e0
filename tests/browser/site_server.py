"""Serves a folder as a plain web host does: right types, gzip for text, files kept by the browser.

Boundary: the folder in, a server on a free port of this machine out; it counts what it sends.
"""

from __future__ import annotations

import gzip
from collections import Counter
from contextlib import suppress
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Lock, Thread
from typing import IO, ClassVar

COMPRESSED = {".html", ".js", ".mjs", ".json", ".css", ".svg", ".xml", ".wasm"}
TYPES = {".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm"}


@cache
def packed(path: Path, changed: float) -> bytes:
    """Return a file as it travels; ``changed`` is its time of change."""
    return gzip.compress(path.read_bytes(), 6, mtime=0)


class Handler(SimpleHTTPRequestHandler):
    """One request."""

    protocol_version = "HTTP/1.1"
    extensions_map: ClassVar[dict[str, str]] = {**SimpleHTTPRequestHandler.extensions_map, **TYPES}
    server: Server

    def send_head(self) -> IO[bytes] | None:  # type: ignore[override]
        path = Path(self.translate_path(self.path))
        if path.is_dir():
            if not self.path.split("?")[0].endswith("/"):
                return super().send_head()
            path /= "index.html"
        if not path.is_file():
            return self._say(404, b"There is nothing here.", "text/plain", packs=False)
        packs = path.suffix in COMPRESSED
        content = packed(path, path.stat().st_mtime) if packs else path.read_bytes()
        return self._say(200, content, self.guess_type(path), packs=packs)

    def _say(self, status: int, content: bytes, kind: str, *, packs: bool) -> IO[bytes]:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "max-age=600")
        if packs:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.server.count(self.path, len(content))
        return BytesIO(content)

    def copyfile(self, source: IO[bytes], outputfile: IO[bytes]) -> None:  # type: ignore[override]
        with suppress(ConnectionError):  # the browser has left the page
            super().copyfile(source, outputfile)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Stay silent: a failing test says what it saw."""


class Server(ThreadingHTTPServer):
    """A running server; ``address`` is its root, ``sent`` the bytes of all bodies, by path."""

    daemon_threads = True

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
        self.address = f"http://127.0.0.1:{self.server_address[1]}/"
        self.sent: Counter[str] = Counter()
        self._lock = Lock()
        Thread(target=self.serve_forever, daemon=True).start()

    def count(self, path: str, length: int) -> None:
        with self._lock:
            self.sent[path] += length
