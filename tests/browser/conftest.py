"""What the tests of the page share: our own site, built and served once, and readers of it.

``meet`` brings readers in Chromium, whose page can be asked anything; ``visit`` brings visitors in
each of the three browsers, and a test that takes it runs once in each.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import BrowserContext, Page, Playwright, sync_playwright
from tests.browser.faults import missing, replaced, with_script
from tests.browser.reader import Reader
from tests.browser.site_server import Server
from tests.browser.visitor import Visitor
from tests.browser.windows import Window
from tests.browser.windows.by_playwright import PHONE, Chromium, Firefox
from tests.browser.windows.by_webdriver import WebKit

from machine.browser import mend, missing_browsers, wanted_browsers
from machine.steps import Failure
from trees.publishing import policy

HERE = Path(__file__).parent


ROOT = HERE.parents[1]
DESK = {"viewport": {"width": 1280, "height": 800}, "locale": "en-GB"}
KEEPS_NOTHING = {"service_workers": "block"}
PREFIX = "guide"
#: A Monday: where days are counted, readers live on it.
TODAY = "2026-03-23T10:00:00"
CLOCK = """(() => {
  const now = new Date("%s").getTime();
  globalThis.Date = class extends Date {
    constructor(...given) { super(...(given.length ? given : [now])); }
    static now() { return now; }
  };
})();"""


@dataclass(frozen=True)
class Site:
    """The site: its address, the folder that holds it, and the server."""

    address: str
    folder: Path
    server: Server


type Meet = Callable[..., Reader]
type Visit = Callable[..., Visitor]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run whatever is about a browser in each that is wanted."""
    if "browser_name" in metafunc.fixturenames:
        try:
            metafunc.parametrize("browser_name", wanted_browsers())
        except Failure as failure:
            raise pytest.UsageError(str(failure)) from None


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say loudly in which browsers nothing was tested."""
    for name in missing_browsers():
        terminalreporter.section(f"NOT TESTED IN {name.upper()}", red=True, bold=True)
        terminalreporter.line(f"To change that, {mend(name)}")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Our own site as `mkdocs build` makes it, served as docs/hosting.md says, below a prefix."""
    root = tmp_path_factory.mktemp("site")
    server = Server(root, headers=policy.headers())
    address = f"{server.address}{PREFIX}/"
    config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(root / PREFIX), site_url=address)
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    yield Site(address, root / PREFIX, server)
    server.stop()


# --- Chromium alone -------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Iterator[Chromium]:
    browser = Chromium(playwright)
    yield browser
    browser.close()


@pytest.fixture
def context(chromium: Chromium) -> Iterator[Callable[..., BrowserContext]]:
    """Opens a browser context: a reader's browser that nobody has used before.

    It keeps no copy of the site, which would answer in place of the server that a test spoils.
    """
    opened: list[BrowserContext] = []

    def make(**options: Any) -> BrowserContext:
        opened.append(chromium.browser.new_context(**{**PHONE, **KEEPS_NOTHING, **options}))
        return opened[-1]

    yield make
    for one in opened:
        one.close()


@pytest.fixture
def meet(context: Callable[..., BrowserContext], site: Site) -> Iterator[Meet]:
    """Brings readers, each in a browser of their own; at the end all must have gone well.

    ``expects_complaints``: the test breaks something on purpose, and the console says so.
    """
    met: list[tuple[Reader, bool]] = []

    def make(*, expects_complaints: bool = False, **options: Any) -> Reader:
        page: Page = context(**options).new_page()
        # Not by Playwright's clock, which loses short timers once a long one runs.
        page.add_init_script(CLOCK % TODAY)
        met.append((Reader(page, site.address), expects_complaints))
        return met[-1][0]

    yield make
    for reader, expects_complaints in met:
        foreign = [url for url in reader.requests if not url.startswith(site.address)]
        assert [url for url in foreign if not url.startswith(("data:", "blob:"))] == []
        assert expects_complaints or reader.complaints == []


@pytest.fixture
def reader(meet: Meet) -> Reader:
    """A reader on a phone."""
    return meet()


# --- each of the three browsers -------------------------------------------------------------------


@pytest.fixture(scope="session")
def firefox(playwright: Playwright) -> Iterator[Firefox]:
    browser = Firefox(playwright)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def webkit() -> Iterator[WebKit]:
    browser = WebKit()
    yield browser
    browser.close()


@pytest.fixture
def open_window(
    request: pytest.FixtureRequest, browser_name: str
) -> Iterator[Callable[..., Window]]:
    """Opens windows of a browser that nobody has used before."""
    if browser_name in missing_browsers():
        give_up = pytest.fail if os.environ.get("CI") else pytest.skip
        give_up(f"there is no {browser_name}: {mend(browser_name)}")
    browser = request.getfixturevalue(browser_name)
    opened: list[Window] = []

    def make(**options: Any) -> Window:
        opened.append(browser.open(**options))
        return opened[-1]

    yield make
    for window in opened:
        window.close()


@pytest.fixture
def server(site: Site) -> Iterator[Server]:
    """A server of the site for one test: at an address that no browser has seen."""
    server = Server(site.folder.parent, headers=policy.headers())
    yield server
    server.stop()


@pytest.fixture
def visit(open_window: Callable[..., Window], server: Server, site: Site) -> Visit:
    """Brings visitors, each in a browser of their own, on the day TODAY unless told otherwise.

    Their browsers keep no copy of the site, which would answer in place of a server that is spoilt.
    """

    address = f"{server.address}{PREFIX}/"
    # What the theme loads by itself is what this says; else every page costs a start of the engine.
    server.spoil("*/sitemap.xml", replaced(site.address, address))

    def make(*, now: str = TODAY, **options: Any) -> Visitor:
        server.put_in_head(CLOCK % now)
        server.spoil("*/sw.js", missing)
        window = open_window(**options, origin=server.address.rstrip("/"))
        if window.denial:
            server.put_in_head(window.denial)
            server.spoil("*/worker.js", with_script(window.denial))
        return Visitor(window, address)

    return make
