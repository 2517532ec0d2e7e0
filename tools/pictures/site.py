"""Pages of the built site in a real browser, on a fixed day.

Boundary: pictures only; whether the pages are right is for the tests to say.
"""

from __future__ import annotations

import contextlib
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Iterator, NamedTuple, Tuple

from playwright.sync_api import Browser, Page

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
    #: For the playground: words in the text, and what an author makes of them.
    slip: Tuple[str, ...] = ()


SHOTS = (
    Shot("home", "", 1280, 800),
    Shot("question", "trees/order-cancelled/", 360, 740),
    Shot("date", "trees/refund/#money=charged&status=started&paid_with=card", 360, 740),
    Shot("outcome", f"trees/refund/#{OVERDUE}", 1280, 800, "dark"),
    Shot("playground", "playground/", 1280, 800, slip=("go: found", "go: foud")),
    Shot("outcome-phone", f"trees/refund/#{OVERDUE}", 360, 740),
)


def take(browser: Browser, address: str, shot: Shot, picture: Path) -> None:
    """Take one picture."""
    window: Any = {"width": shot.width, "height": shot.height}
    context = browser.new_context(
        viewport=window, color_scheme=shot.scheme, locale="en-GB", reduced_motion="reduce"
    )
    page = context.new_page()
    page.clock.set_fixed_time(TODAY)
    page.goto(address + shot.path)
    settle(page, shot)
    if shot.slip:
        slip(page, *shot.slip)
    page.screenshot(path=picture)
    context.close()


def settle(page: Page, shot: Shot) -> None:
    """Wait until the engine has drawn the state that the address holds, and nothing moves."""
    if "#" in shot.path:
        page.wait_for_selector("decision-tree[data-ready]", timeout=60_000)
        if page.locator(".dt-status[data-kind=notice]").count():
            raise SystemExit(f"{shot.name}: the tree no longer takes the answers in {shot.path}")
    page.wait_for_load_state("networkidle")
    page.evaluate("() => document.activeElement?.blur?.()")
    page.wait_for_timeout(300)


def slip(page: Page, right: str, wrong: str) -> None:
    """Write something wrong in the playground, and wait until it is found."""
    page.get_by_text("Proven").wait_for(timeout=60_000)
    page.locator(".cm-line").filter(has_text=right).click()
    page.keyboard.press("End")
    for _ in right:
        page.keyboard.press("Backspace")
    page.keyboard.type(wrong)
    # To where the author finds all of it: the words, underlined, and what is wrong with them.
    problems = page.get_by_role("list", name="Problems")
    problems.get_by_role("button").first.click()
    problems.scroll_into_view_if_needed()
    page.mouse.move(0, 0)
    page.wait_for_timeout(500)


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
