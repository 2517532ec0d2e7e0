"""What every file that holds trees has beside them: its look, its scripts, its engine.

Boundary: reads what the builders left in ``browser/``. None of it depends on a tree, so all files
of a site share it; how a file is put together is said by ``one_file.py``.
"""

from __future__ import annotations

import gzip
from base64 import b64encode
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from .assets import BROWSER, Asset, Browser

#: What a file may do: run its own scripts and the engine, show its own look, and fetch nothing.
POLICY = (
    "default-src 'none'; script-src {scripts} 'wasm-unsafe-eval'; worker-src blob:; "
    "style-src {style}; img-src data:; base-uri 'none'; form-action 'none'"
)
FRAME = "file/frame.css"
PAGE = "_file/page.js"
WORKER = "_file/worker.js.packed"


@dataclass(frozen=True)
class Kit:
    """The parts of a file.

    ``page`` is the script of its page; ``worker`` the one that runs the engine, in a worker or,
    where there is none, in the page; ``files`` what they ask for, at the addresses that
    ``browser`` names.
    """

    browser: Browser
    style: str
    page: str
    worker: str
    files: tuple[Asset, ...]

    @cached_property
    def blocks(self) -> bytes:
        """The files as a document holds them."""
        return blocks(self.files)

    @cached_property
    def policy(self) -> str:
        """The content policy of a document."""
        scripts = " ".join(map(allowed, (self.page, self.worker)))
        return POLICY.format(scripts=scripts, style=allowed(self.style))


def read(browser: Browser, folder: Path = BROWSER) -> Kit | None:
    """Return the kit; None where the engine or the scripts have not been built."""
    bundle, page, worker = browser.bundle, folder / PAGE, folder / WORKER
    if bundle is None or not (page.is_file() and worker.is_file()):
        return None
    script = Asset(worker.name, worker.read_bytes())
    asked = {bundle.wasm, bundle.library, bundle.engine}
    return Kit(
        # All modules stand in the document: none is fetched beforehand.
        browser=replace(browser, worker=script.path, opening="", modules=()),
        style=_style(browser, folder),
        page=page.read_text(encoding="utf-8"),
        worker=gzip.decompress(script.content).decode(),
        files=(script, *(asset for asset in browser.assets if asset.path in asked)),
    )


def allowed(text: str) -> str:
    """Return what allows an inline text, and no other, in a content policy."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def blocks(files: Iterable[Asset]) -> bytes:
    """Return files as elements that browsers neither run nor show; base64 breaks out of nothing."""
    return b"".join(
        b'<script type="text/plain" data-file="%s">%s</script>\n'
        % (file.path.encode(), b64encode(file.content))
        for file in files
    )


def _style(browser: Browser, folder: Path) -> str:
    """Return the look of trees, then that of what is around them."""
    looks = [asset.content for asset in browser.assets if asset.path in browser.styles]
    return b"\n".join([*looks, (folder / FRAME).read_bytes()]).decode()
