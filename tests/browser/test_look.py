"""What the style sheets owe a reader: nothing to tap too early, nothing covered or sideways."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import Meet

REFUND = "trees/refund/"
TWICE = f"{REFUND}#money=twice&twice_on=2026-03-16"
#: How far the header reaches down that stays in place.
HEADER = 48
#: The last answer is no link: only the engine can say where it leads.
WORKED_OUT = "money=charged&status=silent&silent_on=2026-03-20"
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def test_a_shared_link__while_it_waits__offers_no_first_question(meet: Meet) -> None:
    reader = meet()
    reader.hold("**/worker.js")
    reader.page.goto(f"{reader.site}{REFUND}#{WORKED_OUT}", wait_until="commit")
    status = reader.page.locator(".dt-status")
    expect(status).to_contain_text("One moment")
    expect(reader.page.locator(".dt-start .dt-option").first).to_be_hidden()
    card, line = reader.page.locator(".dt-start").bounding_box(), status.bounding_box()
    assert card
    assert line
    assert card["y"] <= line["y"] <= card["y"] + 60
    reader.let_go("**/worker.js")
    reader.wait_until_ready()
    expect(reader.node.locator(".dt-steps").first).to_be_visible()


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


def test_nothing_ticked_of_many__is_said_in_view(meet: Meet) -> None:
    reader = meet().open("trees/get-it-shipped/#who=seller&stage=details")
    # The first box lies below the header, where the browser takes it for being in view.
    reader.node.locator(".dt-ticks").evaluate("ticks => ticks.scrollIntoView()")
    reader.page.get_by_role("button", name="Continue").click()
    expect(reader.node.locator(".dt-problem")).to_be_visible()
    problem = reader.node.locator(".dt-problem").bounding_box()
    assert problem
    assert problem["y"] >= HEADER


def test_what_a_button_opens__comes_into_view(meet: Meet) -> None:
    reader = meet().open(TWICE)
    share = reader.page.get_by_role("button", name="Share")
    share.evaluate("button => button.scrollIntoView({ block: 'end' })")
    share.click()
    expect(reader.page.locator(".dt-panel")).to_be_in_viewport(ratio=1)
    expect(share).to_be_in_viewport(ratio=1)


def test_a_link_that_was_not_copied__stands_clear_of_what_is_said_of_it(meet: Meet) -> None:
    reader = meet().open(TWICE)
    page = reader.page
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(); }")
    page.get_by_role("button", name="Share").click()
    page.get_by_role("button", name="Copy the link").click()
    expect(reader.status).to_contain_text("Copying did not work.")
    field, said = page.locator(".dt-link").bounding_box(), reader.status.bounding_box()
    assert field
    assert said
    assert field["y"] + field["height"] <= said["y"]


#: How much room there is below the words of the link in each date's card.
BELOW = """[...document.querySelectorAll(".dt-node:not([hidden]) .dt-calendar")].map((link) => {
  const words = document.createRange();
  words.selectNodeContents(link);
  return link.parentElement.getBoundingClientRect().bottom - words.getBoundingClientRect().bottom;
})"""


def test_a_long_link_to_the_calendar__keeps_clear_of_the_edge(meet: Meet) -> None:
    reader = meet().open(f"es/{TWICE}")
    room = reader.page.evaluate(BELOW)
    assert len(room) == 2
    assert min(room) >= 12


#: What the theme draws around the opened text that says what a message means.
GLOW = "getComputedStyle(document.querySelector('.dt-message-meaning[open]')).boxShadow"


def test_what_a_message_says__opens_without_a_glow__and_is_printed_if_open(meet: Meet) -> None:
    reader = meet().open(f"es/{TWICE}")
    meaning = reader.node.get_by_text("Lo que dice")
    reader.page.emulate_media(media="print")
    expect(meaning).to_be_hidden()
    reader.page.emulate_media(media="screen")
    meaning.click()
    assert reader.page.evaluate(GLOW) == "none"
    reader.page.emulate_media(media="print")
    expect(reader.node.get_by_text("Hola. El 16 de marzo")).to_be_visible()


#: The grounds of what is painted in forced colours, in those of the page's text.
PAINTED = """[".dt-done:checked", ".dt-dates > li", ".dt-verdict"].map((css) => {
  const one = document.querySelector(`.dt-node:not([hidden]) ${css}`);
  const { backgroundColor } = getComputedStyle(one, "::before");
  return backgroundColor === getComputedStyle(document.body).color;
})"""


def test_in_forced_colours__what_is_painted_has_the_colour_of_text(meet: Meet) -> None:
    reader = meet(forced_colors="active").open(TWICE)
    reader.node.locator(".dt-done").first.check()
    assert reader.page.evaluate(PAINTED) == [True, True, True]


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


#: What the theme colours texts with, as it is where the page's frame stands.
COLOURS = """() => {
  const flat = (rules) => [...rules].flatMap((rule) => [rule, ...flat(rule.cssRules ?? [])]);
  const all = [...document.styleSheets].flatMap((sheet) => flat(sheet.cssRules));
  const dark = all.filter(({ selectorText: css }) => css === '[data-md-color-scheme="slate"]');
  const names = new Set(dark.flatMap(({ style }) => [...style]));
  const said = getComputedStyle(document.body);
  return Object.fromEntries([...names]
    .filter((name) => /^--md-(code-(fg|hl)|typeset|admonition)/.test(name))
    .map((name) => [name, said.getPropertyValue(name)]));
}"""


def test_on_a_dark_ground__texts_have_the_same_colours_with_scripts_and_without(meet: Meet) -> None:
    with_scripts, without = (colours(meet, scripts=scripts) for scripts in (True, False))
    assert "--md-code-fg-color" in with_scripts
    assert without == with_scripts


def colours(meet: Meet, *, scripts: bool) -> dict[str, str]:
    """Return what the theme colours texts with, by name, for whoever prefers the dark."""
    reader = meet(color_scheme="dark", java_script_enabled=scripts)
    reader.page.goto(f"{reader.site}take-it-with-you/")
    found: dict[str, str] = reader.page.evaluate(COLOURS)
    return found
