"""A tree of a thousand nodes is as quick as a small one: what is out of view costs nothing."""

from __future__ import annotations

import json

from playwright.sync_api import Page
from tests.browser.reader import Reader

TREE = "trees/kitchen-sink/"
MORE = 1_000
#: Puts so many nodes into the tree that stay out of view.
GROW = """(more) => {
  const [away] = document.querySelectorAll("decision-tree > .dt-node[hidden]");
  while (more--) away.before(away.cloneNode(true));
}"""


def test_a_click__has_the_styles_of_few_elements_worked_out(reader: Reader) -> None:
    """One rule that looks at all nodes at each answer makes a click three times as slow."""
    reader.open(TREE).sees("On which day did your plant arrive?")
    reader.page.evaluate(GROW, MORE)
    reader.fill(day="20", month="3", year="2026")
    record(reader.page)
    reader.go_on().sees("What is wrong with the plant?")
    assert 0 < restyled(reader.page) < MORE


def record(page: Page) -> None:
    assert page.context.browser
    page.context.browser.start_tracing(page=page, categories=["devtools.timeline"])


def restyled(page: Page) -> int:
    """Return how many elements' styles have been worked out since."""
    assert page.context.browser
    events = json.loads(page.context.browser.stop_tracing())["traceEvents"]
    return sum(
        event["args"].get("elementCount", 0)
        for event in events
        if event["name"] == "UpdateLayoutTree"
    )
