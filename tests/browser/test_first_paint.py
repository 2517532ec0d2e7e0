"""From the first paint on nothing moves, and nothing that a reader does too early goes astray."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import DESK, PHONE, Meet
from tests.browser.reader import Reader

FORM = "trees/kitchen-sink/"
#: What may come after the first paint.
LATE = ("**/element/*.js", "**/logo.svg")
#: Adds up how far things moved, as browsers reckon it.
SHIFTS = """globalThis.moved = 0;
new PerformanceObserver((list) => {
  for (const shift of list.getEntries()) globalThis.moved += shift.value;
}).observe({type: "layout-shift", buffered: true});"""


@pytest.mark.parametrize(("page", "size"), [(FORM, PHONE), ("trees/refund/", DESK)])
def test_nothing_moves__from_the_first_paint_until_the_engine_is_ready(
    meet: Meet, page: str, size: dict[str, Any]
) -> None:
    reader = meet(**size)
    reader.page.add_init_script(SHIFTS)
    for late in LATE:
        reader.hold(late)
    reader.page.goto(reader.site + page, wait_until="commit")
    expect(reader.node.locator("h2")).to_be_visible()
    reader.page.wait_for_timeout(300)
    before = reader.node.locator("h2").bounding_box()
    for late in LATE:
        reader.let_go(late)
    reader.wait_until_ready()
    assert reader.node.locator("h2").bounding_box() == before
    assert reader.script("globalThis.moved") == 0


def test_a_shared_link__moves_nothing_that_a_reader_sees(meet: Meet) -> None:
    reader = meet()
    reader.page.add_init_script(SHIFTS)
    reader.hold("**/worker.js")
    reader.page.goto(f"{reader.site}{FORM}#arrived=2026-03-20", wait_until="commit")
    expect(reader.status).to_contain_text("One moment")
    reader.page.wait_for_timeout(300)
    reader.let_go("**/worker.js")
    reader.wait_until_ready()
    expect(reader.page.get_by_role("link", name="All guides").last).to_be_visible()
    assert reader.script("globalThis.moved") == 0


def without_element(meet: Meet) -> Reader:
    """Somebody who gets the page, but not its script."""
    reader = meet(expects_complaints=True)
    reader.page.route("**/element/*.js", lambda route: route.abort())
    return reader.open(FORM, ready=False)


def test_a_form_sent_before_the_element_is_there__goes_nowhere(meet: Meet) -> None:
    reader = without_element(meet)
    before = reader.page.url
    reader.fill(day="20", month="3", year="2026").go_on()
    reader.page.wait_for_timeout(300)
    assert reader.page.url == before
    assert not any("2026" in url for url in reader.requests)


def test_a_script_that_never_comes__leaves_the_branches_in_words(meet: Meet) -> None:
    reader = without_element(meet)
    expect(reader.node.locator("form")).to_be_visible()
    expect(reader.node.locator("a.dt-option").first).to_be_visible(timeout=12_000)
    expect(reader.node.locator("form")).to_be_hidden()
    reader.node.locator("a.dt-option").first.click()
    reader.sees("What is wrong with the plant?")
