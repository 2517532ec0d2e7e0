"""Walks the real page in a real browser, and reads the transcript off the screen.

Boundary: clicks and types as a reader does; knows the page's DOM and nothing of the engine. All
that it reads stands in the page: the trail, the node in view, and the exact value of each slot.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from tests.browser.visitor import START, Visitor
from tests.browser.windows import NotNow
from tests.sameness.cases import Case

#: Answers the question in view, by its links, its ticks, or its boxes, and waits in the page until
#: that is drawn; returns the question in view then.
ANSWER = """async (answer, steps) => {
  const inView = () =>
    document.querySelector(":not([hidden]) > decision-tree > .dt-node:not([hidden])");
  const node = inView();
  if (node.dataset.layout === "pick") {
    node.querySelector(`a.dt-option[data-answer="${answer}"]`).click();
  } else {
    const form = node.querySelector("form.dt-form");
    if (node.dataset.layout === "tick") {
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
  }
  const until = performance.now() + 20_000;
  while (performance.now() < until) {
    const tree = document.querySelector(":not([hidden]) > decision-tree[data-ready]");
    if (tree?.querySelectorAll(".dt-trail-entry").length === steps) return inView().dataset.node;
    await new Promise((resolve) => setTimeout(resolve));
  }
  throw new Error(`no answer to ${node.dataset.node}`);
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


class Walker:
    """Somebody who starts each way again where the last one ended."""

    def __init__(self, visitor: Visitor, path_of: Callable[[str], str]) -> None:
        """Walk through trees; ``path_of`` says where each of them is on the site."""
        self.visitor = visitor
        self.path_of = path_of
        self.tree = ""

    def walked(self, case: Case) -> dict[str, Any]:
        """Walk a case from the first question of its tree, and return what the page then shows."""
        question = self._begin(case.tree)
        answers = dict(case.answers)
        for step in range(len(answers)):
            assert question in answers, (case, question)
            question = self._answer(answers[question], step + 1)
        shown: dict[str, Any] = self.visitor.window.run(READ)
        return {"tree": case.tree, "today": case.today.isoformat(), **shown}

    def _answer(self, answer: str, steps: int) -> str:
        """Answer the question in view, and return the next, perhaps on another page."""
        with suppress(NotNow):
            return str(self.visitor.window.run(ANSWER, answer, steps))
        self.visitor.until(
            f"{steps} steps are shown",
            lambda seen: seen.is_ready and len(seen.trail) == steps,
            START,
        )
        return self.visitor.seen.name

    def _begin(self, tree: str) -> str:
        """Open the tree's page, or go back to its start by the button where it is open already."""
        if tree == self.tree:
            self.visitor.click("button.dt-restart")
        else:
            self.visitor.open(self.path_of(tree))
        self.tree = tree
        self.visitor.until(
            "the way begins", lambda seen: seen.is_ready and not seen.trail, limit=START
        )
        return self.visitor.seen.name
