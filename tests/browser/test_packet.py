"""What a reader takes along from an outcome: one walk, and what there is without."""

from __future__ import annotations

import io
import re
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import zxingcpp
from icalendar import Calendar
from PIL import Image
from playwright.sync_api import expect
from tests.browser.conftest import DESK, Meet
from tests.browser.reader import Reader

#: An outcome with words of the reader's own, and one with days to remember.
OWN_WORDS = "trees/tracking-message/#wording=other&words_seen=Abnormal+parcel"
MANY_ANSWERS = "trees/kitchen-sink/#arrived=2026-03-20&problems=none&place=shop&paid_with=wallet"
DAYS = "trees/refund/#money=twice&twice_on=2026-03-16"
WITHOUT_OWN_WORDS = "trees/tracking-message/#wording=other&words_seen="
#: What can be used at an outcome and is too small for a finger.
SMALL = """[...document.querySelectorAll(
    ".dt-node:not([hidden]) :is(button, input, textarea), .dt-packet :is(button, label, a)")]
  .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 44)
  .map((one) => one.className)"""
SHARES = "navigator.share = async (given) => { globalThis.shared = given; };"


def test_an_outcome__is_taken_along(meet: Meet) -> None:
    reader = meet(permissions=["clipboard-read", "clipboard-write"])
    reader.page.add_init_script(SHARES)
    reader.open(OWN_WORDS)
    sees_why(reader)
    ticks_and_comes_back(reader)
    writes_and_copies(reader)
    shares(reader)
    says_that_it_did_not_help(reader)


def sees_why(reader: Reader) -> None:
    """The answers stand below the reason, once, and each can be changed there."""
    expect(reader.page.locator(".dt-reason + .dt-trail .dt-change:visible")).to_have_count(2)
    expect(reader.page.locator(".dt-trail")).to_have_count(1)
    reader.change("What does the message say?").sees("What does the message say?")
    expect(reader.page.locator(".dt-packet")).to_be_hidden()
    expect(reader.page.locator("decision-tree > .dt-trail-place > .dt-trail > p")).to_have_text(
        "Your answers"
    )
    reader.go_back().sees("Ask the seller what the words mean")


def ticks_and_comes_back(reader: Reader) -> None:
    """A tick is there on the next visit, unless the step has been written anew by then."""
    boxes = reader.node.get_by_role("checkbox", name=re.compile("^Done: "))
    boxes.nth(0).check()
    boxes.nth(1).check()
    reader.page.reload()
    expect(boxes.nth(0)).to_be_checked()
    expect(boxes.nth(2)).not_to_be_checked()
    step = reader.node.locator(".dt-steps > li")
    step.nth(0).evaluate("step => { step.dataset.step = 'new'; }")
    reader.change("What are the exact words?").go_on()
    reader.sees("Ask the seller what the words mean")
    expect(boxes.nth(0)).not_to_be_checked()
    expect(boxes.nth(1)).to_be_checked()


def writes_and_copies(reader: Reader) -> None:
    """What is copied is what stands there; the way back leads to what the answers make of it."""
    field = reader.node.get_by_role("textbox", name="Message to the seller")
    back = reader.node.get_by_role("button", name="Back to the original")
    original = field.input_value()
    assert "Abnormal parcel" in original
    expect(back).to_be_hidden()
    field.press("ControlOrMeta+Home")
    reader.page.keyboard.type("Dear seller!\n")
    reader.node.get_by_role("button", name="Copy").click()
    expect(reader.status).to_have_text("Copied")
    assert reader.script("navigator.clipboard.readText()") == f"Dear seller!\n{original}"
    height = "({clientHeight, scrollHeight}) => scrollHeight - clientHeight"
    assert field.evaluate(height) == 0, "all of it is in view"
    back.click()
    expect(field).to_have_value(original)
    expect(field).to_be_focused()


def shares(reader: Reader) -> None:
    """A link, copied or handed on or drawn, holds the reader's own words only if they say so."""
    panel = reader.page.locator(".dt-panel")
    reader.page.get_by_role("button", name="Share").click()
    expect(panel).to_contain_text("Whoever has it can read them.")
    panel.get_by_role("button", name="Send …").click()
    link = f"{reader.site}{WITHOUT_OWN_WORDS}"
    reader.page.wait_for_function("globalThis.shared")
    assert reader.script("shared") == {"title": "Ask the seller what the words mean", "url": link}
    panel.get_by_role("button", name="Show a QR code").click()
    code = panel.get_by_role("img", name="QR code of the link to this page")
    expect(code).to_be_visible()
    assert reader.script(SMALL) == []
    (read,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(code.screenshot())))
    assert read.text == link
    consent = panel.get_by_role("checkbox", name=re.compile("Abnormal parcel$"))
    consent.check()
    assert consent.evaluate("box => getComputedStyle(box).appearance") == "none", "drawn, as others"
    panel.get_by_role("button", name="Copy the link").click()
    expect(reader.status).to_have_text("Copied")
    assert reader.script("navigator.clipboard.readText()") == f"{reader.site}{OWN_WORDS}"


def says_that_it_did_not_help(reader: Reader) -> None:
    """What would be told is shown first: the way, and nothing in the reader's own words."""
    reader.page.get_by_role("button", name="No, this did not help").click()
    shown = reader.page.locator(".dt-report").inner_text()
    link = reader.page.get_by_role("link", name="Go on to GitHub")
    address = urlsplit(link.get_attribute("href") or "")
    assert (address.netloc, address.path) == (
        "github.com",
        "/decision-trees/decision-trees/issues/new",
    )
    told = parse_qs(address.query)
    assert shown == f"{told['title'][0]}\n\n{told['body'][0]}"
    assert "tracking-message, wording: other" in shown
    assert "Abnormal" not in address.query


def test_days_go_into_a_calendar__and_the_whole_onto_paper(meet: Meet) -> None:
    reader = meet(**DESK)
    sees_the_last_of_many_answers(reader.open(MANY_ANSWERS))
    reader.open(DAYS)
    puts_a_day_into_a_calendar(reader)
    prints(reader)


def sees_the_last_of_many_answers(reader: Reader) -> None:
    """So that the first step stays in view; the others are there when they are asked for."""
    answers = reader.page.locator(".dt-trail-entry:visible")
    expect(answers).to_have_count(2)
    button = reader.page.get_by_role("button", name="Show all 4 answers")
    expect(button).to_have_attribute("aria-expanded", "false")
    button.click()
    expect(answers).to_have_count(4)
    expect(reader.page.get_by_role("button", name="Show fewer answers")).to_be_focused()


def puts_a_day_into_a_calendar(reader: Reader) -> None:
    """The file says what the outcome says, in its own words, and leads back without the answers."""
    with reader.page.expect_download() as saving:
        reader.node.get_by_role("link", name="Add 13 April 2026 to your calendar").click()
    assert saving.value.suggested_filename == "twice-2026-04-13.ics"
    (event,) = Calendar.from_ical(Path(saving.value.path()).read_bytes()).walk("VEVENT")
    assert event["DTSTART"].dt == date(2026, 4, 13)
    assert str(event["SUMMARY"]) == "Is the second payment back?"
    described = str(event["DESCRIPTION"])
    assert described.startswith("Report the second payment to AliExpress\n")
    assert "3. Send the message below" in described
    assert described.endswith(f"\n{reader.site}trees/refund/#twice")
    assert reader.seen.address == f"{reader.site}{DAYS}", "the page stays"


def prints(reader: Reader) -> None:
    """Paper has the packet as the reader has it, and nothing else, on one page."""
    reader.page.evaluate("print = () => { globalThis.printed = true; }")
    reader.page.get_by_role("button", name="Print or save as PDF").click()
    assert reader.script("printed")
    reader.node.get_by_role("textbox").fill("Written by hand.")
    reader.node.get_by_role("checkbox").first.check()
    assert len(re.findall(rb"/Type\s*/Page\b", reader.page.pdf(format="A4"))) == 1
    reader.page.emulate_media(media="print")
    paper = reader.page.locator("body").inner_text()
    for wanted in (
        "Where is my refund?",
        "Get in touch",
        "Two payments for one order",
        "Check that both payments",
        "Written by hand.",
        "14 June 2026",
        f"{reader.site}trees/refund/#twice",
    ):
        assert wanted in paper, wanted
    for unwanted in ("Home", "Change", "Copy", "Share", "Start again", "calendar", "Improve"):
        assert unwanted not in paper, unwanted
    written_out = "getComputedStyle(document.querySelector('.dt-sources a'), '::after').content"
    assert "https" in reader.script(written_out)


def test_without_script__an_outcome_is_plain(meet: Meet) -> None:
    reader = meet(java_script_enabled=False)
    reader.page.goto(f"{reader.site}trees/tracking-message/#ask_meaning")
    expect(reader.page.locator(".dt-steps:visible > li")).to_have_count(3)
    for name in (".dt-packet", ".dt-steps-note", ".dt-message-note", "input:not(.md-toggle)"):
        expect(reader.page.locator(f"decision-tree {name}:visible")).to_have_count(0)
