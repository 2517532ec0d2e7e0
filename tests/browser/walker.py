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

#: Answers the questions in view, by their links, their ticks, or their boxes, until so many answers
#: are drawn. Where the way goes on at a page that is loaded anew, it ends there, and says so.
WALK = """async (answers, most) => {
  let leaves = false;
  addEventListener("pagehide", () => (leaves = true), { once: true });
  const inView = () =>
    document.querySelector(":not([hidden]) > decision-tree > .dt-node:not([hidden])");
  const drawn = () => {
    const tree = document.querySelector(":not([hidden]) > decision-tree[data-ready]");
    return tree?.querySelectorAll(".dt-trail-entry").length ?? -1;
  };
  const drawnAre = async (count) => {
    const until = performance.now() + 20_000;
    while (drawn() !== count && !leaves) {
      const where = `${inView().dataset.node}, ${drawn()} of ${count} answers at ${location}`;
      if (performance.now() > until) throw new Error(`no answer to ${where}`);
      await new Promise((resolve) => setTimeout(resolve));
    }
  };
  // A theme that loads pages by itself sets the address of a new one last; readers are slower.
  if (!globalThis.arrivedAt)
    globalThis.document$?.subscribe(() => (globalThis.arrivedAt = location.pathname));
  const hasArrived = async () => {
    while (globalThis.document$ && globalThis.arrivedAt !== location.pathname && !leaves)
      await new Promise((resolve) => setTimeout(resolve));
  };
  // A browser that counts refuses what is too much for ten seconds; readers are slower.
  globalThis.writtenAt ??= ["pushState", "replaceState"].reduce((times, name) => {
    const write = history[name].bind(history);
    history[name] = (...given) => (times.push(performance.now()), write(...given));
    return times;
  }, []);
  const mayWrite = async () => {
    const lately = () => writtenAt.filter((time) => time > performance.now() - 10_000);
    while (most && lately().length > most) await new Promise((resolve) => setTimeout(resolve, 100));
  };
  const fill = (node, answer) => {
    const form = node.querySelector("form.dt-form");
    const inputs = [...form.querySelectorAll("input")];
    if (node.dataset.layout === "tick") {
      const ticked = answer.split(",");
      for (const box of inputs) if (box.checked !== ticked.includes(box.value)) box.click();
    } else {
      const [year, month, day] = answer.split("-");
      const parts = inputs.length === 3 ? { year, month, day } : { [inputs[0].name]: answer };
      for (const box of inputs) box.value = parts[box.name];
    }
    form.querySelector("button.dt-continue").click();
  };
  for (let step = drawn(); step < Object.keys(answers).length; step++) {
    await hasArrived();
    await mayWrite();
    const node = inView();
    const answer = answers[node.dataset.node];
    if (answer === undefined) throw new Error(`${node.dataset.node} was not expected`);
    if (node.dataset.layout !== "pick") fill(node, answer);
    else node.querySelector(`a.dt-option[data-answer="${answer}"]`).click();
    await drawnAre(step + 1);
    if (leaves) return "leaves";
  }
  await hasArrived();
  return leaves ? "leaves" : "ends";
}"""

#: Goes back to where the way began, by the button.
AGAIN = """async () => {
  document.querySelector(":not([hidden]) > decision-tree .dt-restart").click();
}"""

#: What the page shows now: the trail, the node in view, and its slots, by their exact values.
READ = """() => {
  const unitOf = (said) => (said.startsWith("{") ? JSON.parse(said) : said);
  const part = (node) => ({
    type: node.dataset.type,
    value: node.dataset.type === "date" ? node.dateTime
      : node.dataset.type === "list" ? JSON.parse(node.value) : node.value,
    ...(node.dataset.type === "number" && { unit: unitOf(node.dataset.unit) }),
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
        self.most = visitor.window.most_addresses

    def walked(self, case: Case) -> dict[str, Any]:
        """Walk a case from the first question of its tree, and return what the page then shows."""
        self._begin(case.tree)
        answers = dict(case.answers)
        while not self._ends(answers):
            pass
        shown: dict[str, Any] = self.visitor.window.run(READ)
        return {"tree": case.tree, "today": case.today.isoformat(), **shown}

    def _ends(self, answers: dict[str, str]) -> bool:
        """Walk to the end, or to where the way goes on at another page and can be walked there."""
        page = self.visitor.seen.address.partition("#")[0]
        with suppress(NotNow):
            if self.visitor.window.run(WALK, answers, self.most) == "ends":
                return True
        self.visitor.until(
            "the other page is ready",
            lambda seen: seen.is_ready and not seen.address.startswith(page),
            START,
        )
        return False

    def _begin(self, tree: str) -> None:
        """Open the tree's page, or go back to its start by the button where it is open already."""
        if tree == self.tree:
            self.visitor.window.run(AGAIN)
        else:
            self.visitor.open(self.path_of(tree))
        self.tree = tree
        self.visitor.until(
            "the way begins", lambda seen: seen.is_ready and not seen.trail, limit=START
        )
