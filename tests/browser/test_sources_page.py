"""The page of all sources, on a phone: nothing sideways, all unfolds, ageing shows on its day."""

from __future__ import annotations

from playwright.sync_api import expect
from tests.browser.conftest import CLOCK, Meet

PAGE = "trees/sources/"
WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def test_sources_page__before_and_after_the_day_of_a_source__says_which_are_ageing(
    meet: Meet,
) -> None:
    reader = meet(viewport={"width": 320, "height": 640})
    reader.page.goto(reader.site + PAGE)
    sources = reader.page.locator(".dt-source").count()
    expect(reader.page.locator("dt-ageing:visible")).to_have_count(0)
    for fold in reader.page.locator("summary").all():
        fold.click()
    assert reader.page.evaluate(WIDE) == 0
    reader.page.add_init_script(CLOCK % "2028-01-01T10:00:00")
    reader.page.reload()
    expect(reader.page.locator("dt-ageing:visible")).to_have_count(sources)
    reader.page.locator(".dt-uses a").first.evaluate("link => link.click()")
    reader.wait_until_ready()
    expect(reader.page.locator(".dt-sources dt-ageing:visible").first).to_be_visible()
