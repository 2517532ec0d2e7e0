"""Mends: right, complete, at their place, and made only once."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trees.authoring.findings import Edit, Span
from trees.authoring.mending import Mended, edited, mended
from trees.authoring.project import load_texts
from trees.authoring.style import advice

from .shuffled import shape_of, shuffled

TODAY = date(2026, 11, 25)
PATH = "trees/tea.yaml"
TREE = """# A header.

title: Tea?
summary: Whether to drink tea.
listed: no

questions:   # what is asked
  cups:
    kind: number
    ask: How many cups?
    min: 0
    max: 9
    then:
      - if: cups > 3   # many
        go: leave
      - otherwise: drink  # few

# All ends.
outcomes:
  drink: {verdict: fix, title: Drink it, reason: It is time., steps: [Drink.]}
  leave: {verdict: safe, title: Leave it, reason: It is not., steps: [Leave.]}

scenarios:
  - story: Some.
    answers: {cups: 1}
    ends: drink
  - story: Many.
    answers: {cups: 4}
    ends: leave
"""

#: Slips that have exactly one right mend, which is what stood there before.
SLIPS = {
    "a target": ("go: leave", "go: leeve"),
    "a quoted target": ("otherwise: drink", "otherwise: drinc"),
    "the end of a story": ("ends: leave", "ends: laeve"),
    "a question in a condition": ("if: cups > 3", "if: cup > 3"),
    "a kind": ("kind: number", "kind: numbr"),
    "bounds before the question": (
        "    ask: How many cups?\n    min: 0\n    max: 9\n",
        "    min: 0\n    max: 9\n    ask: How many cups?\n",
    ),
    "a story that begins with its end": (
        "- story: Some.\n    answers: {cups: 1}\n    ends: drink\n",
        "- ends: drink\n    story: Some.\n    answers: {cups: 1}\n",
    ),
}

OPTIONS = """title: Tea?
summary: Whether to drink tea.
listed: no
questions:
  sort:
    ask: Which tea?
    options: {green: Green tea, black: Black tea}
    then:
      - {if: sort == green, go: drink}
      - otherwise: milk
  milk:
    ask: With milk?
    options: {none: No milk, much: A lot of milk}
    go: drink
outcomes:
  drink: {verdict: fix, title: Drink it, reason: It is time., steps: [Drink.]}
"""


def mend(text):
    return mended({PATH: text}, TODAY).texts[PATH]


def findings(text):
    project = load_texts({PATH: text})
    return [*project.findings, *advice(project, TODAY)]


@pytest.mark.parametrize("slip", ["gren", "Green tea", '"green tea"'])
def test_an_option_in_a_condition__misspelt_or_by_its_label__is_mended_to_its_name(slip):
    assert mend(OPTIONS.replace("== green", f"== {slip}")) == OPTIONS


def test_an_option_of_another_question__even_if_one_of_this_is_near__is_nobodys_to_mend():
    # Either the option or the question is wrong.
    wrong = (
        OPTIONS.replace("== green", "== non").replace("none:", "non:").replace("green:", "nono:")
    )
    assert mend(wrong) == wrong


def test_a_sound_file__mended__stays_as_it_is():
    assert findings(TREE) == []
    assert mend(TREE) == TREE


@pytest.mark.parametrize(("right", "wrong"), SLIPS.values(), ids=SLIPS.keys())
def test_a_slip__mended__is_what_it_was(right, wrong):
    assert mend(TREE.replace(right, wrong)) == TREE


@given(st.sets(st.sampled_from(sorted(SLIPS))))
@settings(max_examples=20, deadline=None)
def test_several_slips__mended_together__are_all_gone_and_mending_again_changes_nothing(chosen):
    text = TREE
    for name in chosen:
        text = text.replace(*SLIPS[name])
    once = mend(text)
    assert once == TREE
    assert mend(once) == once


def test_conditions_that_catch_every_answer__mended__end_with_otherwise():
    text = TREE.replace("- otherwise: drink  # few", "- if: cups <= 3\n        go: drink  # few")
    assert mend(text) == TREE


@pytest.mark.parametrize(
    "last",
    [
        "- if: cups < 3\n        go: drink",  # three cups are not caught
        "- if: cups <= 3\n        # a word in between\n        go: drink",
    ],
)
def test_a_missing_otherwise__with_more_than_one_right_mend__is_left_alone(last):
    text = TREE.replace("- otherwise: drink  # few", last)
    assert mend(text) == text
    assert "no-otherwise" in [one.code for one in findings(text)]


def test_parts_in_another_order__mended__are_in_order_with_their_comments():
    parts = TREE.split("\n\n")
    header, top, questions, outcomes, stories = parts
    turned = "\n\n".join([header, outcomes, top, questions, stories])
    assert findings(turned)
    assert mend(turned) == TREE


@pytest.mark.parametrize("seed", range(3))
def test_our_own_trees__with_their_keys_shuffled__are_mended_to_what_they_were(seed):
    files = {str(file): file for file in Path("decision_trees").glob("*.yaml")}
    texts = {path: file.read_text("utf-8") for path, file in files.items()}
    random = Random(seed)
    mixed_up = {path: shuffled(text, shape_of(files[path]), random) for path, text in texts.items()}
    once = mended(mixed_up, TODAY).texts
    assert once == texts
    assert mended(once, TODAY) == Mended(texts, ())


def test_mends_of_one_rule__of_which_one_is_none__are_made_but_for_that_one():
    # The story of one cup does not end at `leave`, which is all that its end could mean.
    wrong = TREE.replace("ends: drink", "ends: laeve")
    assert mend(wrong.replace("ends: leave", "ends: leavve")) == wrong


def test_a_word_with_no_near_name__mended__is_left_alone():
    text = TREE.replace("go: leave", "go: somewhere_else")
    assert mend(text) == text


def test_a_mend_in_one_file__of_two__leaves_the_other_alone():
    wrong = TREE.replace("go: leave", "go: leeve")
    texts = {PATH: wrong, "trees/coffee.yaml": wrong}
    done = mended(texts, TODAY, frozenset({PATH}))
    assert done.texts == {**texts, PATH: TREE}


def test_the_corpus__mended__never_has_more_errors_and_is_mended_at_once():
    for file in sorted(Path("tests/corpus").glob("one-slip*.yaml")):
        text = file.read_text("utf-8")
        once = mended({file.name: text}, TODAY).texts[file.name]
        errors = [
            sum(one.severity == "error" for one in load_texts({file.name: some}).findings)
            for some in (text, once)
        ]
        assert errors[1] <= errors[0]
        assert mended({file.name: once}, TODAY).texts[file.name] == once


@given(st.lists(st.text("ab\n", max_size=5), min_size=1, max_size=4), st.data())
def test_an_edit__of_any_place__replaces_exactly_that(parts, data):
    text = "".join(parts)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))

    def position(at):
        before = text[:at]
        return before.count("\n") + 1, at - (before.rfind("\n") + 1) + 1

    span = Span(PATH, *position(start), *position(end))
    assert edited(text, Edit(span, "X")) == text[:start] + "X" + text[end:]
