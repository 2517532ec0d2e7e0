"""A page with a large tree, and how it is clicked through, each click timed in the page itself.

Boundary: drives a page that is open; opens none, and says nothing of what was wanted.
"""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Page

#: One frame of a screen, in milliseconds.
FRAME = 1_000 / 60
#: The browser paints as soon as it can, instead of sixty times a second: what is measured is work,
#: and not the wait for the screen.
AT_ONCE = ("--disable-frame-rate-limit", "--disable-gpu-vsync")
#: Clicks in one go; longer ones would hold too many figures in the page.
TURN = 250
#: Clicks through, and returns for each click the milliseconds until the next question was laid out,
#: and until it was painted. At an end it begins again, which does not count. With a pace, that many
#: milliseconds lie between two clicks; without one, each comes as soon as the last one is painted.
CLICK = """async ({ root, shown, options, count, pace }) => {
  const again = AGAIN;
  const parent = document.querySelector(root);
  const step = (act) => new Promise((done) => {
    const before = parent.querySelector(shown)?.textContent;
    let began = 0;
    const observer = new MutationObserver(() => {
      const now = parent.querySelector(shown);
      if (!now || now.textContent === before) return;
      observer.disconnect();
      now.getBoundingClientRect();
      const drawn = performance.now() - began;
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done([drawn, performance.now() - began]);
        port2.postMessage(null);
      });
    });
    observer.observe(parent, { subtree: true, childList: true, attributeFilter: ["hidden"] });
    began = performance.now();
    act();
  });
  const rest = (until) => new Promise((done) => setTimeout(done, until - performance.now()));
  const found = [];
  const start = performance.now();
  while (found.length < count) {
    if (pace) await rest(start + found.length * pace);
    const links = [...parent.querySelectorAll(options)];
    if (links.length) found.push(await step(() => links[found.length % links.length].click()));
    else await step(again);
  }
  return found;
}"""


@dataclass(frozen=True)
class Subject:
    """A page with a tree: where it is, and how to click through it."""

    path: str
    root: str
    shown: str
    options: str
    again: str


SUBJECTS = {
    "this project": Subject(
        "large/trees/large/",
        "decision-tree",
        ":scope > .dt-node:not([hidden])",
        ":scope > .dt-node:not([hidden]) a.dt-option",
        "() => document.querySelector('.dt-restart').click()",
    ),
    "inkjs": Subject(
        "large-ink/", "#story", ":scope > p", ":scope > p > a", "() => globalThis.again()"
    ),
}
READY = """document.querySelector("[data-ready]") && true"""


def click(page: Page, subject: Subject, count: int, pace: float = 0) -> list[list[float]]:
    """Click so many times, and return what each took: until laid out, and until painted."""
    given = {
        "root": subject.root,
        "shown": subject.shown,
        "options": subject.options,
        "count": count,
        "pace": pace,
    }
    found: list[list[float]] = page.evaluate(CLICK.replace("AGAIN", subject.again), given)
    return found


def heap_of(page: Page) -> int:
    """Return what the page's own scripts hold, in bytes, once what is unused is gone."""
    session = page.context.new_cdp_session(page)
    session.send("HeapProfiler.collectGarbage")
    used = session.send("Runtime.getHeapUsage")["usedSize"]
    session.detach()
    return int(used)
