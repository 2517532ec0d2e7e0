"""A page opened by a link shows from its first paint what stays: a node, or that one is to come."""

from __future__ import annotations

import pytest
from playwright.sync_api import Route, expect
from tests.browser.conftest import DESK, Meet, Visit
from tests.browser.faults import missing
from tests.browser.site_server import Server
from tests.browser.test_first_paint import SHIFTS

ELEMENT = "**/element/index.js"
ENGINE = "**/*.wasm.packed"
OUTCOME = "trees/order-cancelled/#find_out_who"
QUESTION = "trees/order-cancelled/#who"
#: Answers that the page's own links follow, to a question and to an outcome.
PARTLY = "trees/reorder/#who=aliexpress"
ANSWERED = f"{PARTLY}&cause=import"
#: Here the last link leads to a fork, where the engine has to say.
FORKED = f"{PARTLY}&cause=price&stage=waiting"
#: What a reader sees, and where.
PLACES = """() => [...document.querySelectorAll(
  ".dt-intro *, decision-tree > .dt-node :is(h2, p, li), .dt-trail-entry")]
  .filter((one) => one.checkVisibility({visibilityProperty: true}))
  .map((one) => [one.localName, one.getBoundingClientRect().top, one.innerText])
  .filter(([, top]) => top < innerHeight)"""


ON_A_PHONE = [(page, {}) for page in (OUTCOME, QUESTION, PARTLY, ANSWERED)]


@pytest.mark.parametrize(("page", "size"), [*ON_A_PHONE, (ANSWERED, DESK)])
def test_what_is_seen_first__stays_until_the_engine_is_ready(
    meet: Meet, page: str, size: dict[str, object]
) -> None:
    reader = meet(**size)
    reader.page.add_init_script(SHIFTS)
    reader.hold(ELEMENT)
    reader.page.goto(reader.site + page, wait_until="commit")
    expect(reader.node.locator("h2")).to_be_visible()
    reader.page.wait_for_timeout(300)
    first = reader.script(PLACES)
    reader.let_go(ELEMENT)
    reader.wait_until_ready()
    reader.page.wait_for_timeout(300)
    later = reader.script(PLACES)
    assert [one for one in first if one not in later] == []
    assert reader.script("globalThis.moved") == 0


def test_answers_that_end_at_a_fork__wait_from_the_first_paint(meet: Meet) -> None:
    reader = meet()
    reader.page.add_init_script(SHIFTS)
    reader.hold(ELEMENT)
    reader.page.goto(reader.site + FORKED, wait_until="commit")
    expect(reader.status).to_contain_text("One moment")
    expect(reader.page.locator(".dt-start h2")).to_be_hidden()
    reader.let_go(ELEMENT)
    reader.wait_until_ready().sees("Not yet. First solve the problem")
    assert reader.script("globalThis.moved") == 0


def test_the_next_answer__given_before_the_engine_is_ready__joins_those_of_the_link(
    meet: Meet,
) -> None:
    reader = meet()
    reader.hold(ENGINE)
    reader.open(PARTLY, ready=False).sees("Why was it cancelled?")
    reader.node.locator('a[data-answer="import"]').click()
    reader.sees("Do not order it again")
    reader.let_go(ENGINE)
    assert reader.trail == {"who": "aliexpress", "cause": "import"}


def test_starting_again__before_the_engine_is_ready__forgets_the_answers_of_the_link(
    meet: Meet,
) -> None:
    reader = meet()
    reader.hold(ENGINE)
    reader.open(PARTLY, ready=False).sees("Why was it cancelled?")
    reader.click(".dt-again a").sees("Who cancelled the order?")
    expect(reader.page.locator(".dt-summary")).to_be_visible()
    reader.let_go(ENGINE)
    assert reader.trail == {}


@pytest.mark.parametrize("late", [ELEMENT, ENGINE])
def test_a_click_before_the_engine_is_ready__does_not_load_the_page_again(
    meet: Meet, late: str
) -> None:
    reader = meet()
    reader.hold(late)
    reader.page.goto(f"{reader.site}trees/reorder/", wait_until="commit")
    reader.page.wait_for_timeout(1_500)  # the theme is at work
    reader.node.locator('a[data-answer="seller"]').click()
    reader.sees("Why was it cancelled?")
    reader.page.wait_for_timeout(500)
    assert [url for url in reader.requests if url.endswith("trees/reorder/")] == [
        f"{reader.site}trees/reorder/"
    ]
    reader.let_go(late)
    reader.wait_until_ready().sees("Why was it cancelled?")


def test_a_script_that_never_comes__leaves_the_first_question(meet: Meet) -> None:
    reader = meet(expects_complaints=True)
    reader.page.route(ELEMENT, lambda route: route.abort())
    reader.open(FORKED, ready=False)
    expect(reader.node.locator("a.dt-option").first).to_be_visible(timeout=12_000)
    expect(reader.status).to_be_empty()


def test_a_page_that_is_cut_off_before_its_place__shows_the_first_question(meet: Meet) -> None:
    def cut(route: Route) -> None:
        answer = route.fetch()
        before, _, _ = answer.text().partition('id="find_out_who"')
        route.fulfill(response=answer, body=before)

    reader = meet(expects_complaints=True)
    reader.page.route("**/trees/order-cancelled/", cut)
    reader.open(OUTCOME, ready=False)
    expect(reader.page.locator(".dt-start h2")).to_be_visible()


@pytest.mark.parametrize("page", [OUTCOME, ANSWERED])
def test_an_outcome__opened_in_any_browser__is_there_before_the_element(
    visit: Visit, server: Server, page: str
) -> None:
    server.spoil("*/element/index.js", missing)
    visit().open(page, ready=False).until("an outcome is in view", lambda seen: seen.is_outcome)
