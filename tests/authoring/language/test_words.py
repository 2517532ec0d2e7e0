"""Conditions and values in plain words."""

import pytest

from trees.authoring.project import load_texts

TREE = """
title: Words
summary: Words.
listed: no
questions:
  who:
    ask: Who was it?
    name: who it was
    options: {seller: The seller, carrier: The carrier, other: Somebody else}
    go: what
  what:
    kind: several
    ask: What is wrong?
    options: {late: It is late, torn: It is torn}
    go: on
  on:
    kind: date
    ask: When did you pay?
    name: the day you paid
    earliest: 2000-01-01
    latest: today
    go: paid
  paid:
    kind: number
    ask: How much?
    unit: EUR
    go: LAST
LASTLY
    then:
      - if: "CONDITION"
        go: end
      - otherwise: end
values:
  value: VALUE
outcomes:
  end: {verdict: safe, title: "{value}", reason: It ends.}
scenarios:
  - story: All.
    today: 2026-03-23
    answers: {who: seller, what: late, on: 2026-03-23, paid: 3, last: GIVEN}
    ends: end
"""
NUMBER = "  last:\n    kind: number\n    ask: How many days?\n    unit: days"
COUNT = NUMBER.replace("unit: days", "unit: {one: day, other: days}")
CHOICE = "  last:\n    ask: Which?\n    options: {a: The first, b: The second, c: The third}"
DAY = "  last:\n    kind: date\n    ask: When?\n    name: the last day"


def spoken(last, condition, given, value="on + days(3)"):
    text = TREE.replace("LASTLY", last).replace("LAST", "last").replace("CONDITION", condition)
    project = load_texts({"words.yaml": text.replace("VALUE", value).replace("GIVEN", given)})
    assert project.findings == ()
    document = project.documents["words"]
    return document.questions["last"].branches, document.words["value"]


@pytest.mark.parametrize(
    ("last", "condition", "said", "left"),
    [
        (NUMBER, "last > 20", "More than 20 days", "20 days or less"),
        (NUMBER, "last <= 1", "1 days or less", "More than 1 days"),
        (COUNT, "last <= 1", "1 day or less", "More than 1 day"),
        (COUNT, "1 <= last < 50", "1 day or more, and less than 50 days", "None of these"),
        (NUMBER, "10 <= last < 50", "10 days or more, and less than 50 days", "None of these"),
        (NUMBER, "paid >= 10", "“How much?” is 10 EUR or more", "“How much?” is less than 10 EUR"),
        (CHOICE, "last == a", "The first", "The second or The third"),
        (CHOICE, "last in [a, b]", "The first or The second", "The third"),
        (CHOICE, "last not in [a, b]", "Anything but The first or The second", "None of these"),
        (CHOICE, "who == seller", "Who it was: The seller", "None of these"),
        (CHOICE, "torn in what", "“It is torn” is ticked", "None of these"),
        (CHOICE, "torn not in what", "“It is torn” is not ticked", "None of these"),
        (DAY, "last < 2026-07-01", "Before 1 July 2026", "On 1 July 2026 or later"),
        (
            DAY,
            "business_days_since(last) > 20",
            "More than 20 business days since the last day",
            "20 business days or fewer since the last day",
        ),
        (DAY, "days_until(last) < 0", "The last day has passed", "The last day has not passed"),
        (
            DAY,
            "days_since(on) == 1 and not (who == other)",
            "Exactly 1 day since the day you paid, and it is not so that who it was: Somebody else",
            "None of these",
        ),
    ],
)
def test_a_branch_without_say__shown__is_put_into_words(last, condition, said, left):
    given = {NUMBER: "3", COUNT: "3", CHOICE: "c", DAY: "2026-03-23"}[last]
    branches, _ = spoken(last, condition, given)
    assert [branch.say for branch in branches] == [said, left]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("on + days(3)", "3 days after the day you paid"),
        ("on - days(1)", "1 day before the day you paid"),
        ("today + business_days(2)", "2 business days from today"),
        ("today - days(2)", "2 days ago"),
        ("{is: days_since(on), unit: days}", "the number of days since the day you paid"),
        ("{is: paid * 2, unit: EUR}", "“How much?” times 2 EUR"),
        ("{is: paid * 2, unit: {one: cup, other: cups}}", "“How much?” times 2 cups"),
        ("14 if who == seller else 5", "14 if who it was: The seller, otherwise 5"),
        ("{is: paid, words: the price}", "the price"),
        ("min(on, today)", "the earlier of the day you paid and today"),
    ],
)
def test_a_value__shown_without_script__is_put_into_words(value, said):
    assert spoken(NUMBER, "last > 20", "3", value)[1] == said
