"""The whole site under the content policy: nothing is blocked, foreign, or kept as a cookie.

The site comes from a host that sends the policy, as the guide to hosting says (conftest.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import DESK, TODAY, Meet
from tests.browser.reader import Reader

FORM = "trees/kitchen-sink/"
VIOLATIONS = """globalThis.violations = [];
addEventListener("securitypolicyviolation", ({violatedDirective, blockedURI, sourceFile}) =>
  violations.push(`${violatedDirective} ${blockedURI} ${sourceFile}`));"""
#: An inline script, eval, a style attribute, and a picture that is no file of the site.
TRIES = """() => {
  const add = (tag, more) => document.body.append(Object.assign(document.createElement(tag), more));
  add("script", {textContent: "ran = 1"});
  add("img", {src: URL.createObjectURL(new Blob(["x"]))});
  document.body.setAttribute("style", "color: red");
  setTimeout("ran = 2");
}"""
#: Notes the colours of each frame that is painted.
FRAMES = """globalThis.painted = [];
const look = () => {
  if (document.body) painted.push(document.body.getAttribute("data-md-color-scheme"));
  requestAnimationFrame(look);
};
requestAnimationFrame(look);"""
BACKGROUND = "getComputedStyle(document.body).backgroundColor"
LIGHT, DARK = "rgb(247, 246, 243)", "rgb(18, 24, 31)"


@pytest.fixture
def guarded(meet: Meet) -> Iterator[Reader]:
    """A reader on a desk; at the end, nothing has been blocked, and no cookie is there.

    `meet` asks at the end whether the console was silent and all requests stayed with the site.
    """
    reader = meet(**DESK)
    # The theme waits by the clock: it has to go on.
    reader.page.clock.set_system_time(TODAY)
    reader.page.add_init_script(VIOLATIONS)
    yield reader
    assert reader.script("violations") == []
    assert reader.page.context.cookies() == []


def test_policy__is_in_force__whatever_a_page_tries(meet: Meet) -> None:
    reader = meet(expects_complaints=True)
    reader.page.add_init_script(VIOLATIONS)
    reader.open("privacy/", ready=False)
    reader.script(TRIES)
    reader.page.wait_for_timeout(100)
    directives = {one.split()[0] for one in reader.script("violations")}
    assert directives == {"script-src-elem", "script-src", "style-src-attr", "img-src"}
    assert reader.script("globalThis.ran") is None


def test_a_tree__is_walked_to_its_outcome_by_the_engine(guarded: Reader) -> None:
    guarded.open(FORM).fill(day="20", month="3", year="2026").go_on()
    guarded.sees("What is wrong with the plant?").tick("Dry soil").go_on()
    guarded.sees("How wide is the pot?").fill(number="3.5").go_on()
    expect(guarded.node).to_have_attribute("data-node", "too_small")


@pytest.mark.parametrize(
    "page", ["", "trees/", "authoring/format/", "rules/", "rules/dead-end/", "hosting/", "404.html"]
)
def test_every_other_kind_of_page(guarded: Reader, page: str) -> None:
    guarded.open(page, ready=False)
    expect(guarded.page.locator("h1")).to_be_visible()
    guarded.page.wait_for_load_state("networkidle")


def test_search__finds_and_shows(guarded: Reader) -> None:
    guarded.open("", ready=False)
    guarded.page.wait_for_load_state("networkidle")  # the theme reads its index first
    guarded.page.locator("input.md-search__input").click()
    guarded.page.keyboard.type("refund", delay=20)
    found = guarded.page.locator(".md-search-result__link")
    # What was found for the whole word, not for the first letters of it.
    expect(found.first).to_have_attribute("href", re.compile(r"\?h=refund\b"), timeout=10_000)
    guarded.press("Enter")
    expect(guarded.page).to_have_url(re.compile(r"\?h=refund"))


def test_instant_navigation__tabs_and_trees__without_a_new_page(guarded: Reader) -> None:
    guarded.open("", ready=False)
    guarded.script("globalThis.same = true")
    guarded.page.locator(".md-tabs__link", has_text="Guides").click()
    expect(guarded.page.locator("h1")).to_have_text("What brings you here?")
    guarded.page.locator(".dt-cards a").first.click()
    guarded.wait_until_ready()
    assert guarded.script("globalThis.same")


def test_code__is_copied(guarded: Reader) -> None:
    guarded.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    guarded.open("hosting/", ready=False)
    block = guarded.page.locator(".highlight", has_text="pip install").first
    block.hover()
    block.locator("[data-md-type=copy], .md-clipboard").first.click()
    expect(guarded.page.locator(".md-dialog--active")).to_be_visible()
    assert "pip install" in guarded.script("navigator.clipboard.readText()")


def test_colours__once_chosen__are_there_from_the_first_frame_on(guarded: Reader) -> None:
    guarded.page.add_init_script(FRAMES)
    guarded.page.emulate_media(color_scheme="dark")
    guarded.open("trees/", ready=False)
    assert guarded.script(BACKGROUND) == DARK
    # From "as the system" to light.
    guarded.page.locator("label[for=__palette_1]").click()
    expect(guarded.page.locator("body")).to_have_css("background-color", LIGHT)
    guarded.hold("**/bundle.*.js")
    guarded.page.reload(wait_until="commit")
    expect(guarded.page.locator("h1")).to_be_visible()
    guarded.page.wait_for_timeout(200)
    assert set(guarded.script("painted")) == {"default"}
    assert guarded.script(BACKGROUND) == LIGHT
    guarded.let_go("**/bundle.*.js")
    guarded.page.wait_for_load_state("load")
    assert guarded.script(BACKGROUND) == LIGHT


def test_colours__of_the_system__are_there_from_the_first_frame_on(guarded: Reader) -> None:
    guarded.page.add_init_script(FRAMES)
    guarded.page.emulate_media(color_scheme="dark")
    guarded.hold("**/bundle.*.js")
    guarded.page.goto(f"{guarded.site}trees/", wait_until="commit")
    expect(guarded.page.locator("h1")).to_be_visible()
    guarded.page.wait_for_timeout(200)
    assert set(guarded.script("painted")) == {"slate"}
    guarded.let_go("**/bundle.*.js")
