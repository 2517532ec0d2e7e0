"""What the style sheets owe a reader: nothing to tap too early, nothing covered or sideways."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import Meet

REFUND = "trees/refund/"
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def test_a_shared_link__while_it_waits__offers_no_first_question(meet: Meet) -> None:
    reader = meet()
    reader.hold("**/worker.js")
    reader.page.goto(f"{reader.site}{REFUND}#money=charged", wait_until="commit")
    status = reader.page.locator(".dt-status")
    expect(status).to_contain_text("One moment")
    expect(reader.page.locator(".dt-start .dt-option").first).to_be_hidden()
    card, line = reader.page.locator(".dt-start").bounding_box(), status.bounding_box()
    assert card
    assert line
    assert card["y"] <= line["y"] <= card["y"] + 60
    reader.let_go("**/worker.js")
    reader.wait_until_ready()
    expect(reader.node.locator(".dt-option").first).to_be_visible()


def test_an_old_link__is_told_above_the_question(meet: Meet) -> None:
    reader = meet()
    reader.page.goto(f"{reader.site}{REFUND}#money=charged&gone=yes")
    reader.wait_until_ready()
    notice = reader.page.locator(".dt-status[data-kind=notice]")
    expect(notice).to_be_visible()
    said, asked = notice.bounding_box(), reader.node.bounding_box()
    assert said
    assert asked
    assert said["y"] + said["height"] <= asked["y"]


def test_a_long_box__fits_a_phone(meet: Meet) -> None:
    reader = meet().open("trees/tracking-message/#wording=other")
    expect(reader.node.get_by_label("Your words")).to_be_visible()
    assert reader.page.evaluate(SIDEWAYS) == 0


@pytest.mark.parametrize("page", ["", "trees/", REFUND])
@pytest.mark.parametrize("script", [True, False])
def test_a_phone__never_scrolls_sideways__and_shows_no_sign_to_edit(
    meet: Meet, page: str, script: bool
) -> None:
    reader = meet(java_script_enabled=script)
    reader.page.goto(reader.site + page)
    assert reader.page.evaluate(SIDEWAYS) == 0
    expect(reader.page.locator(".md-content__button:visible")).to_have_count(0)


#: Whether what has the focus has moved sideways, as soon as it has, or after some seconds not.
HAS_MOVED = """async () => {
  const until = performance.now() + 5_000;
  while (!document.activeElement.scrollLeft && performance.now() < until)
    await new Promise(requestAnimationFrame);
  return document.activeElement.scrollLeft > 0;
}"""
#: Whether those frames that hold more than they show can be focused and have a name, and no others.
AS_WIDE_AS_SAID = """[...document.querySelectorAll(".md-typeset__scrollwrap")].every((frame) =>
  ["tabindex", "role", "aria-label"].every((name) =>
    frame.hasAttribute(name) === (frame.scrollWidth > frame.clientWidth)))"""


def test_a_table_wider_than_a_phone__moves_in_its_frame__by_keyboard_too(meet: Meet) -> None:
    reader = meet()
    reader.page.goto(f"{reader.site}performance/")
    frames = reader.page.locator(".md-typeset__scrollwrap")
    wide = reader.page.locator(".md-typeset__scrollwrap[role=group]")
    expect(wide.first).to_have_attribute("aria-label", re.compile(r"\w"))
    assert 0 < wide.count() < frames.count()
    assert reader.page.evaluate(SIDEWAYS) == 0
    wide.first.focus()
    reader.page.keyboard.press("ArrowRight")
    assert reader.page.evaluate(HAS_MOVED)
    before = wide.count()
    reader.page.set_viewport_size({"width": 1280, "height": 740})
    expect(wide).not_to_have_count(before)
    assert reader.page.evaluate(AS_WIDE_AS_SAID)
