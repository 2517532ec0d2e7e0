"""The site without a network: after one visit, all of it, with the server really stopped."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Error, expect
from tests.browser.conftest import TODAY, Site
from tests.browser.device import Device
from tests.browser.host import Host
from tests.browser.reader import Reader
from tests.browser.visitor import START
from tests.browser.windows.by_playwright import PHONE, Chromium

TREE = "trees/kitchen-sink/"


@pytest.fixture(scope="module")
def device(
    tmp_path_factory: pytest.TempPathFactory, site: Site, chromium: Chromium
) -> Iterator[Device]:
    """A device that has seen one page of our site; then the server was stopped."""
    host = Host(tmp_path_factory.mktemp("host"))
    host.put(site.folder)
    context = chromium.browser.new_context(**PHONE)
    page = context.new_page()
    page.clock.set_fixed_time(TODAY)
    device = Device(Reader(page, host.address)).keep("about/")
    host.stop()
    yield device
    context.close()


def test_the_server__is_really_gone(device: Device) -> None:
    with pytest.raises(Error, match="ECONNREFUSED"):
        device.page.context.request.get(device.reader.site)


def test_every_page__opens_as_it_was_built(device: Device, site: Site) -> None:
    pages = {
        page.parent.relative_to(site.folder).as_posix().removeprefix("."): page.read_text()
        for page in sorted(site.folder.rglob("index.html"))
    }
    assert len(pages) > 50
    for address, html in pages.items():
        if address.startswith(("rules/", "es/", "pt-BR/")):  # many, and made alike
            assert device.gets(f"{address}/") == html
            continue
        response = device.open(address and f"{address}/", until="commit")
        assert response.from_service_worker, address
        assert response.text() == html


def test_a_tree__is_walked_by_its_engine(device: Device) -> None:
    reader = device.reader.open(TREE).sees("On which day did your plant arrive?")
    reader.fill(day="20", month="3", year="2026").go_on().sees("What is wrong with the plant?")
    reader.tick("Dry soil").go_on().sees("How wide is the pot?").is_at_heading()


def test_a_link_with_answers__leads_to_its_place(device: Device) -> None:
    device.page.goto("about:blank")
    reader = device.reader.open(f"{TREE}#arrived=2026-03-20&problems=dry")
    reader.sees("How wide is the pot?")
    assert reader.trail == {"arrived": "2026-03-20", "problems": "dry"}


def test_a_way_into_another_tree__goes_on_there(device: Device) -> None:
    reader = device.reader.open("trees/order-cancelled/")
    first = reader.node.locator("a.dt-option:not([href*='#'])").first
    href = first.get_attribute("href")
    assert href
    first.click()
    device.page.wait_for_url(f"**{href.replace('..', '')}**")
    reader.wait_until_ready()


def test_the_playground__checks_and_shows_what_is_typed(device: Device) -> None:
    device.open("playground/")
    state = device.page.locator(".pg-state")
    expect(state).to_contain_text("Proven", timeout=START * 1000)
    device.page.get_by_role("textbox", name="The tree as YAML").click()
    device.page.keyboard.type("nonsense: 1\n")
    expect(state).to_have_text("1 problem", timeout=START * 1000)


def test_links__are_followed_without_loading_the_page_anew(device: Device) -> None:
    device.open()
    device.page.evaluate("globalThis.same = true")
    device.page.locator(".md-content a[href$='/about/']").first.click()
    expect(device.page.locator(".md-content h1")).to_contain_text("About")
    assert device.page.evaluate("globalThis.same")


def test_search__finds_what_is_in_a_tree(device: Device) -> None:
    device.open()
    device.page.locator("label[for=__search]").first.click()
    # The theme's own words for: the index is there.
    expect(device.page.locator(".md-search-result__meta")).to_have_text("Type to start searching")
    device.page.locator(".md-search__input").press_sequentially("refund")
    found = device.page.locator(".md-search-result__link[href*='trees/refund/']")
    expect(found.first).to_be_visible()


@pytest.mark.parametrize("path", ["trees/refund", "trees/refund/index.html", "trees/refund/?h=x"])
def test_other_ways_to_write_an_address__lead_there(device: Device, path: str) -> None:
    assert device.open(path).ok
    expect(device.page.locator("decision-tree[data-tree=refund]")).to_be_attached()


def test_what_the_site_does_not_have__is_said_to_be_missing(device: Device) -> None:
    response = device.open("nowhere/")
    assert response.status == 404
    expect(device.page.locator("h1")).to_have_text("This page is not here")
    device.page.get_by_text("All guides", exact=True).click()
    expect(device.page.locator(".dt-cards")).to_be_visible()


def test_a_page_that_is_missing__has_a_finder_that_works(device: Device) -> None:
    device.open("no/such/page/")
    device.page.get_by_role("searchbox", name="Say it in your own words").fill("money not back")
    expect(device.page.locator(".dt-finder-link").first).to_contain_text("Where is my refund?")


def test_the_browser__offers_to_install_it(device: Device) -> None:
    device.open()
    session = device.page.context.new_cdp_session(device.page)
    problems = session.send("Page.getInstallabilityErrors")["installabilityErrors"]
    # The one thing that stands in the way is how tests open browsers.
    assert [problem["errorId"] for problem in problems] == ["in-incognito"]
    manifest = session.send("Page.getAppManifest")
    assert manifest["errors"] == []


def test_a_worker_that_was_stopped__starts_again(device: Device) -> None:
    device.open("about/")
    device.stop_workers()
    assert "decision-tree" in device.gets("trees/refund/")
    assert device.open("privacy/").from_service_worker
