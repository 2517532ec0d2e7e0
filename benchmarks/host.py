"""A web host for everything that is compared: one server, one folder, one line to it.

Boundary: serves a folder, compressed or not, and counts. A slow line is slow here and not in the
browser, whose own throttling does not reach workers.
"""

from __future__ import annotations

import gzip
import threading
import time
from collections import Counter
from contextlib import suppress
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

COMPRESSED = {".html", ".js", ".mjs", ".json", ".css", ".svg", ".xml", ".wasm"}
TYPES = {".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm"}
PIECE = 4_096


@cache
def packed(path: Path) -> bytes:
    """Return a file as it travels from a host that compresses."""
    return gzip.compress(path.read_bytes(), 6, mtime=0)


class Line:
    """The reader's line: so many bits a second for all connections together, and a delay."""

    def __init__(self, bits_per_second: float = 0, delay: float = 0) -> None:
        self.bits_per_second = bits_per_second
        self.delay = delay
        self._free_at = 0.0
        self._lock = threading.Lock()

    def wait(self, length: int) -> None:
        """Return when so many bytes have passed."""
        if not self.bits_per_second:
            return
        with self._lock:
            start = max(self._free_at, time.monotonic())
            self._free_at = start + length * 8 / self.bits_per_second
        time.sleep(max(0, self._free_at - time.monotonic()))


class Handler(SimpleHTTPRequestHandler):
    """One request."""

    protocol_version = "HTTP/1.1"
    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, **TYPES}  # noqa: RUF012
    server: Host

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        with suppress(ConnectionError):  # the browser has left the page
            time.sleep(self.server.line.delay)
            self._send(path)

    def _send(self, path: Path) -> None:
        if not path.is_file():
            return self.send_error(404)
        packs = self.server.compresses and path.suffix in COMPRESSED
        content = packed(path) if packs else path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "max-age=600")
        if packs:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.server.sent[self.path] += len(content)
        for start in range(0, len(content), PIECE):
            piece = content[start : start + PIECE]
            self.server.line.wait(len(piece))
            self.wfile.write(piece)
        return None

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Stay silent."""


class Host(ThreadingHTTPServer):
    """A running server; ``address`` is its root, ``sent`` the bytes of all bodies by path."""

    daemon_threads = True

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), partial(Handler, directory=str(folder)))
        self.address = f"http://127.0.0.1:{self.server_address[1]}/"
        self.compresses = True
        self.line = Line()
        self.sent: Counter[str] = Counter()
        threading.Thread(target=self.serve_forever, args=(0.05,), daemon=True).start()

    def stop(self) -> None:
        self.shutdown()
        self.server_close()

    def handle_error(self, request: object, client_address: object) -> None:
        """Stay silent where a browser hangs up."""
