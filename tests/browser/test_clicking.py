"""A reader clicks through a tree, one question at a time."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import DESK, PHONE, Meet
from tests.browser.reader import Reader

TREE = "trees/kitchen-sink/"
FIRST = "On which day did your plant arrive?"
SECOND = "What is wrong with the plant?"
POT = "How wide is the pot?"
PLACE = "Where will the plant stand?"
BEGUN = f"{TREE}#arrived=2026-03-20"


@pytest.mark.parametrize("screen", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_one_question_is_in_view__and_an_answer_leads_to_the_next(
    meet: Meet, screen: dict[str, object], scheme: str
) -> None:
    reader = meet(**screen, color_scheme=scheme).open(TREE).sees(FIRST)
    reader.fill(day="20", month="3", year="2026").go_on().sees(SECOND).is_at_heading()
    reader.tick("Dry soil").go_on().sees(POT).is_at_heading()
    reader.fill(number="12,5").go_on().is_at_heading()
    assert reader.trail == {"arrived": "2026-03-20", "problems": "dry", "pot": "12.5"}
    assert reader.script("document.documentElement.scrollWidth <= innerWidth")


def test_a_tap_answers_a_choice(reader: Reader) -> None:
    reader.open(f"{BEGUN}&problems=none").sees(PLACE)
    reader.choose("Outside").sees("Do not put it outside yet").is_at_heading()


def test_an_outcome__is_described_by_its_verdict(reader: Reader) -> None:
    reader.open(f"{BEGUN}&problems=none").choose("Outside")
    expect(reader.node.locator("h2")).to_have_accessible_description("Do not do this")


def test_dates_and_numbers__stand_in_the_readers_own_way_and_can_be_read_back(meet: Meet) -> None:
    british = meet().open(f"{BEGUN}&problems=none&place=outside")
    american = meet(locale="en-US").open(f"{BEGUN}&problems=none&place=outside")
    for reader, written in ((british, "3 April 2026"), (american, "April 3, 2026")):
        day = reader.node.locator(".dt-reason time").last
        expect(day).to_have_text(written)
        expect(day).to_have_attribute("datetime", "2026-04-03")


def test_a_unit__is_that_of_one_thing_after_one(reader: Reader) -> None:
    """Counted on a Monday, from the Friday before and from that Thursday."""
    for arrived, said in (("2026-03-20", "(1 working day)"), ("2026-03-19", "(2 working days)")):
        reader.open(f"{TREE}#arrived={arrived}&problems=none&place=window")
        expect(reader.node.locator(".dt-reason")).to_contain_text(said)


def test_a_slot_without_a_value__keeps_its_words(reader: Reader) -> None:
    reader.open(f"{TREE}#care", ready=False).wait_until_ready()
    water_on = reader.node.locator('.dt-slot[data-slot="water_on"]').first
    expect(water_on).to_have_text("5 days from now, or 14 days if the soil was wet")


def test_back__asks_the_last_question_again_filled_in(reader: Reader) -> None:
    reader.open(f"{BEGUN}&problems=dry&pot=12.5")
    reader.page.get_by_role("button", name="Back", exact=True).click()
    reader.sees(POT).is_at_heading()
    expect(reader.node.locator("input")).to_have_value("12.5")
    reader.page.get_by_role("button", name="Back", exact=True).click()
    reader.sees(SECOND)
    expect(reader.node.get_by_label("Dry soil")).to_be_checked()
    reader.page.get_by_role("button", name="Back", exact=True).click()
    reader.sees(FIRST)
    boxes = reader.node.locator("input")
    assert [boxes.nth(at).input_value() for at in range(3)] == ["20", "3", "2026"]


def test_changing_an_earlier_answer__keeps_later_ones_that_fit(reader: Reader) -> None:
    reader.open(f"{BEGUN}&problems=dry&pot=12.5").change(FIRST).sees(FIRST).is_at_heading()
    reader.fill(day="21").go_on()
    expect(reader.node.locator("h2")).to_contain_text("Your plant will be fine")
    assert reader.trail == {"arrived": "2026-03-21", "problems": "dry", "pot": "12.5"}


def test_the_answer_given__is_marked_when_a_choice_is_asked_again(reader: Reader) -> None:
    reader.open(f"{BEGUN}&problems=none&place=outside").change(PLACE).sees(PLACE)
    expect(reader.node.locator("[aria-current]")).to_have_text("Outside")


def test_start_again__forgets_everything(reader: Reader) -> None:
    reader.open(f"{BEGUN}&problems=dry&pot=12.5")
    reader.page.get_by_role("button", name="Start again").click()
    reader.sees(FIRST).is_at_heading()
    assert reader.fragment == ""
    expect(reader.node.locator("input").first).to_have_value("")
    expect(reader.page.locator(".dt-trail")).to_be_hidden()


def test_a_message_is_copied__with_its_dates_filled_in(meet: Meet) -> None:
    reader = meet(permissions=["clipboard-read", "clipboard-write"])
    reader.open(f"{BEGUN}&problems=none&place=shop&paid_with=wallet")
    reader.node.locator(".dt-copy").click()
    expect(reader.status).to_have_text("Copied")
    expect(reader.node.locator(".dt-copy")).to_have_text("Copied")
    expect(reader.node.locator(".dt-copy")).to_have_accessible_name("Copy")
    text = reader.script("navigator.clipboard.readText()")
    assert "my plant arrived damaged on 20 March 2026" in text
    assert "[order number]" in text
    expect(reader.status).to_be_empty()
    expect(reader.node.locator(".dt-copy")).to_have_text("Copy")


def test_everything_can_be_done_by_keyboard(reader: Reader) -> None:
    reader.open(TREE).node.locator('input[name="day"]').focus()
    reader.press("2", "0", "Tab", "3", "Tab").page.keyboard.type("2026")
    reader.press("Enter").sees(SECOND).is_at_heading()
    reader.press("Tab", "Tab", "Tab", "Space", "Tab", "Tab", "Tab", "Enter")
    reader.sees(PLACE).is_at_heading()
    reader.press("Tab", "Tab", "Tab", "Enter").sees("Do not put it outside yet").is_at_heading()


def test_two_quick_taps__answer_once(reader: Reader) -> None:
    reader.open(f"{BEGUN}&problems=none").sees(PLACE)
    reader.script("""(() => {
        const link = [...document.querySelectorAll('[data-node=place] .dt-option')][0];
        link.click(); link.click();
    })()""")
    reader.sees("Let it rest until 3 April 2026")
    assert reader.trail["place"] == "window"
