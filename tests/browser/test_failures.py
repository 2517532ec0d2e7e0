"""Nothing breaks a tree: whatever fails, a reader gets to an outcome, and is told what is going on.

Each failure in each of the three browsers. What fails on the way fails in the server; what a
browser lacks is taken from it before the page's first script.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.browser.conftest import Visit
from tests.browser.faults import (
    HeldBack,
    corrupted,
    cut_off,
    lost,
    missing,
    replaced,
    with_headers,
    wrong_type,
)
from tests.browser.site_server import Server
from tests.browser.visitor import START, Visitor

TREE = "trees/kitchen-sink/"
FIRST = "On which day did your plant arrive?"
SECOND = "What is wrong with the plant?"
PLACE = "Where will the plant stand?"
OUTSIDE = "Do not put it outside yet"

LINKS_LEAD_ON = "The links on this page lead on all the same."
NOT_WHOLE = "What works out the dates did not arrive whole."
FORBIDDEN = "Dates cannot be worked out in this browser."
TOO_LONG = "What works out the dates is taking very long to arrive."
CLOCK = "The clock of this device says"
SCRIPTS_OFF = "Scripts are off in this browser"
ON_THE_PAGE = "The page itself works out the answers, which can be slower."
NOT_KEPT = "Nothing could be kept for your next visit. It will start like this one."
SPOILT = "What your last visit left on this device was damaged and is gone."
REVIVED = "What works out the answers was started again. Nothing is lost."

#: Has what would take half a minute take a second.
HASTE = """{
  const later = setTimeout;
  globalThis.setTimeout = (act, delay, ...rest) =>
    later(act, delay === 30_000 ? 1_000 : delay, ...rest);
}"""

WASM, LIBRARY, SCRIPT = "*/pyodide.asm.wasm.packed", "*/*.zip.packed", "*/pyodide.asm.js"
ENGINE = "*/engine-*.zip"


def answer(visitor: Visitor) -> None:
    """Go to an outcome with the engine's help: a day, ticks, a choice."""
    visitor.wait_until_ready().sees(FIRST)
    visitor.fill(day="20", month="3", year="2026").go_on().sees(SECOND)
    visitor.tick("None of these").go_on().sees(PLACE).choose("Outside").sees(OUTSIDE)
    assert visitor.trail == {"arrived": "2026-03-20", "problems": "none", "place": "outside"}


# --- what leaves the links ------------------------------------------------------------------------


def without(name: str) -> Callable[[Server], None]:
    return lambda server: server.put_in_head(f"delete globalThis.{name};")


def policy(server: Server) -> None:
    """Forbid WebAssembly, as a host does who knows the policy of other sites."""
    rule = "default-src 'self'; script-src 'self'"
    server.spoil("*", with_headers({"Content-Security-Policy": rule}))
    # The page's own permission: in WebKit it would count for more.
    server.spoil("*/", replaced("wasm-unsafe-eval", "report-sample"))


def fails(pattern: str, *faults: Any) -> Callable[[Server], None]:
    return lambda server: server.spoil(pattern, *faults)


LEAVES_LINKS = {
    "the browser has no WebAssembly": (without("WebAssembly"), FORBIDDEN),
    "a policy forbids WebAssembly": (policy, FORBIDDEN),
    "the runtime is missing": (fails(WASM, missing), NOT_WHOLE),
    "the runtime is cut off half way": (fails(WASM, cut_off), NOT_WHOLE),
    "the runtime has other bytes": (fails(WASM, corrupted), NOT_WHOLE),
    "its script is served with the wrong type": (fails(SCRIPT, wrong_type), NOT_WHOLE),
    "its script is missing": (fails(SCRIPT, missing), NOT_WHOLE),
    "its script is cut off half way": (fails(SCRIPT, cut_off), NOT_WHOLE),
    "the library is missing": (fails(LIBRARY, missing), NOT_WHOLE),
    "the library is cut off half way": (fails(LIBRARY, cut_off), NOT_WHOLE),
    "the library has other bytes": (fails(LIBRARY, corrupted), NOT_WHOLE),
    "the engine has other bytes": (fails(ENGINE, corrupted), NOT_WHOLE),
}


@pytest.mark.parametrize("failure", LEAVES_LINKS)
def test_the_links_lead_on__and_a_line_says_why(visit: Visit, server: Server, failure: str) -> None:
    spoil, words = LEAVES_LINKS[failure]
    spoil(server)
    visitor = visit().open(TREE, ready=False)
    visitor.is_told(words).is_told(LINKS_LEAD_ON).sees(FIRST).follow_links()


def test_without_script__the_links_lead_on_and_a_line_says_so(visit: Visit) -> None:
    visitor = visit(scripts=False).open(TREE, ready=False).sees(FIRST)
    visitor.is_noted(SCRIPTS_OFF).follow_links()


def test_a_clock_that_cannot_be_right__is_named(visit: Visit) -> None:
    visitor = visit(now="1970-01-01T00:00:00").open(TREE, ready=False)
    visitor.is_told(CLOCK).is_told("1970").follow_links()


def test_an_engine_that_takes_too_long__is_done_without_until_it_is_there(
    visit: Visit, server: Server
) -> None:
    held = HeldBack()
    server.spoil(WASM, held)
    server.put_in_head(HASTE)
    visitor = visit().open(TREE, ready=False)
    visitor.is_told(TOO_LONG).is_told(LINKS_LEAD_ON)
    visitor.follow_links()
    held.let_go()
    visitor.open(TREE)
    answer(visitor)


def test_a_line_lost_half_way__is_named_and_once_it_is_back_all_is_well(
    visit: Visit, server: Server
) -> None:
    visitor, held, usual = visit(), HeldBack(), list(server.faults)
    server.spoil(WASM, held, cut_off)
    visitor.open(TREE, ready=False)
    assert held.asked.wait(20)
    server.spoil("*", lost)
    held.let_go()
    visitor.is_told(NOT_WHOLE).sees(FIRST)
    visitor.click("a.dt-option").sees(SECOND).go_back().sees(FIRST)
    server.faults = usual
    visitor.click(".dt-retry")
    answer(visitor)


# --- what nobody notices --------------------------------------------------------------------------

GOES_ON = {
    "the browser has no Worker": (without("Worker"), ON_THE_PAGE),
    "the worker's script is missing": (fails("*/worker.js", missing), ON_THE_PAGE),
    "packed files have the wrong type": (fails("*.packed", wrong_type), ""),
}


@pytest.mark.parametrize("failure", GOES_ON)
def test_the_engine_answers_all_the_same(visit: Visit, server: Server, failure: str) -> None:
    spoil, words = GOES_ON[failure]
    spoil(server)
    visitor = visit().open(TREE).is_noted(words)
    answer(visitor)


STORAGE = {"too little room to keep anything": "full", "storage forbidden": "forbidden"}


@pytest.mark.parametrize("storage", STORAGE.values())
def test_without_storage__the_engine_answers_and_a_note_says_so(visit: Visit, storage: str) -> None:
    visitor = visit(storage=storage).open(TREE)
    answer(visitor)
    visitor.is_noted(NOT_KEPT)
    visitor.open("trees/", ready=False).open(TREE)
    assert visitor.seen.engine == "files"


def test_a_private_window__is_as_good_as_any(visit: Visit) -> None:
    answer(visit(storage="private").open(TREE))


#: Keeps hold of the worker, so that a test can end it unannounced, as a lack of memory does.
HOLD_WORKER = """{
  const Real = Worker;
  globalThis.Worker = class extends Real {
    constructor(...given) { super(...given); globalThis.worker = this; }
  };
}"""


def test_a_worker_that_dies_on_the_way__is_started_again_and_nothing_is_lost(
    visit: Visit, server: Server
) -> None:
    server.put_in_head(HOLD_WORKER)
    visitor = visit().open(TREE).fill(day="20", month="3", year="2026").go_on().sees(SECOND)
    visitor.script("worker.terminate()")
    visitor.tick("None of these").go_on().is_noted(REVIVED)
    visitor.until("goes on", lambda seen: seen.heading == PLACE, START).choose("Outside")
    visitor.sees(OUTSIDE)
    assert visitor.trail == {"arrived": "2026-03-20", "problems": "none", "place": "outside"}


#: Changes one byte of whatever snapshot is kept; says whether there was one.
SPOIL = """async () => {
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      if (!request.url.includes("snapshot-")) continue;
      const kept = await cache.match(request);
      const bytes = new Uint8Array(await kept.arrayBuffer());
      bytes[bytes.length >> 1] ^= 1;
      await cache.put(request, new Response(bytes, {headers: kept.headers}));
      return true;
    }
  }
  return false;
}"""


def test_a_snapshot_that_was_spoilt__is_replaced(visit: Visit) -> None:
    visitor = visit().open(TREE)
    visitor.until("a snapshot is kept", lambda _: visitor.script(SPOIL), START)
    visitor.window.go("about:blank")
    visitor.open(TREE).is_noted(SPOILT)
    assert visitor.seen.engine == "files"
    answer(visitor)


def test_two_windows_of_two_versions__both_lead_to_an_outcome(
    visit: Visit, server: Server, tmp_path: Path
) -> None:
    server.spoil("*/", with_headers({"Cache-Control": "no-cache"}))
    old = visit().open(TREE)
    server.folder = newer(server.folder, tmp_path)
    new = Visitor(old.window.another(), old.site).open(TREE)
    answer(new)
    answer(old)
    assert old.script(VERSION) != new.script(VERSION)
    old.window.reload()
    old.wait_until_ready().sees(OUTSIDE)
    assert old.script(VERSION) == new.script(VERSION)


#: The addresses that a page takes its engine from.
VERSION = "JSON.parse(document.querySelector('decision-tree').dataset.config).runtime.hash"


def newer(folder: Path, into: Path) -> Path:
    """Return a copy of a site with another engine, the files of the old one gone."""
    (manifest,) = folder.glob("*/assets/runtime-*/manifest.json")
    old = json.loads(manifest.read_text())["hash"]
    new = old[::-1]
    shutil.copytree(folder, into, dirs_exist_ok=True)
    for path in sorted(into.rglob("*"), reverse=True):
        if path.suffix in {".html", ".json", ".js"}:
            path.write_text(path.read_text().replace(old, new))
        path.rename(path.with_name(path.name.replace(old, new)))
    return into


#: All of the above: what fails, what leads on, what is said.
LINKS, ENGINE_ITSELF, NOTHING = "the links", "the engine", "nothing"
FAILURES = [
    ("scripts are off", LINKS, SCRIPTS_OFF),
    *((name, LINKS, words) for name, (_, words) in LEAVES_LINKS.items()),
    ("the engine takes longer than 30 seconds", LINKS, TOO_LONG),
    ("the network is lost half way", LINKS, NOT_WHOLE),
    ("the clock is wrong by years", LINKS, CLOCK),
    *((name, ENGINE_ITSELF, words or NOTHING) for name, (_, words) in GOES_ON.items()),
    *((name, ENGINE_ITSELF, NOT_KEPT) for name in STORAGE),
    ("a private window", ENGINE_ITSELF, NOTHING),
    ("the worker dies on the way", ENGINE_ITSELF, REVIVED),
    ("what was kept is spoilt", ENGINE_ITSELF, SPOILT),
    ("the site is published anew while a page is open", ENGINE_ITSELF, NOTHING),
]
