"""Whoever changes the language goes on where they are, with what they have answered."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import Meet
from tests.browser.reader import Reader

TREE = "trees/kitchen-sink/"
BEGUN = f"{TREE}#arrived=2026-03-20"
PORTUGUESE = '.dt-languages a[hreflang="pt-BR"]'
#: Each answer of the trail, as a reader reads it: the question, then what was answered.
READ = """[...document.querySelectorAll(".dt-trail-entry")].map((entry) =>
  [".dt-trail-ask", ".dt-trail-answer"].map((part) => entry.querySelector(part).textContent))"""
ARRIVED = ["Em que dia sua planta chegou?", "20 de março de 2026"]
PROBLEMS = ["O que há de errado com a planta?", "Terra seca e Caules quebrados"]


def test_a_reader_amid_questions__goes_on_at_the_same_one_in_another_language(
    reader: Reader,
) -> None:
    reader.open(BEGUN).tick("Dry soil", "Broken stems").go_on().sees("How wide is the pot?")
    answers = reader.trail
    reader.click(PORTUGUESE).sees("Que largura tem o vaso?")
    assert reader.trail == answers == {"arrived": "2026-03-20", "problems": "dry,broken"}
    assert reader.script(READ) == [ARRIVED, PROBLEMS]
    assert reader.seen.address.startswith(f"{reader.site}pt-BR/{TREE}#")
    reader.fill(number="3,5").go_on().sees("O vaso é pequeno demais")


def test_a_reader_at_an_outcome__has_it_with_its_days_in_another_language(reader: Reader) -> None:
    reader.open(f"{BEGUN}&problems=none&place=outside").sees("Do not put it outside yet")
    answers = reader.trail
    reader.click(PORTUGUESE).sees("Ainda não ponha do lado de fora")
    assert reader.trail == answers
    assert reader.script(READ)[-1] == ["Onde a planta vai ficar?", "Do lado de fora"]
    expect(reader.node.locator(".dt-reason time").last).to_have_text("3 de abril de 2026")


def test_a_place_without_answers__is_kept(reader: Reader) -> None:
    reader.open(f"{TREE}#place").sees("Where will the plant stand?")
    reader.click(PORTUGUESE).sees("Onde a planta vai ficar?")
    assert reader.fragment == "#place"


def test_there_and_back__is_where_it_began(reader: Reader) -> None:
    reader.open(f"{BEGUN}&problems=dry").sees("How wide is the pot?")
    before = reader.seen
    reader.click(PORTUGUESE).sees("Que largura tem o vaso?").wait_until_ready()
    reader.click('.dt-languages a[hreflang="en"]').sees("How wide is the pot?").wait_until_ready()
    assert (reader.seen.address, reader.seen.trail) == (before.address, before.trail)


def test_steps_that_are_done__are_done_in_another_language(reader: Reader) -> None:
    done = reader.page.locator(".dt-node:visible .dt-done")
    reader.open(f"{BEGUN}&problems=dry&pot=3.5").sees("The pot is too small")
    done.nth(0).check()
    done.nth(2).check()
    reader.click(PORTUGUESE).sees("O vaso é pequeno demais")
    expect(done.nth(2)).to_be_checked()
    expect(done.nth(1)).not_to_be_checked()
    done.nth(0).uncheck()
    reader.click('.dt-languages a[hreflang="en"]').sees("The pot is too small")
    expect(done.nth(2)).to_be_checked()
    expect(done.nth(0)).not_to_be_checked()


def test_the_way_on_a_map__is_shown_on_that_of_another_language(reader: Reader) -> None:
    reader.open(f"{BEGUN}&problems=none").sees("Where will the plant stand?")
    reader.click(".dt-see-map a")
    way = reader.page.locator(".dt-map-list [data-on-way] > h3 > a")
    expect(way.last).to_have_text("Where will the plant stand?")
    reader.click(PORTUGUESE)
    expect(way.last).to_have_text("Onde a planta vai ficar?")
    expect(way).to_have_count(3)


@pytest.mark.parametrize("place", ["", "#place"])
def test_without_script__the_link_leads_to_the_guide_from_its_start(meet: Meet, place: str) -> None:
    """Links cannot take along what stands behind the `#` of a page."""
    reader = meet(java_script_enabled=False)
    reader.page.goto(f"{reader.site}{TREE}{place}")
    reader.page.locator(PORTUGUESE).click()
    assert reader.page.url == f"{reader.site}pt-BR/{TREE}"
    expect(reader.node).to_have_attribute("data-node", "arrived")
    expect(reader.node.locator("h2")).to_have_text(ARRIVED[0])
