"""The reader's way in each of the three browsers: from home to what to do, and back later."""

from __future__ import annotations

from tests.browser.conftest import Visit
from tests.browser.visitor import Visitor

TREE = "trees/kitchen-sink/"
FIRST = "On which day did your plant arrive?"
SECOND = "What is wrong with the plant?"
POT = "How wide is the pot?"
PLACE = "Where will the plant stand?"
OUTSIDE = "Do not put it outside yet"
BEGUN = f"{TREE}#arrived=2026-03-20&problems=none"
#: Something to paste into.
NOTEPAD = """() => {
  const pad = document.createElement("textarea");
  document.body.append(pad);
  pad.focus();
}"""


def what_is_said(visitor: Visitor) -> str:
    """Return all that the tree shows."""
    text: str = visitor.script("document.querySelector('decision-tree').innerText")
    return text


def test_from_home__choices_lead_to_an_outcome(visit: Visit) -> None:
    visitor = visit().open("", ready=False)
    visitor.click("a", "My order says “cancelled”").wait_until_ready()
    visitor.follow_links().is_at_heading()
    assert len(visitor.trail) > 2


def test_date_ticks_and_number__lead_to_an_outcome(visit: Visit) -> None:
    visitor = visit().open(TREE).sees(FIRST)
    visitor.fill(day="20", month="3", year="2026").go_on().sees(SECOND).is_at_heading()
    visitor.tick("Dry soil").go_on().sees(POT).is_at_heading()
    visitor.fill(number="12,5").go_on().is_at_heading()
    visitor.until("an outcome", lambda seen: seen.is_outcome)
    assert visitor.trail == {"arrived": "2026-03-20", "problems": "dry", "pot": "12.5"}


def test_what_cannot_be__is_said_at_the_box_at_fault(visit: Visit) -> None:
    visitor = visit().open(TREE).fill(day="31", month="2", year="2026").go_on()
    words = "The day 31/2/2026 does not exist. Check the day and the month."
    visitor.until(
        "the problem is said",
        lambda _: words in what_is_said(visitor),
    )
    assert visitor.script("document.activeElement.name") == "day"


def test_back_and_change__ask_again_and_keep_what_fits(visit: Visit) -> None:
    visitor = visit().open(BEGUN).choose("Outside").sees(OUTSIDE)
    visitor.click(".dt-back").sees(PLACE).is_at_heading()
    visitor.choose("Outside").sees(OUTSIDE).change(FIRST).sees(FIRST)
    visitor.fill(day="21").go_on().sees(OUTSIDE)
    assert visitor.trail == {"arrived": "2026-03-21", "problems": "none", "place": "outside"}
    visitor.click(".dt-restart").sees(FIRST)
    assert visitor.trail == {}


def test_the_browsers_own_buttons__walk_the_same_way(visit: Visit) -> None:
    visitor = visit().open(BEGUN).choose("Outside").sees(OUTSIDE)
    visitor.go_back().sees(PLACE).go_forward().sees(OUTSIDE)


def test_a_reload_and_another_browser__show_the_same(visit: Visit) -> None:
    visitor = visit().open(BEGUN).choose("Outside").sees(OUTSIDE)
    before = what_is_said(visitor), visitor.trail
    visitor.window.reload()
    visitor.wait_until_ready().sees(OUTSIDE)
    assert (what_is_said(visitor), visitor.trail) == before
    other = visit().open(TREE + visitor.fragment).sees(OUTSIDE)
    assert (what_is_said(other), other.trail) == before


def test_a_way_that_goes_on_in_another_tree__takes_the_answers_along(visit: Visit) -> None:
    visitor = visit().open(f"{BEGUN}&place=shop").sees("How did you pay?").choose("PayPal")
    visitor.sees("What does your bank show for this order?").wait_until_ready()
    assert visitor.trail.keys() == {"arrived", "problems", "place", "paid_with"}
    assert "/trees/refund/#" in visitor.seen.address


def test_a_message_that_was_copied__can_be_pasted(visit: Visit) -> None:
    visitor = visit().open(f"{BEGUN}&place=shop&paid_with=wallet")
    visitor.click(".dt-copy").is_told("Copied")
    visitor.script(NOTEPAD)
    visitor.window.press("Control+v")
    pasted = "document.querySelector('textarea').value"
    # With the day as the browser's language writes it, which is not the same in all three.
    visitor.until(
        "the message is pasted",
        lambda _: "my plant arrived damaged on" in visitor.script(pasted),
    )


def test_without_script__links_and_the_browsers_back_are_enough(visit: Visit) -> None:
    visitor = visit(scripts=False).open(TREE, ready=False).sees(FIRST)
    visitor.click("a.dt-option").sees(SECOND).go_back().sees(FIRST).go_forward().sees(SECOND)
