"""The finder: a reader says what happened, by keyboard and with slips, and is led on."""

from __future__ import annotations

from playwright.sync_api import expect
from tests.browser.conftest import DESK, TODAY, Meet, Site
from tests.browser.reader import Reader

PANEL = ".dt-finder-panel"


def test_own_words__with_slips__lead_to_the_node_that_helps(meet: Meet) -> None:
    reader = at_the_field(meet)
    assert not any("places-" in request for request in reader.requests), "fetched before a touch"
    reader.page.get_by_role("searchbox", name="Say it in your own words").focus()
    reader.page.keyboard.type("seler wants me pay by whatsap")
    expect(reader.page.locator(PANEL).get_by_role("status")).to_contain_text("fit")
    link = reader.page.locator(f"{PANEL} a").first
    reader.press("ArrowDown")
    expect(link).to_be_focused()
    reader.press("Escape")
    expect(reader.page.locator(PANEL)).to_be_hidden()
    reader.page.keyboard.type("p")
    expect(link).to_contain_text("Do not pay outside AliExpress")
    reader.press("Enter")
    reader.page.wait_for_url("**/trees/get-it-shipped/#refuse_outside")
    expect(reader.node).to_have_attribute("data-node", "refuse_outside")


def test_words_that_fit_nothing__and_a_page_that_is_not_there__still_lead_on(
    meet: Meet, site: Site
) -> None:
    """Hosts answer with the page that says so, at whatever address was asked for."""
    reader = meet(expects_complaints=True, **DESK)
    missing = site.folder / "404.html"
    reader.page.route("**/no/such/*", lambda route: route.fulfill(status=404, path=missing))
    reader.open("no/such/page.html", ready=False)
    expect(reader.page.locator("h1")).to_have_text("This page is not here")
    field = reader.page.get_by_role("searchbox")
    field.fill("xylophone")
    expect(reader.page.get_by_role("status")).to_contain_text("Nothing fits")
    field.fill("shipment cancelled")
    reader.page.locator(f"{PANEL} a").first.click()
    reader.page.wait_for_url("**/trees/tracking-message/#order_state")
    expect(reader.node).to_have_attribute("data-node", "order_state")


def test_the_search_of_the_site__asked_in_a_buyers_words__opens_the_right_node(meet: Meet) -> None:
    reader = at_the_field(meet)
    reader.page.locator("input.md-search__input").click()
    expect(reader.page.locator(".md-search-result__meta")).to_have_text("Type to start searching")
    reader.page.locator("input.md-search__input").press_sequentially(
        "refund completed but no money"
    )
    found = reader.page.locator(".md-search-result__link[href*='#completed_absent']").first
    expect(found).to_contain_text("refund completed but no money")
    found.click()
    expect(reader.node).to_have_attribute("data-node", "completed_absent")


def test_the_list_of_all_words__waits_until_somebody_turns_to_the_search(meet: Meet) -> None:
    """It is larger than the page: the engine, and a slow line, have it out of their way."""
    reader = at_the_field(meet)
    reader.page.wait_for_timeout(1_000)  # the theme would ask as soon as its script runs
    assert list_of_words(reader) == 0
    reader.press("s")
    expect(reader.page.locator("input.md-search__input")).to_be_focused()
    reader.page.keyboard.type("refund")
    expect(reader.page.locator(".md-search-result__link").first).to_be_visible()
    assert list_of_words(reader) == 1


def test_a_link_with_words_to_mark__has_them_marked(meet: Meet) -> None:
    reader = meet(**DESK).open("about/?h=unofficial", ready=False)
    expect(reader.page.locator(".md-content mark").first).to_have_text("unofficial")


def test_without_script__the_field_is_not_offered(meet: Meet) -> None:
    reader = meet(java_script_enabled=False, **DESK)
    reader.open("", ready=False)
    expect(reader.page.locator("tree-finder")).to_be_hidden()
    expect(reader.page.locator(".ways a").first).to_be_visible()


def list_of_words(reader: Reader) -> int:
    """How many times it was asked for."""
    return sum(url.endswith("/search/search_index.json") for url in reader.requests)


def at_the_field(meet: Meet) -> Reader:
    reader = meet(**DESK)
    reader.page.clock.set_system_time(TODAY)
    reader.open("", ready=False)
    return reader
