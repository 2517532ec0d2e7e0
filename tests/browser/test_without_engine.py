"""Before the engine is ready, the page's own links lead on; what fails is in test_failures.py."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect
from tests.browser.conftest import Meet
from tests.browser.reader import Reader

TREE = "trees/kitchen-sink/"
CHOICES = "trees/cancelled-by-seller/"
FAILED = "The links on this page lead on all the same."


def test_clicks_before_the_engine_is_ready__are_replayed(meet: Meet) -> None:
    reader = meet()
    reader.hold("**/*.wasm.packed")
    reader.open(CHOICES, ready=False)
    first = reader.node.locator("h2").inner_text()
    option = reader.node.locator('a[data-answer][href*="#"]').first
    answer = option.get_attribute("data-answer")
    option.click()
    expect(reader.node.locator("h2")).not_to_have_text(first)
    second = reader.node.locator("h2").inner_text()
    reader.let_go("**/*.wasm.packed")
    reader.wait_until_ready().sees(second).is_at_heading()
    assert list(reader.trail.values()) == [answer]
    assert reader.fragment.endswith(f"={answer}")
    reader.page.go_back()
    reader.sees(first)


def test_going_back_before_the_engine_is_ready__takes_the_click_back(meet: Meet) -> None:
    reader = meet()
    reader.hold("**/*.wasm.packed")
    reader.open(CHOICES, ready=False)
    first = reader.node.locator("h2").inner_text()
    reader.node.locator('a[data-answer][href*="#"]').first.click()
    expect(reader.node.locator("h2")).not_to_have_text(first)
    reader.page.go_back()
    reader.sees(first)
    reader.let_go("**/*.wasm.packed")
    reader.wait_until_ready().sees(first)
    assert reader.trail == {}


def test_a_form_sent_before_the_engine_is_ready__waits_for_it(meet: Meet) -> None:
    reader = meet()
    reader.hold("**/*.wasm.packed")
    reader.open(TREE, ready=False).fill(day="20", month="3", year="2026").go_on()
    expect(reader.status).to_contain_text("One moment")
    reader.let_go("**/*.wasm.packed")
    reader.sees("What is wrong with the plant?").is_at_heading()
    expect(reader.status).to_be_empty()
    assert reader.trail == {"arrived": "2026-03-20"}


def test_what_was_typed_before_the_engine_is_ready__stays(meet: Meet) -> None:
    reader = meet()
    reader.hold("**/*.wasm.packed")
    reader.open(TREE, ready=False).fill(day="20", month="3")
    reader.let_go("**/*.wasm.packed")
    reader.wait_until_ready()
    assert reader.node.locator("input").first.input_value() == "20"
    expect(reader.node.locator('input[name="month"]')).to_be_focused()


def test_trying_again__starts_the_engine_after_all(meet: Meet) -> None:
    reader = meet(expects_complaints=True)
    reader.page.route("**/*.wasm.packed", lambda route: route.abort())
    reader.open(TREE, ready=False)
    expect(reader.status).to_contain_text(FAILED, timeout=30_000)
    reader.page.unroute("**/*.wasm.packed")
    reader.page.get_by_role("button", name="Try again").click()
    reader.wait_until_ready().sees("On which day did your plant arrive?")
    expect(reader.status).to_be_empty()
    expect(reader.node.locator("form")).to_be_visible()


def test_a_tree_that_cannot_be_fetched__leaves_the_static_way(meet: Meet) -> None:
    reader = meet(expects_complaints=True)
    reader.page.route("**/assets/trees/*.json", lambda route: route.abort())
    reader.open(TREE, ready=False)
    expect(reader.status).to_contain_text(FAILED, timeout=30_000)
    expect(reader.node.locator("a.dt-option").first).to_be_visible()


def test_nothing_is_fetched_for_who_saves_data__until_they_show_intent(meet: Meet) -> None:
    reader = meet()
    reader.page.add_init_script(
        "Object.defineProperty(navigator, 'connection', {value: {saveData: true}})"
    )
    reader.open(TREE, ready=False).page.wait_for_timeout(1_500)
    assert not [url for url in reader.requests if "/runtime-" in url]
    reader.node.locator("input").first.focus()
    reader.wait_until_ready()


def test_nothing_is_stored(reader: Reader, tmp_path: Path) -> None:
    reader.open(f"{TREE}#arrived=2026-03-20").tick("Dry soil").go_on()
    assert reader.page.context.cookies() == []
    kept = reader.script("JSON.stringify({...localStorage, ...sessionStorage})")
    assert "2026-03-20" not in kept
    assert "dry" not in kept
