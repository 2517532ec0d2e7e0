"""The address holds the answers: it brings back what it was copied from, anywhere."""

from __future__ import annotations

from playwright.sync_api import expect
from tests.browser.conftest import Meet
from tests.browser.reader import Reader

TREE = "trees/kitchen-sink/"
BEGUN = "#arrived=2026-03-20"
PLACE = "Where will the plant stand?"
OUTSIDE = "Do not put it outside yet"


def test_a_reload_and_another_browser__show_the_same(meet: Meet) -> None:
    reader = meet().open(f"{TREE}{BEGUN}&problems=none").choose("Outside").sees(OUTSIDE)
    assert reader.fragment == f"{BEGUN}&problems=none&place=outside"
    before = reader.node.inner_text(), reader.trail
    reader.page.reload()
    reader.wait_until_ready().sees(OUTSIDE)
    assert (reader.node.inner_text(), reader.trail) == before
    other = meet().open(TREE + reader.fragment).sees(OUTSIDE)
    assert (other.node.inner_text(), other.trail) == before


def test_back_and_forward_of_the_browser__walk_the_same_way(reader: Reader) -> None:
    reader.open(TREE).fill(day="20", month="3", year="2026").go_on()
    reader.sees("What is wrong with the plant?").tick("None of these").go_on().sees(PLACE)
    reader.choose("Outside").sees(OUTSIDE)
    reader.page.go_back()
    reader.sees(PLACE).is_at_heading()
    reader.page.go_back()
    reader.sees("What is wrong with the plant?")
    reader.page.go_back()
    reader.sees("On which day did your plant arrive?")
    for heading in ("What is wrong with the plant?", PLACE, OUTSIDE):
        reader.page.go_forward()
        reader.sees(heading)


def test_an_address_that_names_a_node__shows_it_as_it_stands_in_the_page(reader: Reader) -> None:
    reader.open(f"{TREE}#place").sees(PLACE)
    expect(reader.page.locator(".dt-trail")).to_be_hidden()
    reader.choose("Outside").sees(OUTSIDE)
    reader.page.get_by_role("button", name="Start again").click()
    reader.sees("On which day did your plant arrive?")


def test_an_outcome_that_a_search_leads_to__asks_whether_its_reader_has_answered(
    reader: Reader,
) -> None:
    line = reader.open(f"{TREE}#too_cold").sees(OUTSIDE).node.locator(".dt-unasked")
    expect(line).to_contain_text("Then this may not fit you.")
    line.get_by_role("link").click()
    reader.sees("On which day did your plant arrive?")


def test_an_outcome_that_the_answers_lead_to__does_not_ask_that(reader: Reader) -> None:
    reader.open(f"{TREE}{BEGUN}&problems=none&place=outside").sees(OUTSIDE)
    expect(reader.node.locator(".dt-unasked")).to_be_hidden()


def test_an_address_that_names_a_node_of_the_way__asks_it_again(reader: Reader) -> None:
    reader.open(f"{TREE}{BEGUN}&problems=none&place=outside").sees(OUTSIDE)
    reader.script("location.hash = '#place'")
    reader.sees(PLACE)
    expect(reader.node.locator("[aria-current]")).to_have_text("Outside")


def test_an_old_link__goes_as_far_as_it_fits_and_says_so(reader: Reader) -> None:
    reader.open(f"{TREE}{BEGUN}&problems=gone&place=outside").sees("What is wrong with the plant?")
    expect(reader.status).to_contain_text("The guide has changed")
    assert reader.trail == {"arrived": "2026-03-20"}


def test_nonsense_in_the_address__shows_the_start(reader: Reader) -> None:
    reader.open(f"{TREE}#%=%&&==<script>").sees("On which day did your plant arrive?")


def test_a_source__is_shown_and_the_answers_stay_in_the_address(reader: Reader) -> None:
    reader.open(f"{TREE}{BEGUN}&problems=none&place=shop&paid_with=wallet")
    before = reader.fragment
    reader.node.locator(".dt-cite a").first.click()
    expect(reader.page.locator(".dt-sources li:focus")).to_have_count(1)
    assert reader.fragment == before


def test_a_browser_that_takes_no_more_addresses__holds_nobody_up(meet: Meet) -> None:
    """As WebKit's does after a hundred in ten seconds."""
    reader = meet().open(f"{TREE}{BEGUN}").sees("What is wrong with the plant?")
    refuse = "() => { throw new DOMException('', 'SecurityError'); }"
    reader.script(f"void (history.pushState = {refuse})")
    reader.tick("None of these").go_on().sees(PLACE).choose("Outside").sees(OUTSIDE)
    assert reader.trail == {"arrived": "2026-03-20", "problems": "none", "place": "outside"}
    reader.page.get_by_role("button", name="Back").click()
    reader.sees(PLACE)
