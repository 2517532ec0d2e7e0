"""A way that goes on in another tree goes on at its page, with the answers."""

from __future__ import annotations

import pytest
from tests.browser.conftest import Meet, Site
from tests.browser.reader import Reader

BEGUN = "trees/kitchen-sink/#arrived=2026-03-20&problems=none&place=shop"
PAID = "How did you pay?"
MONEY = "What does your bank show for this order?"
EXPECTED = {"arrived": "2026-03-20", "problems": "none", "place": "shop", "paid_with": "paypal"}


def test_the_way_goes_on_at_the_other_page__with_the_same_worker(
    reader: Reader, site: Site
) -> None:
    reader.open(BEGUN).sees(PAID).script("window.before = true")
    reader.choose("PayPal").sees(MONEY).is_at_heading()
    assert reader.page.url.startswith(f"{site.address}trees/refund/#")
    assert reader.trail == EXPECTED
    assert reader.script("window.before"), "the theme has loaded the page by itself"
    assert len([url for url in reader.requests if url.endswith(".wasm.packed")]) == 1
    reader.page.go_back()
    reader.sees(PAID)
    reader.page.go_forward()
    reader.sees(MONEY)
    assert reader.trail == EXPECTED


def test_without_instant_pages__the_way_goes_on_as_well(meet: Meet) -> None:
    reader = meet()
    # Without the list of pages the theme leaves links to the browser.
    reader.page.route("**/sitemap.xml", lambda route: route.fulfill(body="<urlset/>"))
    reader.open(BEGUN).sees(PAID).choose("PayPal").sees(MONEY)
    assert reader.wait_until_ready().trail == EXPECTED
    reader.page.go_back()
    reader.wait_until_ready().sees(PAID)


def test_back_in_the_second_tree__leads_into_the_first(reader: Reader) -> None:
    reader.open(BEGUN).choose("PayPal").sees(MONEY)
    reader.page.get_by_role("button", name="Back", exact=True).click()
    reader.sees(PAID)
    assert "trees/kitchen-sink/" in reader.page.url


def test_an_answer_of_the_first_tree__can_be_changed_in_the_second(reader: Reader) -> None:
    reader.open(BEGUN).choose("PayPal").sees(MONEY)
    reader.change("Where will the plant stand?").sees("Where will the plant stand?")
    reader.choose("Outside").sees("Do not put it outside yet")


def test_start_again_in_the_second_tree__begins_where_the_way_began(reader: Reader) -> None:
    reader.open(BEGUN).choose("PayPal").sees(MONEY)
    reader.page.get_by_role("button", name="Start again").click()
    reader.sees("On which day did your plant arrive?")
    assert reader.page.url.endswith("trees/kitchen-sink/")


def test_a_link_to_the_page_of_the_first_tree__ends_where_its_answers_lead(reader: Reader) -> None:
    reader.open(f"{BEGUN}&paid_with=paypal", ready=False)
    reader.page.wait_for_url("**/trees/refund/**", timeout=30_000)  # as long as a start may take
    reader.wait_until_ready().sees(MONEY)
    assert reader.trail == EXPECTED


@pytest.mark.parametrize("instant", [True, False])
def test_a_choice_made_too_early__takes_the_answers_to_the_other_page(
    meet: Meet, instant: bool
) -> None:
    reader = meet()
    if not instant:
        reader.page.route("**/sitemap.xml", lambda route: route.fulfill(body="<urlset/>"))
    reader.hold("**/*.wasm.packed")
    reader.open("trees/order-cancelled/", ready=False)
    first = reader.node.locator("h2").inner_text()
    option = reader.node.locator('a[data-answer]:not([href*="#"])').first
    answer = option.get_attribute("data-answer")
    option.click()
    reader.page.wait_for_url("**/trees/*/#*from=order-cancelled*")
    reader.let_go("**/*.wasm.packed")
    reader.wait_until_ready()
    assert list(reader.trail.values()) == [answer]
    assert first != reader.node.locator("h2").inner_text()
