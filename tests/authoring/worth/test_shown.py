"""Which changes of values the stories of a tree would notice, by what they say is shown."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from trees.authoring.project import load, load_texts
from trees.authoring.proof.days import Period
from trees.authoring.worth.mutation import worth
from trees.authoring.worth.value_slips import value_slips

TREE = """title: Where is it?
summary: Counts days.
listed: no
questions:
  since:
    kind: date
    ask: Since when?
    latest: today
    go: end
values:
  due: since + days(14)
  left: days_until(due) + 1
  unseen: since + days(1)
outcomes:
  end: {verdict: wait, title: "Wait {left} days", reason: It comes.}
scenarios:
  - story: Since Monday.
    today: 2026-03-25
    answers: {since: 2026-03-23}
    ends: end
"""
TOLD = TREE + "    shows: {left: 13}\n"


def of(text):
    project = load_texts({"trees/late.yaml": text})
    assert project.broken == {}
    (found,) = worth(project, Period(), ["late"])
    return found


def words(text):
    tree = load_texts({"trees/late.yaml": text}).walkable["late"].tree
    return [slip.words for slip in value_slips(tree)]


def test_a_story_that_says_nothing_of_values__mutated__notices_no_change_of_them():
    changes = [one for one in of(TREE).findings if one.span.line in (11, 12)]
    assert len(changes) == 7
    assert {one.hint for one in changes} == {
        "The story “Since Monday.” would, if it said `shows: {left: 13}`."
    }


def test_a_story_that_says_what_is_shown__mutated__notices_what_it_is_made_of_too():
    assert of(TOLD).tried == of(TREE).tried
    assert of(TOLD).noticed == of(TREE).noticed + 7
    assert [one for one in of(TOLD).findings if one.span.line in (11, 12)] == []


def test_a_value_that_no_outcome_shows__mutated__does_not_count():
    assert [one for one in of(TREE).findings if one.span.line == 13] == []


def test_a_change_that_is_all_one_in_every_story__mutated__says_so():
    text = TREE.replace("due: since + days(14)", "due: since + days(max(14, 2))")
    found = [one for one in of(text).findings if "max(14, 3)" in one.message]
    assert [one.hint for one in found] == [
        "It makes no difference in any of them. If it does to readers, add a story of one."
    ]


@pytest.mark.parametrize(
    "change",
    [
        "`since + days(14)` were `since + days(13)`",
        "`since + days(14)` were `since + days(15)`",
        "`since + days(14)` were `since + business_days(14)`",
        "`since + days(14)` were `since - days(14)`",
        "`days_until(due) + 1` were `days_until(due) - 1`",
        "`days_until(due) + 1` were `days_until(due) + 2`",
        "`days_until(due) + 1` were `days_until(due) + 0`",
    ],
)
def test_a_value__mutated__is_changed_in_each_of_its_parts(change):
    assert change in words(TREE)


@pytest.mark.parametrize(
    ("value", "change"),
    [
        ("since - business_days(2)", "since + business_days(2)"),
        ("since - days(days_since(since))", "since + days(days_since(since))"),
        ("days_since(since)", "business_days_since(since)"),
        ("min(2, days_since(since)) * 3", "max(2, days_since(since)) * 3"),
        ("days_since(since) * 2", "days_since(since) / 2"),
        ("1 if days_since(since) > 3 else 2", "1 if days_since(since) > 4 else 2"),
        ("1 if days_since(since) > 3 else 2", "1 if days_since(since) > 3 else 3"),
    ],
)
def test_an_operation__mutated__becomes_what_it_is_taken_for(value, change):
    text = TREE.replace("since + days(1)\n", f"{value}\n")
    assert f"`{value}` were `{change}`" in words(text)


def test_our_own_stories__without_what_they_show__would_miss_changes_of_values():
    texts = {str(file): file.read_text("utf-8") for file in Path("decision_trees").glob("*.yaml")}
    bare = {
        path: re.sub(
            r"^    shows:( \{.*\}.*)?\n(      \w+: [\d-]+\n)*", "", text, flags=re.MULTILINE
        )
        for path, text in texts.items()
    }
    (told,) = worth(load(Path("decision_trees"), Path()), Period(), ["refund"])
    (untold,) = worth(load_texts(bare), Period(), ["refund"])
    assert untold.tried == told.tried
    assert untold.noticed < 0.6 * told.tried
    assert told.findings == ()
