"""One file, opened from a disk that holds nothing else: the same trees and engine, no network."""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Page, expect
from tests.browser.conftest import ROOT, TODAY, Site
from tests.browser.reader import Reader
from tests.browser.visitor import NODE, Visitor
from tests.browser.walker import Walker
from tests.browser.windows import Window
from tests.sameness.cases import cases, content, direct, library_of

from trees import cli

REFUND, ALL = "refund.html", "all.html"
LIST = "What brings you here?"
#: The most that a file may have, in bytes.
MOST = 6_000_000
#: A way through three trees: what is picked until a day is asked for, and where that ends.
PICKED = ("order", "aliexpress", "yes", "other", "waiting")
THROUGH = ("tracking-message", "cancelled-by-aliexpress", "get-it-shipped")
ENDS = "aliexpress_silent"


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two files, made by the command: one of a tree, one of all."""
    folder = tmp_path_factory.mktemp("saved by somebody")
    trees = ["--folder", str(ROOT / "decision_trees")]
    assert cli.main(["export", "refund", "--out", str(folder / REFUND), *trees]) == 0
    assert cli.main(["export", "--all", "--out", str(folder / ALL), *trees]) == 0
    return folder


@pytest.fixture
def owner(open_window: Callable[..., Window], saved: Path) -> Callable[..., Visitor]:
    """Brings owners of the files, in each of the three browsers."""
    return lambda **options: Visitor(open_window(**options), f"{saved.as_uri()}/")


@pytest.fixture
def reader(context, saved: Path) -> Iterator[Reader]:
    """An owner of the files whose Chromium is asked afterwards what it has fetched."""
    page: Page = context(permissions=["clipboard-read", "clipboard-write"]).new_page()
    page.clock.set_fixed_time(TODAY)
    reader = Reader(page, f"{saved.as_uri()}/")
    yield reader
    asked = {url.split("#")[0] for url in reader.requests if not url.startswith("blob:null/")}
    assert asked <= {reader.site + name for name in (REFUND, ALL)}
    assert reader.complaints == []


def pick(visitor: Visitor, answer: str) -> Visitor:
    return visitor.click(f'{NODE} a[data-answer="{answer}"]')


def test_sizes(saved: Path) -> None:
    one, whole = ((saved / name).stat().st_size for name in (REFUND, ALL))
    assert one <= MOST
    assert whole <= min(MOST, 1.5 * one)


# --- in three browsers ----------------------------------------------------------------------------


def test_a_way_through_three_trees_with_a_date__and_a_reload(owner) -> None:
    visitor = owner().open(ALL, ready=False).click(f'a[href="#{THROUGH[0]}/"]')
    visitor.wait_until_ready()
    for answer in PICKED:
        pick(visitor, answer)
        visitor.until(f"{answer} is taken", lambda seen, a=answer: a in seen.trail.values())
    day = date.today() - timedelta(days=30)  # noqa: DTZ011  as the browser sees it
    visitor.fill(day=str(day.day), month=str(day.month), year=str(day.year)).go_on()
    visitor.until("the way has ended", lambda seen: seen.name == ENDS).is_at_heading()
    given = {*PICKED, day.isoformat()}
    assert {*visitor.trail.values()} == given
    assert visitor.fragment.startswith(f"#{THROUGH[-1]}/")
    visitor.window.reload()
    visitor.until("the answers are there again", lambda seen: seen.name == ENDS)
    assert {*visitor.trail.values()} == given


def test_back__leads_through_the_trees_and_to_the_list(owner) -> None:
    visitor = owner().open(ALL, ready=False).click(f'a[href="#{THROUGH[0]}/"]')
    first = visitor.wait_until_ready().seen.heading
    for answer in PICKED[:2]:
        pick(visitor, answer)
    visitor.until("the second tree", lambda seen: f"#{THROUGH[1]}/" in seen.address)
    second = visitor.wait_until_ready().seen.heading
    visitor.go_back().until("the first tree", lambda seen: f"#{THROUGH[0]}/" in seen.address)
    visitor.go_back().sees(first).go_back()
    visitor.until("the list", lambda seen: seen.nodes == 0)
    assert visitor.script("document.querySelector('h1:is(:focus, #index)').textContent") == LIST
    visitor.go_forward().sees(first).go_forward()
    visitor.until("the next question", lambda seen: seen.heading != first)
    visitor.go_forward().sees(second)


def test_without_script__links_are_enough__from_tree_to_tree_as_well(owner) -> None:
    visitor = owner(scripts=False).open(ALL, ready=False)
    visitor.click(f'a[href="#{THROUGH[0]}/"]')
    first = visitor.until("the first question", lambda seen: seen.nodes == 1).seen.heading
    pick(visitor, PICKED[0]).until("the second question", lambda seen: seen.heading != first)
    pick(visitor, PICKED[1])
    visitor.until("the second tree", lambda seen: f"#{THROUGH[1]}/" in seen.address)
    assert visitor.seen.nodes == 1
    visitor.go_back().go_back().sees(first)


def test_the_file_of_a_tree__opens_with_its_first_question__and_a_worker(owner) -> None:
    visitor = owner().open(REFUND).sees("What does your bank show for this order?")
    assert visitor.fragment == "#refund/"
    assert visitor.script("scrollY") == 0, "the title is in view"
    assert visitor.script("performance.getEntriesByType('resource').length") == 0
    assert not visitor.script("'openDesk' in globalThis"), "the engine is not in the page"


# --- in Chromium ----------------------------------------------------------------------------------


@pytest.mark.timeout(600)
@pytest.mark.parametrize("tree", ["kitchen-sink", "tracking-message"])
def test_every_story_of_a_tree__has_the_transcript_of_cpython(reader: Reader, tree: str) -> None:
    """One tree has a question of each kind; from the other, most ways go on in further trees."""
    project = content()
    library = library_of(project)
    walker = Walker(reader, lambda tree: f"{ALL}#{tree}/")
    stories = [case for case in cases(project, 0) if case.tree == tree]
    assert len(stories) > 10
    for case in stories:
        assert walker.walked(case) == direct(library, case), case


def test_the_engine_runs_in_a_worker__or_in_the_page_where_there_is_none(reader: Reader) -> None:
    reader.open(REFUND)
    assert len(reader.page.workers) == 1
    reader.page.add_init_script("delete globalThis.Worker")
    reader.page.reload()
    reader.wait_until_ready()
    assert reader.page.workers == []
    reader.node.locator("a.dt-option").first.click()
    expect(reader.page.locator(".dt-trail-entry:visible")).to_have_count(1)


def test_a_message__is_copied(reader: Reader) -> None:
    answers = "arrived=2026-03-20&problems=none&place=shop&paid_with=wallet"
    reader.page.goto(f"{reader.site}{ALL}#kitchen-sink/{answers}")
    expect(reader.page.locator(".dt-outcome:visible")).to_be_visible(timeout=30_000)
    reader.node.locator(".dt-copy").first.click()
    expect(reader.page.locator(".dt-status:visible")).to_have_text("Copied")
    assert "arrived damaged on 20 March 2026" in reader.script("navigator.clipboard.readText()")
    expect(reader.page.locator(".dt-print:visible")).to_be_visible()
    expect(reader.page.locator(".dt-share:visible")).to_have_count(0)  # the file knows no site


def test_an_outcome__is_taken_along_from_a_file_too(
    reader: Reader, site: Site, tmp_path: Path
) -> None:
    """The links of a file lead to the site that it is of: the file itself is nobody else's."""
    shutil.copy(site.folder / "downloads/all-guides.html", tmp_path / ALL)
    reader.site = f"{tmp_path.as_uri()}/"
    way = "money=twice&twice_on=2026-03-16"
    reader.page.goto(f"{reader.site}{ALL}#refund/{way}")
    expect(reader.page.locator(".dt-outcome:visible")).to_be_visible(timeout=30_000)
    box = reader.node.get_by_role("checkbox").first
    box.check()
    reader.page.locator(".dt-share:visible").click()
    reader.page.get_by_role("button", name="Show a QR code").click()
    code = reader.page.locator(".dt-code > svg:visible")
    (read,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(code.screenshot())))
    assert read.text == f"{site.address}trees/refund/#{way}"
    with reader.page.expect_download() as saving:
        reader.node.locator(".dt-calendar").first.click()
    saved = Path(saving.value.path()).read_text("utf-8")
    assert "BEGIN:VEVENT" in saved
    assert "file:" not in saved
    assert len(re.findall(rb"/Type\s*/Page\b", reader.page.pdf(format="A4"))) == 1
    reader.page.reload()
    expect(box).to_be_checked(timeout=30_000)


def test_the_first_question__stands_there_before_the_engine_has_been_read(
    reader: Reader, saved: Path, tmp_path: Path
) -> None:
    """A file that was cut off is as good as one whose end has not been read yet."""
    whole = (saved / REFUND).read_bytes()
    cut = tmp_path / REFUND
    cut.write_bytes(whole[: whole.index(b"data-file=") + 100_000])
    assert cut.stat().st_size < MOST / 8
    reader.site = f"{tmp_path.as_uri()}/"
    reader.open(REFUND, ready=False)
    expect(reader.page.locator(".dt-retry:visible")).to_be_visible(timeout=30_000)
    first = reader.node.locator("h2").inner_text()
    reader.node.locator("a.dt-option").first.click()
    expect(reader.node.locator("h2")).not_to_have_text(first)


def test_storage_that_is_forbidden__breaks_nothing(reader: Reader) -> None:
    for store in ("caches", "localStorage", "sessionStorage", "indexedDB"):
        reader.page.add_init_script(
            f"Object.defineProperty(globalThis, '{store}', "
            "{get() { throw new DOMException('denied', 'SecurityError'); }});"
        )
    reader.open(REFUND).node.locator("a.dt-option").first.click()
    expect(reader.page.locator(".dt-trail-entry:visible")).to_have_count(1)


@pytest.mark.parametrize("width", [320, 360, 1280, 1600])
def test_no_width__scrolls_sideways(reader: Reader, width: int) -> None:
    reader.page.set_viewport_size({"width": width, "height": 800})
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    for page in (ALL, f"{ALL}#refund/", f"{ALL}#{THROUGH[-1]}/{ENDS}"):
        reader.open(page, ready=False)
        expect(reader.page.locator("h1:visible")).to_have_count(1)
        assert reader.page.evaluate(wide) == 0


def test_the_guides__are_saved_from_a_page_of_the_site(meet, site, tmp_path: Path) -> None:
    on_the_site = meet(accept_downloads=True).open("trees/refund/")
    with on_the_site.page.expect_download() as saving:
        on_the_site.page.get_by_role("link", name="Save all guides as one file").click()
    saving.value.save_as(tmp_path / "saved.html")
    made = site.folder / "downloads" / "all-guides.html"
    assert (tmp_path / "saved.html").read_bytes() == made.read_bytes()
    assert saving.value.suggested_filename == made.name
