"""Entries in another order: comments go along, nothing is lost, and what is not safe is left."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from trees.authoring.mending import edited
from trees.authoring.reordering import reordered
from trees.authoring.schema.order import unusual
from trees.authoring.source import File, MapNode, parse

from .shuffled import read, shape_of, shuffled

OURS = sorted(Path("decision_trees").glob("*.yaml"))

QUESTION = """questions:
  # How many of them?
  cups:
    # where they lead
    go: drink  # all of them

    ask: >-
      How many
      cups?
    hint: |
      # Look here.

      There.
    # what is counted
    #   in cups
    kind: number
    # the rest

outcomes: {}
"""
IN_ORDER = """questions:
  # How many of them?
  cups:
    # what is counted
    #   in cups
    kind: number

    ask: >-
      How many
      cups?
    hint: |
      # Look here.

      There.
    # where they lead
    go: drink  # all of them
    # the rest

outcomes: {}
"""


def changed(text, node, order):
    edit = reordered(node, order)
    return text if edit is None else edited(text, edit)


def put_in_order(text, shape):
    """Make the changes that are proposed, as long as there are any; each pass takes one depth."""
    while edits := sorted(
        filter(None, (reordered(one.node, one.usual) for one in unusual(shape, read(text))))
    ):
        last = None
        for edit in reversed(edits):
            if last is None or edit.span.end_line < last.span.line:
                text, last = edited(text, edit), edit
    return text


def mixed(data, random):
    """Return the same data with the keys of everything in it shuffled."""
    if isinstance(data, list):
        return [mixed(item, random) for item in data]
    if isinstance(data, dict):
        return {key: mixed(data[key], random) for key in random.sample([*data], len(data))}
    return data


def test_a_question_in_another_order__put_in_order__keeps_its_comments_and_texts():
    question = read(QUESTION).get("questions").get("cups")
    assert changed(QUESTION, question, ["kind", "ask", "hint", "go"]) == IN_ORDER


def test_an_item_of_a_list__put_in_order__begins_after_its_dash():
    text = "stories:\n# One.\n- ends: here\n  story: Some.\n- story: More.\n"
    story = read(text).get("stories").items[0]
    after = "stories:\n# One.\n- story: Some.\n  ends: here\n- story: More.\n"
    assert changed(text, story, ["story", "ends"]) == after


@pytest.mark.parametrize(
    "text",
    [
        "{go: drink, ask: How?}\n",
        "{\n  go: drink,\n  ask: How?\n}\n",
        "go: drink\nask: How?\ngo: leave\n",
        "go: drink\r\nask: How?\r\n",
        "go: drink\nask: |+\n  How?\n\n",
        "go: drink\nask: |\n  How?",
        'go: "drink\n# all"\nask: How?\n',
        "? go\n: drink\n? ask\n: How?\n",
        "- go: drink\n  # in a list\n  ask: How?\n",
    ],
    ids=[
        "in one line",
        "in brackets",
        "a key twice",
        "other line ends",
        "blank lines that count",
        "an end that counts",
        "quotes down to the margin",
        "long keys",
        "a comment that would stand after the dash",
    ],
)
def test_a_record__that_would_say_something_else__is_left_alone(text):
    root, _ = parse(File("tea.yaml", text))
    node = root if isinstance(root, MapNode) else root.items[0]
    assert reordered(node, ["ask", "go"]) is None


@pytest.mark.parametrize("file", OURS, ids=lambda file: file.stem)
@given(st.randoms(use_true_random=False))
@settings(max_examples=3, deadline=None)
def test_our_own_files__shuffled_and_put_in_order__are_what_they_were(file, random):
    text = file.read_text("utf-8")
    mixed_up = shuffled(text, shape_of(file), random)
    assert yaml.load(mixed_up, yaml.BaseLoader) == yaml.load(text, yaml.BaseLoader)
    assert put_in_order(mixed_up, shape_of(file)) == text


@pytest.mark.parametrize("file", OURS, ids=lambda file: file.stem)
@given(st.randoms(use_true_random=False))
@settings(max_examples=3, deadline=None)
def test_files_that_yaml_wrote__put_in_order__hold_the_same(file, random):
    data = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)
    text = yaml.safe_dump(mixed(data, random), sort_keys=False, allow_unicode=True)
    mended = put_in_order(text, shape_of(file))
    assert yaml.load(mended, yaml.BaseLoader) == data
    assert not [*unusual(shape_of(file), read(mended))]
