"""What the tests of the page share: our own site, built and served once, and readers of it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from tests.browser.reader import Reader
from tests.browser.site_server import Server

from machine.browser import find_browser

HERE = Path(__file__).parent


ROOT = HERE.parents[1]
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "locale": "en-GB"}
DESK = {"viewport": {"width": 1280, "height": 800}, "locale": "en-GB"}
PREFIX = "guide"
#: A Monday: where days are counted, readers live on it.
TODAY = "2026-03-23T10:00:00"
QUIET = ("--no-first-run", "--disable-background-networking", "--disable-component-update")


@dataclass(frozen=True)
class Site:
    """The site: its address, the folder that holds it, and the server."""

    address: str
    folder: Path
    server: Server


type Meet = Callable[..., Reader]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Our own site as `mkdocs build` makes it, served below a prefix as project pages are."""
    root = tmp_path_factory.mktemp("site")
    server = Server(root)
    address = f"{server.address}{PREFIX}/"
    config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(root / PREFIX), site_url=address)
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    yield Site(address, root / PREFIX, server)
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    found = find_browser()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=found_path(found), args=["--no-sandbox", "--disable-gpu", *QUIET]
        )
        yield browser
        browser.close()


def found_path(name: str | None) -> str | None:
    """Return where the browser lies; None lets Playwright take its own."""
    return shutil.which(name) if name else None


@pytest.fixture
def context(chromium: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Opens a browser context: a reader's browser that nobody has used before."""
    opened: list[BrowserContext] = []

    def make(**options: Any) -> BrowserContext:
        opened.append(chromium.new_context(**{**PHONE, **options}))
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
        page.clock.set_fixed_time(TODAY)
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
