"""A new deployment is taken up whole or not at all, and each page stays with its version."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect
from tests.browser.conftest import TODAY, Site
from tests.browser.device import Device
from tests.browser.host import Host
from tests.browser.reader import Reader
from tests.publishing.building import build, without_runtime, write_config, write_project

from trees.publishing import plugin

UPDATED = "This guide has been updated."
HOME, TREE, STYLE = "index.html", "trees/refund/index.html", "own.css"
OLD, NEW = "Nothing was taken.", "Not a cent was taken."
FULL = "Cache.prototype.put = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));"
CRAMPED = "StorageManager.prototype.estimate = async () => ({quota: 9_000, usage: 8_000});"

type Devices = Callable[..., Device]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site, without an engine, as that plays no part here."""
    folder = tmp_path_factory.mktemp("small")
    write_project(folder)
    (folder / "docs" / "own.css").write_text("/* first */")
    theme = {"name": "material", "font": False, "features": ["navigation.instant"]}
    plugins = ["search", {"decision-trees": {"downloads": "none"}}]
    own = {"theme": theme, "plugins": plugins, "extra_css": ["own.css"], "repo_url": ""}
    config = write_config(folder, **own)
    light = without_runtime()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plugin.assets, "browser", lambda: light)
        return build(config)


@pytest.fixture
def host(tmp_path: Path, built: Path) -> Iterator[Host]:
    host = Host(tmp_path)
    host.put(built)
    yield host
    host.stop()


@pytest.fixture
def reads(context: Callable[..., BrowserContext], host: Host) -> Devices:
    """Gives devices that nobody has used before, and with ``beside`` another page of one."""

    def make(beside: Device | None = None, site: str = "") -> Device:
        device = beside.page.context if beside else context(service_workers="allow")
        page = device.new_page()
        page.clock.set_fixed_time(TODAY)
        return Device(Reader(page, site or host.address))

    return make


def next_version(host: Host) -> None:
    """Lay the next version out, but do not have it listed yet."""
    host.change(TREE, OLD, NEW)
    host.change(HOME, "Welcome.", "Welcome back.")
    host.change(STYLE, "first", "second")


def is_of_the_old_version(device: Device) -> bool:
    found = (OLD in device.gets("trees/refund/"), "first" in device.gets(STYLE))
    assert found[0] == found[1], "versions are mixed"
    return found[0]


def test_a_first_visit__is_not_taken_over(reads: Devices) -> None:
    device = reads().keep()
    assert not device.is_served_by_its_copy
    expect(device.line).to_have_count(0)
    device.open()
    assert device.is_served_by_its_copy


def test_a_new_deployment__waits_until_the_reader_reloads(reads: Devices, host: Host) -> None:
    device = reads().keep()
    device.open("trees/refund/")
    next_version(host)
    host.publish()
    assert device.look_for_news() == "installed"
    expect(device.line).to_contain_text(UPDATED)
    assert is_of_the_old_version(device)
    device.stop_workers()
    assert is_of_the_old_version(device)
    device.line.get_by_text("Reload").click()
    expect(device.page.get_by_text(NEW)).to_be_attached()
    expect(device.line).to_have_count(0)
    assert not is_of_the_old_version(device)
    device.has_versions(1)


def test_an_ordinary_visit__finds_the_news_by_itself(reads: Devices, host: Host) -> None:
    device = reads().keep()
    next_version(host)
    host.publish()
    device.open()
    expect(device.line).to_contain_text(UPDATED)
    assert is_of_the_old_version(device)


def test_an_update__fetches_only_what_has_changed(reads: Devices, host: Host) -> None:
    device = reads().keep()
    device.open()
    next_version(host)
    host.publish()
    host.server.sent.clear()
    assert device.look_for_news() == "installed"
    changed = {"/guide/sw.js", "/guide/", "/guide/trees/refund/", "/guide/own.css"}
    assert set(host.server.sent) == changed


@pytest.mark.parametrize("late", [HOME, STYLE])
def test_half_a_deployment__is_not_taken_up__and_all_of_it_later_is(
    reads: Devices, host: Host, late: str
) -> None:
    device = reads().keep()
    device.open()
    next_version(host)
    host.publish()
    whole = (host.site / late).read_bytes()
    (host.site / late).write_bytes(whole[:-9])
    kept = device.caches
    assert device.look_for_news() == "redundant"
    assert device.caches == kept
    expect(device.line).to_have_count(0)
    assert is_of_the_old_version(device)
    (host.site / late).write_bytes(whole)
    assert device.look_for_news() == "installed"
    expect(device.line).to_contain_text(UPDATED)


def test_a_line_cut_off_while_a_version_comes__leaves_the_old_one(
    reads: Devices, host: Host
) -> None:
    device = reads().keep()
    device.open()
    next_version(host)
    host.publish()
    (host.site / HOME).unlink()
    assert device.look_for_news() == "redundant"
    host.stop()
    assert device.open("trees/refund/").from_service_worker
    assert is_of_the_old_version(device)


def test_two_tabs__each_keeps_its_version_until_it_is_reloaded(reads: Devices, host: Host) -> None:
    first = reads().keep()
    first.open()
    second = reads(beside=first)
    second.open()
    next_version(host)
    host.publish()
    first.look_for_news()
    first.line.get_by_text("Reload").click()
    expect(first.page.get_by_text("Welcome back.")).to_be_visible()
    second.stop_workers()
    assert (is_of_the_old_version(first), is_of_the_old_version(second)) == (False, True)
    second.page.evaluate("globalThis.same = true")
    second.page.locator("a[href$='/refund/']").first.click()
    expect(second.page.get_by_text(OLD)).to_be_attached()
    assert second.page.evaluate("globalThis.same"), "the page was loaded anew"
    second.has_versions(2)
    second.line.get_by_text("Reload").click()
    expect(second.page.get_by_text(NEW)).to_be_attached()
    assert not is_of_the_old_version(second)
    second.has_versions(1)


def test_a_version_that_nobody_reads_any_more__is_removed(reads: Devices, host: Host) -> None:
    first = reads().keep()
    first.open()
    second = reads(beside=first)
    second.open()
    next_version(host)
    host.publish()
    first.look_for_news()
    first.line.get_by_text("Reload").click()
    expect(first.page.get_by_text("Welcome back.")).to_be_visible()
    first.has_versions(2)
    second.page.close()
    first.open("trees/")
    first.has_versions(1)


NOTE_WORKERS = """(() => {
  const container = navigator.serviceWorker, register = container.register.bind(container);
  container.register = async (...given) => {
    const registered = await register(...given);
    globalThis.came = true;
    return registered;
  };
})()"""


@pytest.mark.parametrize("cause", [FULL, CRAMPED])
def test_storage_that_is_full__leaves_a_site_that_works(
    reads: Devices, host: Host, cause: str
) -> None:
    worker = host.site / "sw.js"
    worker.write_text(f"{worker.read_text()}\n{cause}")
    device = reads()
    # It is there for a moment only, shorter than one looks.
    device.page.add_init_script(NOTE_WORKERS)
    device.open("trees/")
    device.until("a worker comes", lambda: device.page.evaluate("globalThis.came === true"))
    device.has_worker(False)
    assert device.caches == []
    assert device.reader.complaints == []
    assert OLD in device.gets("trees/refund/")


def test_storage_that_is_full__leaves_the_old_version(reads: Devices, host: Host) -> None:
    device = reads().keep()
    device.open()
    next_version(host)
    host.publish()
    worker = host.site / "sw.js"
    worker.write_text(f"{worker.read_text()}\n{FULL}")
    kept = device.caches
    assert device.look_for_news() == "redundant"
    assert device.caches == kept
    host.stop()
    assert device.open("trees/refund/").from_service_worker


def test_a_preview__has_a_copy_of_its_own(reads: Devices, host: Host, built: Path) -> None:
    host.put(built, "pr-1")
    main = reads().keep()
    preview = reads(beside=main, site=f"{host.address}pr-1/")
    host.change(f"pr-1/{TREE}", OLD, NEW)
    host.publish("pr-1")
    preview.open()
    assert NEW in preview.gets("trees/refund/")
    preview.keep()
    assert [name.split(" ")[0] for name in preview.versions] == ["/guide/", "/guide/pr-1/"]
    host.stop()
    for device, text in ((main, OLD), (preview, NEW), (main, OLD)):
        assert device.open("trees/refund/").from_service_worker
        assert text in device.gets("trees/refund/")
    main.open("?no-sw")
    expect(main.line).to_be_visible()
    assert [name.split(" ")[0] for name in preview.versions] == ["/guide/pr-1/"]
    assert preview.open("trees/refund/").from_service_worker


def test_no_sw__removes_everything__until_the_reader_wants_it_again(
    reads: Devices, host: Host
) -> None:
    device = reads().keep()
    device.open("trees/refund/?no-sw#held")
    expect(device.line).to_contain_text("no longer kept on your device")
    assert device.page.evaluate("caches.keys()") == []
    device.open("trees/")
    device.page.wait_for_load_state("networkidle")
    assert not device.is_served_by_its_copy
    assert device.page.evaluate("caches.keys()") == []
    device.open("trees/?no-sw#__tabbed")
    device.line.get_by_text("Keep it again").click()
    device.page.wait_for_url("**/trees/?sw#__tabbed")
    device.has_worker(True)
    device.keep()
    host.stop()
    assert device.open("trees/").from_service_worker


def test_no_sw__while_another_tab_is_open__has_nothing_kept_for_that_one_either(
    reads: Devices,
) -> None:
    """The worker lives on for it, and is asked there to put things in order."""
    device = reads().keep()
    other = reads(beside=device)
    other.open("trees/")
    assert other.is_served_by_its_copy
    device.open("?no-sw")
    expect(device.line).to_contain_text("no longer kept on your device")
    other.page.evaluate("navigator.serviceWorker.controller.postMessage('tidy up')")
    other.page.wait_for_timeout(500)
    assert device.page.evaluate("caches.keys()") == []


def test_the_kill_switch__removes_the_copy_from_every_device(reads: Devices, host: Host) -> None:
    device = reads().keep()
    host.give_up()
    device.open()
    device.has_worker(False)
    assert device.caches == []
    assert not device.open("trees/").from_service_worker


@pytest.mark.parametrize("line", ["{saveData: true}", "{effectiveType: '2g'}"])
def test_a_line_that_should_carry_little__is_not_used_for_a_copy(reads: Devices, line: str) -> None:
    device = reads()
    device.page.add_init_script(
        f"Object.defineProperty(navigator, 'connection', {{value: {line}}})"
    )
    device.open()
    device.page.wait_for_load_state("networkidle")
    device.page.wait_for_timeout(500)
    assert device.page.evaluate("navigator.serviceWorker.getRegistrations()") == []


def test_answers__outlive_the_update__and_focus_is_at_the_question(
    reads: Devices, host: Host, site: Site
) -> None:
    host.put(site.folder)
    device = reads()
    reader = device.reader
    device.keep("trees/kitchen-sink/")
    reader.open("trees/kitchen-sink/").fill(day="20", month="3", year="2026").go_on()
    reader.sees("What is wrong with the plant?")
    host.change("about/index.html", "</body>", "<p>News</p></body>")
    host.publish()
    assert device.look_for_news() == "installed"
    reader.tick("Dry soil").go_on().sees("How wide is the pot?")
    device.line.get_by_text("Reload").click()
    expect(device.line).to_have_count(0)
    reader.wait_until_ready().sees("How wide is the pot?").is_at_heading()
    assert reader.trail == {"arrived": "2026-03-20", "problems": "dry"}
    assert "News" in device.gets("about/")
