"""The reader's way, in each of the three browsers."""

from __future__ import annotations

from tests.browser.conftest import Visit

TREE = "trees/kitchen-sink/"
FIRST = "On which day did your plant arrive?"
SECOND = "What is wrong with the plant?"
POT = "How wide is the pot?"
PLACE = "Where will the plant stand?"
OUTSIDE = "Do not put it outside yet"


def test_date_ticks_and_number__lead_to_an_outcome(visit: Visit) -> None:
    visitor = visit().open(TREE).sees(FIRST)
    visitor.fill(day="20", month="3", year="2026").go_on().sees(SECOND).is_at_heading()
    visitor.tick("Dry soil").go_on().sees(POT).is_at_heading()
    visitor.fill(number="12,5").go_on().is_at_heading()
    assert visitor.trail == {"arrived": "2026-03-20", "problems": "dry", "pot": "12.5"}
    assert visitor.seen.is_outcome


def test_without_script__links_and_the_browsers_back_are_enough(visit: Visit) -> None:
    visitor = visit(scripts=False).open(TREE, ready=False).sees(FIRST)
    visitor.click("a.dt-option").sees(SECOND)
    visitor.go_back().sees(FIRST).go_forward().sees(SECOND)
