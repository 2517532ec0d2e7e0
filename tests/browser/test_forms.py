"""What cannot be taken is said at the box at fault, and what is wanted instead."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect
from tests.browser.reader import Reader

TREE = "trees/kitchen-sink/"
DATES = [
    ({"day": "31", "month": "2", "year": "2026"}, "day", "31/2/2026"),
    ({"day": "3", "month": "13", "year": "2026"}, "month", "no month 13"),
    ({"day": "3", "month": "march", "year": "2026"}, "month", "digits"),
    ({"day": "", "month": "", "year": ""}, "day", "Fill in the date"),
    ({"day": "3", "month": "", "year": "2026"}, "month", "month too"),
    ({"day": "24", "month": "3", "year": "2026"}, "day", "future"),
    ({"day": "1", "month": "1", "year": "2020"}, "day", "before 23 March 2025"),
]


@pytest.mark.parametrize(("boxes", "box", "words"), DATES, ids=[words for _, _, words in DATES])
def test_a_date_that_cannot_be_taken(
    reader: Reader, boxes: dict[str, str], box: str, words: str
) -> None:
    reader.open(TREE).fill(**boxes).go_on()
    expect(reader.node.locator(".dt-problem")).to_contain_text(words)
    reader.sees_problem(reader.node.locator(".dt-problem").inner_text(), box=box)


def test_letters_for_a_number(reader: Reader) -> None:
    reader.open(f"{TREE}#arrived=2026-03-20&problems=dry").fill(number="wide").go_on()
    reader.sees_problem("Write only the number, in digits, for example 1250.50.", box="number")
    assert reader.node.locator("input").input_value() == "wide"


def test_nothing_ticked(reader: Reader) -> None:
    reader.open(f"{TREE}#arrived=2026-03-20").go_on()
    reader.sees_problem("Tick at least one answer.", box="ticked")


def test_the_problem_is_gone__once_the_answer_is_taken(reader: Reader) -> None:
    reader.open(TREE).go_on()
    reader.fill(day="20", month="3", year="2026").go_on().sees("What is wrong with the plant?")
    reader.page.get_by_role("button", name="Back", exact=True).click()
    expect(reader.node.locator(".dt-problem")).to_be_hidden()
    expect(reader.node.locator("[aria-invalid]")).to_have_count(0)


def test_boxes__bring_up_the_keyboard_with_digits(reader: Reader) -> None:
    reader.open(TREE)
    for box in reader.node.locator("input").all():
        expect(box).to_have_attribute("inputmode", "numeric")
