"""The playground: a text is checked as it is typed, and its tree is walked beside it."""

from __future__ import annotations

import base64
import zlib
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect
from tests.browser.conftest import DESK, Meet, Site
from tests.browser.faults import instead
from tests.browser.reader import Reader
from tests.browser.visitor import START

from trees.authoring.fresh import fresh_tree

PLAYGROUND = "playground/"
#: A worker whose checker never comes to an end with some texts.
HANGS = """addEventListener("message", ({ data }) => {
  if (data.type === "start") return postMessage({ type: "ready" });
  const { path, text } = data.request;
  if (text.includes("FOREVER")) for (;;);
  const span = { path, line: 1, column: 1, end_line: 1, end_column: 2 };
  const slip = { span, code: "slip", message: "A slip", hint: "", severity: "error", mend: null };
  const findings = text.includes("SLIP") ? [slip] : [];
  const checked = { findings, tree: null, certificate: null };
  postMessage({ type: "told", id: data.id, answer: { checked } });
});"""


class Writer:
    """Somebody at the playground, in their words."""

    def __init__(self, reader: Reader, fragment: str = "") -> None:
        self.page: Page = reader.page
        reader.open(PLAYGROUND + fragment, ready=False)

    @property
    def state(self) -> Locator:
        return self.page.locator(".pg-state")

    @property
    def text(self) -> Locator:
        return self.page.get_by_role("textbox", name="The tree as YAML")

    @property
    def live(self) -> Locator:
        return self.page.locator(".pg-live .dt-node:visible")

    def is_told(self, words: str) -> Writer:
        expect(self.state).to_contain_text(words, timeout=START * 1000)
        return self

    def types_at_the_top(self, text: str) -> Writer:
        self.text.click()
        self.page.keyboard.press("Control+Home")
        self.page.keyboard.type(text)
        return self

    def clicks(self, name: str) -> Writer:
        self.page.get_by_role("button", name=name).click()
        return self


@pytest.fixture
def author(meet: Meet) -> Reader:
    """A reader at a desk, who lets the page write to the clipboard."""
    return meet(**DESK, permissions=["clipboard-read", "clipboard-write"])


def test_an_error_typed__is_underlined_and_named__and_gone_when_mended(author: Reader) -> None:
    writer = Writer(author).is_told("Proven").types_at_the_top("nonsense: 1\n").is_told("1 problem")
    expect(writer.page.locator(".cm-lintRange-error")).to_have_text("nonsense")
    finding = writer.page.get_by_role("list", name="Problems").get_by_role("listitem")
    expect(finding).to_contain_text("Line 1 nonsense is not a key of a tree")
    expect(writer.page.get_by_text("this is the last good version")).to_be_visible()
    expect(writer.live.get_by_role("heading")).to_have_text("What do you see?")
    finding.get_by_role("button").click()
    expect(writer.text).to_be_focused()
    writer.clicks("Undo all changes").is_told("Proven")
    expect(finding).to_have_count(0)
    expect(writer.page.locator(".cm-lintRange-error")).to_have_count(0)


def test_a_slip_with_one_right_mend__is_mended_by_a_click(reader: Reader) -> None:
    slip = fresh_tree("my-tree").replace("go: found", "go: foud")
    writer = Writer(reader, f"#tree=my-tree&text={packed(slip)}").is_told("1 problem")
    expect(writer.page.locator(".cm-lintRange-error")).to_have_text("foud")
    writer.clicks("Mend this").is_told("Proven")
    expect(writer.text).to_contain_text("go: found")


def packed(text: str) -> str:
    """A text as links hold it."""
    deflated = zlib.compress(text.encode(), wbits=-15)
    return base64.urlsafe_b64encode(deflated).decode().rstrip("=")


def test_the_tree_beside_the_text__is_walked_to_its_end__and_stays_there_while_typing(
    author: Reader,
) -> None:
    writer = Writer(author).is_told("Proven")
    expect(writer.live).not_to_contain_text("Scripts are off")
    writer.live.get_by_role("link", name="What most people see").click()
    for box, number in (("Day", "16"), ("Month", "3"), ("Year", "2026")):
        writer.live.get_by_label(box).fill(number)
    writer.live.get_by_role("button", name="Continue").click()
    expect(writer.live.get_by_role("heading").first).to_have_text("Wait a little longer")
    expect(writer.live.locator("time").first).to_have_text("16 March 2026")
    writer.types_at_the_top("# A word more.\n")
    expect(writer.page.get_by_role("button", name="Undo all changes")).to_be_visible()
    expect(writer.live.get_by_role("heading").first).to_have_text("Wait a little longer")


def test_a_link__opened_by_somebody_else__holds_the_text(author: Reader, meet: Meet) -> None:
    writer = Writer(author, "#tree=refund").is_told("Proven")
    writer.types_at_the_top("# Grüße, 😀 <script>alert(1)</script>\n").clicks("Copy link")
    expect(writer.page.locator(".pg-note")).to_contain_text("The link is copied")
    link = writer.page.evaluate("() => navigator.clipboard.readText()")
    other = Writer(meet(), link[link.index("#") :]).is_told("Proven")
    expect(other.text).to_contain_text("# Grüße, 😀 <script>alert(1)</script>")
    expect(other.page.get_by_role("combobox")).to_have_value("refund")
    other.page.get_by_role("tab", name="Tree").click()
    expect(other.live.get_by_role("heading").first).to_be_visible()
    width = other.page.evaluate("() => document.documentElement.scrollWidth - innerWidth")
    assert width <= 0, "a phone does not scroll sideways"


def test_a_text__kept_in_the_tab__is_there_again_after_a_reload(author: Reader) -> None:
    writer = Writer(author)
    writer.types_at_the_top("# Kept.\n")
    writer.page.reload()
    expect(writer.text).to_contain_text("# Kept.")
    download = writer.page.get_by_role("button", name="Download")
    with writer.page.expect_download() as saved:
        download.click()
    assert saved.value.suggested_filename == "my-tree.yaml"
    assert saved.value.path().read_text().startswith("# Kept.\n")


def test_a_proposal__is_copied__and_leads_to_the_host(author: Reader) -> None:
    writer = Writer(author, "#tree=refund")
    expect(writer.text).to_contain_text("Where is my refund?")
    link = writer.page.get_by_role("link", name="Propose this change")
    expect(link).to_have_attribute(
        "href",
        "https://github.com/decision-trees/decision-trees/edit/main/decision_trees/refund.yaml",
    )
    link.evaluate("(link) => link.addEventListener('click', (event) => event.preventDefault())")
    link.click()
    expect(writer.page.locator(".pg-note")).to_contain_text("Your text is copied")
    copied = writer.page.evaluate("() => navigator.clipboard.readText()")
    assert "title: Where is my refund?" in copied


def test_a_check_without_an_end__gives_way_to_the_next_text(author: Reader, hanging: None) -> None:
    writer = Writer(author).is_told("No problems")
    writer.types_at_the_top("# FOREVER\n")
    writer.page.wait_for_timeout(500)  # longer than a pause in typing: the check has begun
    writer.clicks("Undo all changes").types_at_the_top("# SLIP\n").is_told("1 problem")


@pytest.fixture
def hanging(site: Site) -> Iterator[None]:
    site.server.spoil("*/playground-*/worker.js", instead(HANGS, "text/javascript"))
    yield
    site.server.faults.clear()


def test_pages_of_trees__ask_for_nothing_of_the_playground(reader: Reader) -> None:
    reader.open("trees/refund/")
    asked = [url for url in reader.requests if "/playground-" in url or "/texts-" in url]
    assert asked == []
