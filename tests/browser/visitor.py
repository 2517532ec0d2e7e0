"""Somebody who visits the site, in whichever browser: what they do and see, in their words.

Boundary: words over a Window; knows the page's DOM and nothing of the engine. What must come to
pass may take a while; what then is not so is told with what was in view instead.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from json import dumps
from time import monotonic
from typing import Any, Self

from tests.browser.windows import NotFound, NotNow, Window

#: How long a start, and how long anything else may take on a busy machine, in seconds.
START, SOON = 40.0, 20.0
#: No tree is deeper.
MOST_LINKS = 20
NODE = "decision-tree > .dt-node"

SEEN = f"""() => {{
  const plain = (element) => element?.textContent.replace(/\\s+/g, " ").trim() ?? "";
  const inView = (css) =>
    [...document.querySelectorAll(css)].filter((one) => one.checkVisibility());
  const tree = document.querySelector(":not([hidden]) > decision-tree");
  const nodes = inView("{NODE}");
  return {{
    nodes: nodes.length,
    name: nodes[0]?.dataset.node ?? "",
    heading: plain(nodes[0]?.querySelector("h2")),
    is_outcome: nodes[0]?.classList.contains("dt-outcome") ?? false,
    at_heading: document.activeElement?.closest("h2") !== null
      && nodes[0]?.contains(document.activeElement) === true,
    status: inView(".dt-status").map(plain).join(" "),
    notes: inView(".dt-note").map(plain).join(" "),
    is_ready: tree?.hasAttribute("data-ready") ?? false,
    engine: tree?.dataset.engine ?? "",
    trail: Object.fromEntries(
      inView(".dt-trail").flatMap((trail) => [...trail.querySelectorAll("li")]).map(
        ({{dataset}}) => [dataset.question, dataset.answer])),
    is_folded: inView(".dt-trail[data-folded]").length > 0,
    address: location.href,
  }};
}}"""


@dataclass(frozen=True)
class Seen:
    """What is in view at one moment."""

    nodes: int
    name: str
    heading: str
    is_outcome: bool
    at_heading: bool
    status: str
    notes: str
    is_ready: bool
    engine: str
    trail: dict[str, str]
    is_folded: bool
    address: str


class Visitor:
    """Somebody with a browser that nobody has used before, on the pages of one site."""

    def __init__(self, window: Window, site: str) -> None:
        self.window = window
        self.site = site

    # --- what they do ---------------------------------------------------------------------------

    def open(self, path: str, *, ready: bool = True) -> Self:
        """Open a page; wait for the engine unless told otherwise."""
        self.window.go(self.site + path)
        return self.wait_until_ready() if ready else self

    def choose(self, label: str) -> Self:
        return self.click(f"{NODE} a.dt-option, {NODE} a.dt-option .dt-label", label)

    def tick(self, *labels: str) -> Self:
        for label in labels:
            self.click(f"{NODE} form .dt-label", label)
        return self

    def fill(self, **boxes: str) -> Self:
        for name, text in boxes.items():
            css = f'{NODE} input[name="{name}"]'
            self._soon(lambda css=css, text=text: self.window.write(css, text))
        return self

    def go_on(self) -> Self:
        return self.click(f"{NODE} .dt-continue")

    def change(self, question: str) -> Self:
        if self.seen.is_folded:
            self.click(".dt-trail-all")
        return self.click(f".dt-change[aria-label*={dumps(question)}]")

    def follow_links(self) -> Self:
        """Click the first link of each node until an outcome is in view."""
        for _ in range(MOST_LINKS):
            before = self.seen
            if before.is_outcome:
                return self
            self.click(f"{NODE} a.dt-option")
            self.until(
                "the link leads on",
                lambda seen, before=before: seen.nodes == 1 and seen.name != before.name,
                START,
            )
        raise AssertionError("no outcome after so many links")

    def go_back(self) -> Self:
        """Go back as by the browser's button."""
        return self._travel("back")

    def go_forward(self) -> Self:
        return self._travel("forward")

    def _travel(self, where: str) -> Self:
        # Drivers have commands for it, too, but Firefox's waits for ever within a page.
        with suppress(NotNow):
            self.window.run(f"() => history.{where}()")
        return self

    def click(self, css: str, text: str | None = None) -> Self:
        """Click what is in view, or soon will be."""
        self._soon(lambda: self.window.click(css, text))
        return self

    # --- what they see --------------------------------------------------------------------------

    @property
    def seen(self) -> Seen:
        """What is in view now."""
        return Seen(**self.window.run(SEEN))

    def wait_until_ready(self) -> Self:
        return self.until("the engine is ready", lambda seen: seen.is_ready, START)

    def sees(self, heading: str) -> Self:
        """Exactly one node is in view, and this is its heading."""
        return self.until(
            f"sees: {heading}", lambda seen: seen.nodes == 1 and seen.heading == heading
        )

    def is_at_heading(self) -> Self:
        return self.until("focus is at the heading in view", lambda seen: seen.at_heading)

    def is_told(self, words: str, limit: float = START) -> Self:
        """The status line is in view, and says this among other things."""
        return self.until(f"is told: {words}", lambda seen: words in seen.status, limit)

    def is_noted(self, words: str) -> Self:
        """A note at the foot says this among other things."""
        return self.until(f"is noted: {words}", lambda seen: words in seen.notes, START)

    @property
    def trail(self) -> dict[str, str]:
        """The answers of the trail, by question, as soon as the engine has drawn it."""
        return self.wait_until_ready().seen.trail

    @property
    def fragment(self) -> str:
        """The part of the address that holds the answers."""
        address = self.seen.address
        return address[address.index("#") :] if "#" in address else ""

    def script(self, code: str) -> Any:
        """Return the value of an expression, or of a function called."""
        return self.window.run(
            f"async () => {{const it = ({code}); return typeof it === 'function' ? it() : it}}"
        )

    # --- patience -------------------------------------------------------------------------------

    def until(self, what: str, holds: Callable[[Seen], bool], limit: float = SOON) -> Self:
        """Wait until what is in view is as it must be."""
        seen: Seen | None = None
        end = monotonic() + limit
        while monotonic() < end:
            try:
                seen = self.seen
                if holds(seen):
                    return self
            except NotNow:  # between two pages
                seen = None
            self.window.pause()
        raise AssertionError(f"{what}; but in view is {seen}")

    def _soon(self, deed: Callable[[], None]) -> None:
        end = monotonic() + SOON
        while True:
            try:
                return deed()
            except (NotFound, NotNow):
                if monotonic() > end:
                    raise
                self.window.pause()
