"""Two content folders compared: words apart from ways, names apart from both."""

from __future__ import annotations

import pytest

from trees.authoring.diff import report_json, report_markdown, report_text
from trees.authoring.diff.comparison import compare
from trees.authoring.diff.words import summary
from trees.authoring.project import load_texts
from trees.authoring.proof.days import Period

TREE = """title: Tea?
summary: Whether to drink tea.
listed: no
values:
  due: cups + 2
questions:
  mood:
    ask: How are you?
    hint: Be honest.
    options: {good: Good, bad: Bad}
    go: cups
  cups:
    kind: number
    ask: How many cups did you drink?
    min: 0
    max: 9
    then:
      - if: cups > 3
        go: stop
      - otherwise: drink
outcomes:
  drink: {verdict: fix, title: Drink it, reason: "It is time, until {due}."}
  stop: {verdict: stop, title: Leave it, reason: It is enough.}
"""


def compared(*changes, tree=TREE):
    new = tree
    for old_words, new_words in changes:
        assert old_words in new
        new = new.replace(old_words, new_words)
    projects = [load_texts({"trees/tea.yaml": text}) for text in (tree, new)]
    return compare(*projects, Period())


def only(comparison):
    (change,) = comparison.changes
    return change


def test_the_same_files__compared__have_no_difference():
    comparison = compared()
    assert comparison.changes == ()
    assert summary(comparison) == "1 tree compared, no difference"
    assert report_text.render(comparison) == ""


def test_another_title__compared__is_wording_only():
    comparison = compared(("Drink it", "Drink it hot"))
    change = only(comparison)
    assert not comparison.reroutes
    assert [(one.node, one.part, one.lines()) for one in change.wording] == [
        ("drink", "title", ["-Drink it", "+Drink it hot"])
    ]


def test_another_bound_in_a_condition__compared__is_counted_and_shown_by_example():
    change = only(compared(("cups > 3", "cups > 5")))
    assert not change.wording
    (move,) = change.routes.elsewhere
    # Two moods, and the numbers 4 and 5 as one cell.
    assert (move.old.node[1], move.new.node[1], move.ways) == ("stop", "drink", 2)
    assert move.example.answers["cups"] in ("4", "5")


def test_another_name_of_an_outcome__compared__moves_nobody():
    change = only(compared(("stop:", "enough:"), ("go: stop", "go: enough")))
    assert change.nodes.renamed == {"stop": "enough"}
    assert not change.nodes.added
    assert not change.reroutes


def test_another_name_of_a_question__compared__loses_old_answers_and_moves_nobody():
    change = only(compared(("mood", "feeling")))
    assert change.nodes.renamed == {"mood": "feeling"}
    assert not change.reroutes
    assert [(one.question, one.why) for one in change.lost] == [
        ("mood", "its name is `feeling` now")
    ]


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("bad: Bad", "low: Low", "the option `bad` is gone"),
        ("max: 9", "max: 8", "`max` was 9, and is 8"),
        ("max: 9", "max: 99", None),
        ("min: 0", "min: 1", "`min` was 0, and is 1"),
        ("kind: number", "kind: number\n    step: 2", "`step` was open, and is 2"),
    ],
)
def test_narrower_answers__compared__say_what_old_links_may_lose(old, new, why):
    comparison = compared((old, new))
    lost = [one.why for change in comparison.changes for one in change.lost]
    assert lost == ([why] if why else [])


def test_another_value__compared__is_told_in_its_words():
    change = only(compared(("cups + 2", "cups + 3")))
    assert [one.part for one in change.wording] == ["value due"]


def test_a_tree_with_errors__compared__is_left_out_by_name():
    comparison = compared(("go: cups", "go: cupz"))
    assert comparison.broken == ("tea",)
    assert not comparison.removed


def test_a_tree_in_which_only_a_story_fails__compared__is_compared():
    story = "scenarios:\n  - story: Four.\n    answers: {mood: bad, cups: 4}\n    ends: stop\n"
    comparison = compared(("cups > 3", "cups > 5"), tree=TREE + story)
    assert only(comparison).reroutes


def test_a_change_in_another_tree__compared__is_told_by_its_name():
    first = (
        "title: First\nsummary: Goes on.\nlisted: no\nquestions:\n"
        "  sure: {ask: Sure?, yes: 'tree:tea', no: end}\n"
        "outcomes:\n  end: {verdict: safe, title: End, reason: It ends.}\n"
    )
    changed = TREE.replace("cups > 3", "cups > 5")
    projects = [
        load_texts({"trees/first.yaml": first, "trees/tea.yaml": tea}) for tea in (TREE, changed)
    ]
    comparison = compare(*projects, Period())
    assert {one.tree: one.through for one in comparison.changes} == {"first": ("tea",), "tea": ()}
    assert "first: 2 of 7 ways end elsewhere, by tea" in report_text.render(comparison)


def test_words_that_look_like_a_report__in_markdown__stay_code():
    evil = '"```\\n</details> @all | [x](https://example.org) ```` {due}"'
    comparison = compared(
        ('"It is time, until {due}."', evil), ("title: Tea?", "title: '`@all` b'")
    )
    text = report_markdown.render(comparison)
    fence = ""
    for line in text.splitlines():
        if fence:
            fence = "" if line == fence else fence
        elif line.startswith("```"):
            fence = line.removesuffix("diff")
        else:
            assert "example.org" not in line
            assert "@all" not in line or line.startswith("#### `tea` `` `@all`")
    assert fence == ""
    assert "`````diff" in text


def test_a_comparison__as_json__holds_large_numbers_as_text():
    data = report_json.to_json(compared(("cups > 3", "cups > 5")))
    (change,) = data["changes"]
    (move,) = change["routes"]["elsewhere"]
    assert move["ways"] == "2"
    assert move["new"] == {"tree": "tea", "node": "drink", "how": "ends"}
