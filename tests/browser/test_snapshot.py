"""Later visits go on from a snapshot that the first one kept, and nothing depends on it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from playwright.sync_api import Route, expect
from tests.browser.conftest import Meet, Site
from tests.browser.reader import Reader

TREE = "trees/kitchen-sink/"
WAYS = [
    "",
    "#arrived=2026-03-20&problems=dry&pot=12.5",
    "#arrived=2026-03-20&problems=dry,yellow&pot=7",
    "#arrived=2026-03-20&problems=none&place=outside",
    "#arrived=2026-03-20&problems=none&place=shop&paid_with=wallet",
    "#arrived=2026-02-31&problems=gone",
]
HIDDEN = "Object.defineProperty(document, 'visibilityState', {value: 'hidden'})"
#: All that is kept for all sites of this browser: [address, header fields] by entry.
KEPT = """async () => {
  const all = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const {url} of await cache.keys()) {
      all.push({url, mark: (await cache.match(url)).headers.get("X-Mark")});
    }
  }
  return all;
}"""
#: Replaces what is kept by what SPOIL makes of it, marked.
SPOIL = """async () => {
  const [name] = await caches.keys();
  const cache = await caches.open(name);
  const [{url}] = await cache.keys();
  const kept = await cache.match(url);
  const layout = kept.headers.get("X-Layout");
  const bytes = new Uint8Array(await kept.arrayBuffer());
  let digest = kept.headers.get("X-Digest");
  const spoilt = (%s)(bytes);
  if (%s) {
    const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", spoilt));
    digest = Array.from(sum, (byte) => byte.toString(16).padStart(2, "0")).join("");
  }
  const headers = {"X-Digest": digest, "X-Layout": layout, "X-Mark": "spoilt"};
  await cache.put(url, new Response(spoilt, {headers}));
}"""
#: That half of it is missing is tested in every browser (test_failures.py).
SPOILT = {
    "one byte": ("(b) => { b[9_000_000] ^= 1; return b; }", "false"),
    "something else, whole": ("(b) => new TextEncoder().encode('<html>'.repeat(999))", "true"),
    "no memory in it, whole": ("(b) => b.fill(0, 100_000)", "true"),
}


def kept(reader: Reader) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = reader.script(KEPT)
    return entries


def visit(reader: Reader, way: str = "") -> str:
    """Load the page anew, and say what the engine was started from."""
    reader.page.goto("about:blank")
    reader.open(TREE + way)
    return reader.page.locator("decision-tree").get_attribute("data-engine") or ""


def wait_until_kept(reader: Reader) -> str:
    """Wait for a snapshot that no test has spoilt; return its address."""
    for _ in range(60):
        entries = kept(reader)
        if entries and not entries[0]["mark"]:
            assert len(entries) == 1
            return str(entries[0]["url"])
        reader.page.wait_for_timeout(250)
    raise AssertionError("no snapshot was kept")


def test_the_second_visit__starts_from_what_the_first_one_kept(reader: Reader) -> None:
    assert visit(reader) == "files"
    wait_until_kept(reader)
    reader.requests.clear()
    assert visit(reader) == "snapshot"
    asked = [url.rsplit("/", 1)[-1] for url in reader.requests if "/runtime-" in url]
    assert sorted(asked) == ["pyodide.asm.js", "pyodide.asm.wasm.packed", "pyodide.mjs"]
    wait_until_kept(reader)


def told(reader: Reader, way: str) -> tuple[str, str, str]:
    reader.page.goto("about:blank")
    reader.open(TREE + way)
    whole = reader.page.locator("decision-tree")
    return reader.fragment, whole.inner_text(), json.dumps(reader.trail)


def test_answers__are_the_same_as_without_a_snapshot(meet: Meet) -> None:
    without, with_one = meet(), meet()
    # Nothing is ever kept here.
    without.page.add_init_script(HIDDEN)
    visit(with_one)
    wait_until_kept(with_one)
    for way in WAYS:
        assert told(with_one, way) == told(without, way)
    assert kept(without) == []
    assert visit(with_one) == "snapshot"
    # And by hand: a problem, ticks, a number, a choice, a message.
    with_one.fill(day="31", month="2", year="2026").go_on()
    with_one.sees_problem(
        "The day 31/2/2026 does not exist. Check the day and the month.", box="day"
    )
    with_one.fill(day="20", month="3").go_on().sees("What is wrong with the plant?")
    with_one.tick("Dry soil").go_on().fill(number="12,5").go_on()
    expect(with_one.page.locator(".dt-trail li")).to_have_count(3)
    assert with_one.trail == {"arrived": "2026-03-20", "problems": "dry", "pot": "12.5"}


def test_the_snapshot__holds_nothing_of_the_reader(reader: Reader) -> None:
    visit(reader, "#arrived=2026-03-19&problems=none&place=shop&paid_with=wallet")
    wait_until_kept(reader)
    found = reader.script("""async () => {
      const cache = await caches.open((await caches.keys())[0]);
      const text = new TextDecoder("latin1").decode(
        await (await cache.match((await cache.keys())[0])).arrayBuffer());
      return ["2026-03-19", "kitchen-sink", "wallet", "Service"].filter((s) => text.includes(s));
    }""")
    assert found == ["Service"]


@pytest.mark.parametrize("how", SPOILT)
def test_a_spoilt_snapshot__is_dropped_and_the_files_are_used(meet: Meet, how: str) -> None:
    reader = meet(expects_complaints=True)
    visit(reader)
    wait_until_kept(reader)
    reader.script(SPOIL % SPOILT[how])
    assert kept(reader)[0]["mark"] == "spoilt"
    assert visit(reader, WAYS[1]) == "files"
    expect(reader.node.locator("h2")).to_contain_text("Your plant will be fine")
    wait_until_kept(reader)
    assert visit(reader) == "snapshot"


def with_worker(reader: Reader, code: str) -> None:
    """Run code in the worker as it starts."""

    def change(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=f"{answer.text()}\n{code}")

    reader.page.route("**/worker.js", change)


DENIED = "{throw new DOMException('Access is denied.', 'SecurityError')}"
#: Storage that is forbidden or full is tested in every browser (test_failures.py).
DENIALS = {
    "storage that forbids each deed": f"CacheStorage.prototype.match = CacheStorage.prototype.open"
    f" = CacheStorage.prototype.delete = async () => {DENIED};",
    "no storage": "delete self.caches; delete WorkerGlobalScope.prototype.caches;",
    "no digests": "Object.defineProperty(crypto, 'subtle', {value: undefined});",
    "no snapshots": "",
}


@pytest.mark.parametrize("denial", DENIALS)
def test_without_storage__every_visit_starts_from_the_files(meet: Meet, denial: str) -> None:
    reader = meet()
    if denial == "no snapshots":
        # As a later Pyodide may do: the option is there no more.
        def change(route: Route) -> None:
            answer = route.fetch()
            text = answer.text().replace("makeMemorySnapshot", "makeNothing")
            route.fulfill(response=answer, body=text)

        reader.page.route("**/pyodide.asm.js", change)
    else:
        with_worker(reader, DENIALS[denial])
    for _ in range(2):
        assert visit(reader, WAYS[1]) == "files"
        expect(reader.node.locator("h2")).to_contain_text("Your plant will be fine")
        reader.page.wait_for_timeout(1_800)
        assert kept(reader) == []


def test_a_new_engine__finds_the_old_snapshot_gone(reader: Reader, site: Site) -> None:
    visit(reader)
    old = wait_until_kept(reader)
    path = next(site.folder.glob("assets/runtime-*/manifest.json"))
    manifest = json.loads(path.read_text(encoding="utf-8"))

    def change(route: Route) -> None:
        answer = route.fetch()
        changed = answer.text().replace(manifest["hash"], "0123456789abcdef")
        route.fulfill(response=answer, body=changed)

    reader.page.route(f"**/{TREE}", change)
    assert visit(reader) == "files"
    assert old not in [entry["url"] for entry in kept(reader)]
    assert wait_until_kept(reader).endswith("0123456789abcdef")


@pytest.mark.parametrize(
    "reason",
    [
        "Object.defineProperty(navigator, 'connection', {value: {saveData: true}})",
        HIDDEN,
    ],
    ids=["data is saved", "the reader has left"],
)
def test_nothing_is_kept__when(meet: Meet, reason: str) -> None:
    reader = meet()
    reader.page.add_init_script(reason)
    reader.open(TREE, ready=False).page.mouse.move(100, 300)
    reader.wait_until_ready().page.wait_for_timeout(2_500)
    assert kept(reader) == []


def test_trying_again__does_without_the_snapshot(meet: Meet) -> None:
    reader = meet(expects_complaints=True)
    visit(reader)
    wait_until_kept(reader)
    reader.page.route("**/*.wasm.packed", lambda route: route.abort())
    reader.page.goto("about:blank")
    reader.open(TREE, ready=False)
    retry = reader.page.get_by_role("button", name="Try again")
    expect(retry).to_be_visible(timeout=30_000)
    reader.page.unroute("**/*.wasm.packed")
    retry.click()
    reader.wait_until_ready()
    expect(reader.page.locator("decision-tree")).to_have_attribute("data-engine", "files")
