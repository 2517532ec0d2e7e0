"""The page on browsers says what each was seen to do, and what every failure leaves."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.browser.conftest import ROOT, Visit
from tests.browser.test_failures import FAILURES
from tests.browser.visitor import Visitor

PAGE = ROOT / "docs" / "browsers.md"
TREE = "trees/kitchen-sink/"
#: Whether the engine is kept for this site, whole.
KEEPS = """async () => {
  const names = (await caches.keys()).filter((name) => name.startsWith("decision-trees-engine"));
  const kept = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
  return kept.flat().length > 0;
}"""


def rows(heading: str) -> list[list[str]]:
    """Return the cells of the table below a heading of the page, without its head."""
    _, _, below = PAGE.read_text(encoding="utf-8").partition(f"\n## {heading}\n")
    lines = [line for line in below.partition("\n## ")[0].splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def runs_in_a_worker(visit: Visit) -> bool:
    return visit().open(TREE).seen.notes == ""


def starts_from_what_was_kept(visit: Visit, storage: str = "kept") -> bool:
    visitor = visit(storage=storage).open(TREE)
    comes(visitor, lambda: bool(visitor.script(KEEPS)))
    visitor.window.go("about:blank")
    return visitor.open(TREE).seen.engine == "snapshot"


def starts_so_in_private(visit: Visit) -> bool:
    return starts_from_what_was_kept(visit, "private")


def copies_by_button(visit: Visit) -> bool:
    visitor = visit().open(f"{TREE}#arrived=2026-03-20&problems=none&place=shop&paid_with=wallet")
    visitor.click(".dt-copy")
    return comes(visitor, lambda: visitor.seen.status == "Copied")


def offers_links_without_scripts(visit: Visit) -> bool:
    visitor = visit(scripts=False).open(TREE, ready=False)
    shown = "document.querySelector('.dt-start a.dt-option').checkVisibility()"
    return bool(visitor.window.run(f"() => {shown}"))


def comes(visitor: Visitor, holds: Callable[[], bool]) -> bool:
    """Whether something comes true within some seconds."""
    for _ in range(160):
        if holds():
            return True
        visitor.window.pause()
    return False


ABILITIES = {
    "The engine runs beside the page, in a worker": runs_in_a_worker,
    "A later visit starts from what the first one kept": starts_from_what_was_kept,
    "The same in a private window, as long as it is open": starts_so_in_private,
    "A message is copied by its button": copies_by_button,
    "With scripts off, the links are offered at once": offers_links_without_scripts,
}
COLUMNS = {"chromium": 1, "firefox": 2, "webkit": 3}


@pytest.mark.parametrize("ability", ABILITIES)
def test_the_table__says_what_this_browser_does(
    visit: Visit, browser_name: str, ability: str
) -> None:
    (row,) = [row for row in rows("What each browser does") if row[0] == ability]
    seen = ABILITIES[ability](visit)
    assert row[COLUMNS[browser_name]] == ("yes" if seen else "no"), f"seen: {seen}"


def test_the_table__has_no_other_rows() -> None:
    assert [row[0] for row in rows("What each browser does")] == list(ABILITIES)


def test_every_failure__is_told_on_the_page_as_it_was_seen() -> None:
    assert [tuple(row) for row in rows("When something fails")] == FAILURES
