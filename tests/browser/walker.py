"""Walks the real page in a real browser, and reads the transcript off the screen.

Boundary: clicks and types as a reader does; knows the page's DOM and nothing of the engine. All
that it reads stands in the page: the trail, the node in view, and the exact value of each slot.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page
from tests.sameness.cases import Case

IN_VIEW = ":not([hidden]) > decision-tree > .dt-node:not([hidden])"

#: Answers the question in view: by its links, its ticks, or its boxes.
ANSWER = """([answer]) => {
  const node = document.querySelector(":not([hidden]) > decision-tree > .dt-node:not([hidden])");
  const layout = node.dataset.layout;
  if (layout === "pick") {
    node.querySelector(`a.dt-option[data-answer="${answer}"]`).click();
    return;
  }
  const form = node.querySelector("form.dt-form");
  if (layout === "tick") {
    const ticked = answer.split(",");
    for (const box of form.querySelectorAll("input")) {
      if (box.checked !== ticked.includes(box.value)) box.click();
    }
  } else {
    const boxes = [...form.querySelectorAll("input")];
    const [year, month, day] = answer.split("-");
    const parts = boxes.length === 3 ? { year, month, day } : { [boxes[0].name]: answer };
    for (const box of boxes) box.value = parts[box.name];
  }
  form.querySelector("button.dt-continue").click();
}"""

#: What the page shows now: the trail, the node in view, and its slots, by their exact values.
READ = """() => {
  const part = (node) => ({
    type: node.dataset.type,
    value: node.dataset.type === "date" ? node.dateTime
      : node.dataset.type === "list" ? JSON.parse(node.value) : node.value,
    ...(node.dataset.type === "number" && { unit: node.dataset.unit }),
  });
  const tree = document.querySelector(":not([hidden]) > decision-tree");
  const node = tree.querySelector(".dt-node:not([hidden])");
  const verdict = [...node.classList].find((name) => name.startsWith("dt-verdict-"));
  const slots = [...node.querySelectorAll(".dt-slot[data-filled]")];
  return {
    steps: [...tree.querySelectorAll(".dt-trail-entry")].map((entry) => ({
      tree: entry.dataset.tree,
      question: entry.dataset.question,
      ask: entry.querySelector(".dt-trail-ask").textContent,
      answer: entry.dataset.answer,
      shown: part(entry.querySelector(".dt-trail-answer > [data-type]")),
    })),
    end: {
      tree: tree.dataset.tree,
      node: node.dataset.node,
      verdict: verdict ? verdict.slice("dt-verdict-".length) : null,
      values: Object.fromEntries(slots.map((slot) => [slot.dataset.slot, part(slot.firstChild)])),
    },
  };
}"""

#: Whether the page shows an answered way of this many steps, drawn by the engine.
ARRIVED = """(steps) => {
  const tree = document.querySelector(":not([hidden]) > decision-tree[data-ready]");
  return tree !== null && tree.querySelectorAll(".dt-trail-entry").length === steps;
}"""


class Walker:
    """A reader in one browser window, who starts each way again where the last one ended."""

    def __init__(self, page: Page, address_of: Callable[[str], str]) -> None:
        """Walk in ``page`` through trees; ``address_of`` says where each of them is."""
        self.page = page
        self.address_of = address_of
        self.tree = ""

    def walked(self, case: Case) -> dict[str, Any]:
        """Walk a case from the first question of its tree, and return what the page then shows."""
        self.page.clock.set_fixed_time(f"{case.today}T12:00:00")
        self._begin(case.tree)
        answers = dict(case.answers)
        for step in range(len(answers)):
            question = self.page.locator(IN_VIEW).get_attribute("data-node")
            assert question in answers, (case, question)
            self.page.evaluate(ANSWER, [answers[question]])
            self.page.wait_for_function(ARRIVED, arg=step + 1)
        shown: dict[str, Any] = self.page.evaluate(READ)
        return {"tree": case.tree, "today": case.today.isoformat(), **shown}

    def _begin(self, tree: str) -> None:
        """Open the tree's page, or go back to its start by the button where it is open already."""
        if tree == self.tree:
            self.page.locator("button.dt-restart:visible").click()
        else:
            self.page.goto(self.address_of(tree))
        self.tree = tree
        self.page.wait_for_function(ARRIVED, arg=0)
