"""Shows the site on this machine: picks the address, says it, and runs `mkdocs serve`.

PORT and HOST are honoured; without PORT the first free port from 8000 on is taken.
"""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parents[1]
FIRST, LAST = 8000, 8099


def main() -> int:
    """Serve until the person stops it."""
    host = os.environ.get("HOST", "127.0.0.1")
    try:
        port = choose_port(host, os.environ.get("PORT", ""))
    except ValueError as error:
        print(f"\n{error}\n", file=sys.stderr)
        return 2
    address = f"http://{host}:{port}{base_path()}"
    print(
        f"\n    {address}\n\nshows the site as soon as it is built. Ctrl-C stops it.\n", flush=True
    )
    return serve(f"{host}:{port}")


def serve(host_and_port: str) -> int:
    """Run MkDocs in the foreground; Ctrl-C is the usual way to end it."""
    # Explicit: under click 8.3, MkDocs 1.6.1 rebuilds nothing without it (mkdocs issue 4032).
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "-a", host_and_port]
    try:
        return subprocess.run(command, cwd=ROOT, check=False).returncode
    except KeyboardInterrupt:
        return 0


def choose_port(host: str, wanted: str) -> int:
    """Return the port that was asked for, or the first free one."""
    if wanted:
        if not wanted.isdigit() or not 0 < int(wanted) < 65536:
            raise ValueError(f"PORT must be a number from 1 to 65535, and it is {wanted!r}.")
        if not is_free(host, int(wanted)):
            raise ValueError(f"Port {wanted} is taken. Leave PORT out, and a free one is found.")
        return int(wanted)
    free = next((port for port in range(FIRST, LAST + 1) if is_free(host, port)), None)
    if free is None:
        raise ValueError(f"No port from {FIRST} to {LAST} is free. Name another: make serve PORT=…")
    return free


def is_free(host: str, port: int) -> bool:
    """Whether a server could listen there."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
        return True


def base_path() -> str:
    """Return the folder of the site's address: MkDocs serves below it."""
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    site_url = re.search(r"^site_url:\s*['\"]?([^'\"\s#]+)", settings, re.MULTILINE)
    path = urlsplit(site_url.group(1)).path if site_url else "/"
    return path.rstrip("/") + "/"


if __name__ == "__main__":
    sys.exit(main())
