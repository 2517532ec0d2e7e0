"""What axe-core finds on every kind of page and in every state of a tree: nothing.

Boundary: a walk brings a page on a phone into each state, another one on a desk into those that
look otherwise there. Axe runs over each in the light, and in the dark over what is other there:
colours. It comes from node_modules by the browser's own door for tests, as pages under their policy
would not let it in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from playwright.sync_api import BrowserContext, Page, expect
from tests.browser.conftest import DESK, PHONE, ROOT, Meet, Site
from tests.browser.reader import Reader
from tests.browser.visitor import NODE, START

AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
ALL_RULES = {
    "type": "tag",
    "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}
OF_COLOUR = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
FINDINGS = """async (runOnly) => (await axe.run({ runOnly, resultTypes: ["violations"] }))
  .violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`))"""

OTHER_WORDS = "trees/tracking-message/#wording=other"
SINK = "trees/kitchen-sink/#arrived=2026-03-20"
PAGES = {
    "a missing page": "404.html",
    "all guides": "trees/",
    "sources": "trees/sources/",
    "a rule": "rules/unknown-key/",
    "code and tables": "hosting/",
    "a map": "trees/refund/map/",
    "a map in Spanish": "es/trees/refund/map/",
}
#: The address, and the node in view there. Within one tree the engine need not start again.
NODES = {
    "a choice in Spanish": ("es/trees/refund/", "money"),
    "a choice": ("trees/refund/", "money"),
    "an outcome with a day": ("trees/refund/#money=twice&twice_on=2026-03-16", "twice"),
    "a date": ("trees/kitchen-sink/", "arrived"),
    "several, and a trail": (SINK, "problems"),
    "a number": (f"{SINK}&problems=wet", "pot"),
    "a text": (OTHER_WORDS, "words_seen"),
}

#: Held back, it leaves a page waiting; missing, it leaves one without an engine.
WORKER = "**/worker.js"


def test_no_state_of_any_page__has_a_fault_that_axe_knows(meet: Meet) -> None:
    reader = meet(expects_complaints=True, **PHONE)
    states = walk(reader)
    assert [fault for state in states for fault in faults(reader.page, state)] == []


def test_what_is_laid_out_otherwise_on_a_desk__has_no_fault_that_axe_knows(meet: Meet) -> None:
    reader = meet(**DESK)
    states = walk_on_a_desk(reader)
    assert [fault for state in states for fault in faults(reader.page, state, "light")] == []


def test_a_file__has_no_fault_that_axe_knows(
    context: Callable[..., BrowserContext], site: Site
) -> None:
    page = context().new_page()
    page.goto((site.folder / "downloads" / "all-guides.html").as_uri())
    assert faults(page, "the list of a file") == []
    page.locator(".dt-card > a").first.click()
    expect(page.locator(f"{NODE}:visible")).to_have_count(1)
    assert faults(page, "a tree of a file") == []


def faults(page: Page, state: str, *schemes: str) -> list[str]:
    return [
        f"{state}, {scheme}: {fault}"
        for scheme in schemes or ("light", "dark")
        for fault in audit(page, scheme)
    ]


def audit(page: Page, scheme: Any) -> list[str]:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    if not page.evaluate("'axe' in globalThis"):
        page.evaluate(AXE)
    return page.evaluate(FINDINGS, ALL_RULES if scheme == "light" else OF_COLOUR)


def walk(reader: Reader) -> Iterator[str]:
    """Bring the page into one state after the other, and name each."""
    yield from at_home(reader)
    yield from at_pages(reader, *PAGES)
    yield from at_nodes(reader, *NODES)
    yield from at_an_outcome(reader)
    yield from at_an_error(reader)
    yield from with_an_engine_that_tarries(reader)


def walk_on_a_desk(reader: Reader) -> Iterator[str]:
    yield from at_home(reader)
    yield from at_pages(reader, "a map", "code and tables")
    yield from at_code_again(reader)
    yield from at_nodes(reader, "an outcome with a day")
    yield from at_the_playground(reader)


def at_pages(reader: Reader, *states: str) -> Iterator[str]:
    for state in states:
        reader.open(PAGES[state], ready=False)
        yield state


def at_code_again(reader: Reader) -> Iterator[str]:
    """Come back without a new document, as the theme replaces what stands in it."""
    reader.page.get_by_role("link", name="Browsers").first.click()
    reader.page.wait_for_url("**/browsers/")
    reader.go_back()
    expect(reader.page.locator(".md-code__nav").first).to_be_attached()
    yield "code, come back to"


def at_nodes(reader: Reader, *states: str) -> Iterator[str]:
    for state in states:
        address, node = NODES[state]
        reader.open(address).until(state, lambda seen, node=node: seen.name == node)
        yield state


def at_home(reader: Reader) -> Iterator[str]:
    reader.open("", ready=False)
    yield "home"
    reader.page.get_by_role("searchbox").fill("money not back")
    expect(reader.page.locator(".dt-finder-list a").first).to_be_visible()
    yield "the finder, open"
    reader.page.get_by_role("searchbox").fill("")
    reader.page.locator("#__search").evaluate("toggle => toggle.click()")
    expect(reader.page.locator(".md-search-result__meta")).to_have_text("Type to start searching")
    reader.page.locator(".md-search__input").press_sequentially("refund")
    expect(reader.page.locator(".md-search-result__link").first).to_be_visible()
    yield "the search, open"


def at_an_error(reader: Reader) -> Iterator[str]:
    reader.open(NODES["a date"][0]).go_on()
    expect(reader.node.locator(".dt-problem")).to_be_visible()
    yield "an error"


def at_an_outcome(reader: Reader) -> Iterator[str]:
    page = reader.open(f"{OTHER_WORDS}&words_seen=Abnormal+parcel").page
    page.get_by_role("button", name="Share").click()
    page.get_by_role("button", name="Show a QR code").click()
    expect(page.locator(".dt-code svg")).to_be_visible()
    reader.node.get_by_role("checkbox").first.check()
    yield "an outcome that is shared"
    page.get_by_role("button", name="No, this did not help").click()
    expect(page.locator(".dt-report")).to_be_visible()
    yield "an outcome that did not help"


def with_an_engine_that_tarries(reader: Reader) -> Iterator[str]:
    reader.hold(WORKER)
    # Here the last link leads to a fork, where the engine has to say.
    forked = "trees/reorder/#who=aliexpress&cause=price&stage=waiting"
    reader.page.goto(reader.site + forked, wait_until="commit")
    expect(reader.status).to_contain_text("One moment")
    yield "waiting"
    reader.let_go(WORKER)
    reader.page.route("**/*.wasm.packed", lambda route: route.abort())
    reader.open("trees/kitchen-sink/", ready=False)
    expect(reader.status).to_contain_text("links on this page", timeout=START * 1_000)
    yield "no engine"


def at_the_playground(reader: Reader) -> Iterator[str]:
    reader.open("playground/", ready=False)
    expect(reader.page.locator(".pg-state")).to_contain_text("Proven", timeout=START * 1_000)
    yield "the playground"
