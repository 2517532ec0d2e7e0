"""Takes the pictures of README.md: `.venv/bin/python tools/screenshots.py`, after `make build`.

Shows the built site in a real browser, on a fixed day, and writes small PNGs into
docs/assets/screenshots/. Pictures only: whether the pages are right is for the tests to say.
"""

from __future__ import annotations

import contextlib
import shutil
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Iterator, List, NamedTuple

from playwright.sync_api import Browser, Page, sync_playwright

from machine.browser import find_browser

ROOT = Path(__file__).resolve().parents[1]
SITE = ROOT / "site"
PICTURES = ROOT / "docs" / "assets" / "screenshots"
LARGEST = 150 * 1024
#: Answers with dates lead to the same outcome every day if it is always the same day.
TODAY = "2026-03-02T12:00:00"
OVERDUE = "money=charged&status=started&paid_with=card&refund_on=2026-01-26&card_on=2026-01-10"


class Shot(NamedTuple):
    """One picture: its name, the page and its state, the window, light or dark."""

    name: str
    path: str
    width: int
    height: int
    scheme: Any = "light"


SHOTS = (
    Shot("home", "", 1280, 800),
    Shot("question", "trees/order-cancelled/", 360, 740),
    Shot("date", "trees/refund/#money=charged&status=started&paid_with=card", 360, 740),
    Shot("outcome", f"trees/refund/#{OVERDUE}", 1280, 800, "dark"),
    Shot("outcome-phone", f"trees/refund/#{OVERDUE}", 360, 740),
)


def main(names: List[str]) -> int:
    """Take the named pictures, or all; fail if one is too large to be in a repository."""
    if not (SITE / "index.html").is_file():
        print("There is no site to show. Run `make build` first.", file=sys.stderr)
        return 1
    PICTURES.mkdir(parents=True, exist_ok=True)
    wanted = [shot for shot in SHOTS if not names or shot.name in names]
    with served(SITE) as address, sync_playwright() as playwright:
        program = shutil.which(find_browser() or "")  # else the one that Playwright brings
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        sizes = {shot.name: take(browser, address, shot) for shot in wanted}
        browser.close()
    for name, size in sizes.items():
        print(f"{name}.png: {size // 1024} KB{'' if size <= LARGEST else ', which is too large'}")
    return 0 if all(size <= LARGEST for size in sizes.values()) else 1


def take(browser: Browser, address: str, shot: Shot) -> int:
    """Take one picture and return its size in bytes."""
    window: Any = {"width": shot.width, "height": shot.height}
    context = browser.new_context(
        viewport=window, color_scheme=shot.scheme, locale="en-GB", reduced_motion="reduce"
    )
    page = context.new_page()
    page.clock.set_fixed_time(TODAY)
    page.goto(address + shot.path)
    settle(page, shot)
    picture = page.screenshot(path=PICTURES / f"{shot.name}.png")
    context.close()
    return len(picture)


def settle(page: Page, shot: Shot) -> None:
    """Wait until the engine has drawn the state that the address holds, and nothing moves."""
    if "#" in shot.path:
        page.wait_for_selector("decision-tree[data-ready]", timeout=60_000)
        if page.locator(".dt-status[data-kind=notice]").count():
            raise SystemExit(f"{shot.name}: the tree no longer takes the answers in {shot.path}")
    page.wait_for_load_state("networkidle")
    page.evaluate("() => document.activeElement?.blur?.()")
    page.wait_for_timeout(300)


@contextlib.contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on a free port of this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()


class Quiet(SimpleHTTPRequestHandler):
    """A file server that says nothing."""

    def log_message(self, *_: object) -> None:
        """Leave the terminal to the result."""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
