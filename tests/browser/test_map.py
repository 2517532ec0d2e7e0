"""The map of a guide, as a reader comes to it, reads it, and goes back."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import Meet

#: Texts of the picture that reach beyond the box they stand in, in the fonts of this browser.
TOO_WIDE = """() => [...document.querySelectorAll(".dt-map-node")].flatMap((node) => {
  const box = node.querySelector(".dt-map-edge").getBoundingClientRect();
  return [...node.querySelectorAll("text")].filter((text) => {
    const words = text.getBoundingClientRect();
    const isStep = text.closest(".dt-map-step");
    const isBeside = words.left < box.left || words.right > box.right;
    return !isStep && (isBeside || words.bottom > box.bottom);
  }).map((text) => text.textContent);
})"""
#: How the page would be written in a language that is read from right to left.
FROM_THE_RIGHT = """addEventListener("DOMContentLoaded", () => {
  document.body.dir = document.documentElement.dir = "rtl";
});"""
#: Where the picture begins, and how its frame lies in the page.
LAID = """(() => {
  const frame = document.querySelector(".dt-map-frame").getBoundingClientRect();
  const picture = document.querySelector(".dt-map-picture").getBoundingClientRect();
  return [picture.left - frame.left, frame.left - (document.body.clientWidth - frame.right)];
})()"""
#: How high a picture can be below the title of a sheet, in px.
MOST_OF_A_SHEET = 720
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def test_reader__sees_their_way_on_the_map__and_goes_back_with_their_answers(meet: Meet) -> None:
    reader = meet()
    page = reader.page
    page.goto(f"{reader.site}trees/refund/#money=charged&status=started")
    reader.wait_until_ready()
    page.get_by_role("link", name="See the whole guide as a map").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Map: Where is my refund?")

    picture = page.locator("svg.dt-map-picture")
    expect(picture.locator(".dt-map-node[data-on-way]")).to_have_count(3)
    expect(picture.locator(".dt-map-line[data-on-way]")).to_have_count(2)
    expect(picture.locator(".dt-map-step text")).to_have_text(["1", "2", "3"])
    # Three answers to the second question lead on to the third; one of them is the reader's.
    given = page.locator(".dt-map-answers [data-on-way]")
    expect(given).to_have_text(["Paid, the money has left", "Started, or “processing”"])
    here = picture.get_by_role("link", name="How did you pay?")
    expect(here).to_have_attribute("aria-current", "step")
    assert page.evaluate(TOO_WIDE) == []
    assert page.evaluate(SIDEWAYS) == 0
    hint = page.get_by_text("The map is wider than this screen")
    expect(hint).to_be_visible()
    page.set_viewport_size({"width": 1600, "height": 800})
    expect(hint).to_be_hidden()

    page.get_by_role("button", name="Show where I am").click()
    expect(here).to_be_focused()
    expect(here).to_be_in_viewport()
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("document.activeElement.closest('.dt-map-picture') !== null")

    asked = page.get_by_role("heading", name="What does the order page say")
    asked.get_by_role("link").click()
    reader.wait_until_ready()
    expect(reader.node).to_have_attribute("data-node", "status")
    expect(page.locator(".dt-trail-entry").first).to_contain_text("What does your bank show")


def test_map__without_scripts__leads_to_each_place(meet: Meet) -> None:
    reader = meet(java_script_enabled=False)
    page = reader.page
    page.goto(f"{reader.site}trees/order-cancelled/map/")
    expect(page.locator(".dt-map-way")).to_be_hidden()
    page.locator("svg").get_by_role("link", name="Who cancelled the order?").click()
    expect(reader.node).to_have_attribute("data-node", "who")


@pytest.mark.parametrize("width", [360, 1600])
def test_map__on_a_page_read_from_the_right__opens_at_its_start(meet: Meet, width: int) -> None:
    reader = meet(viewport={"width": width, "height": 740})
    page = reader.page
    page.add_init_script(FROM_THE_RIGHT)
    page.goto(f"{reader.site}trees/refund/map/")
    start, askew = page.evaluate(LAID)
    assert 0 <= start <= 2
    assert abs(askew) <= 1
    assert page.evaluate(SIDEWAYS) == 0


def test_map__on_paper__is_one_picture_with_its_list_and_no_buttons(meet: Meet) -> None:
    reader = meet()
    page = reader.page
    page.goto(f"{reader.site}trees/refund/map/#money=charged&status=started&at=paid_with")
    page.emulate_media(media="print")
    for css in (".dt-map-hint", ".dt-map-out", ".dt-map-find", ".dt-languages"):
        expect(page.locator(css)).to_be_hidden()
    page.set_viewport_size({"width": 680, "height": 1000})  # the width of a sheet
    picture = page.locator(".dt-map-picture").bounding_box()
    assert picture
    assert picture["height"] <= MOST_OF_A_SHEET
