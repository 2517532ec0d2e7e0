"""Wherever the cursor is and whatever is typed there, the features answer."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from random import Random

import pytest

from trees.authoring.files import read_folder
from trees.authoring.source import Limits
from trees.editor.completion import proposals
from trees.editor.definition import definitions
from trees.editor.desk import Desk
from trees.editor.hover import told
from trees.editor.references import references
from trees.editor.rename import Refusal, renamed

CONTENT = Path(__file__).parents[2] / "decision_trees"
TYPED = ("", " ", ":", "[", "[@", "{", "- ", "if: ", '"', "tree:", "\t", "📦", "\n", "&a *a", "{{")


@pytest.mark.slow
def test_any_place_of_our_trees_with_anything_typed__asked_about__is_answered() -> None:
    random = Random(4)
    texts, _ = read_folder(CONTENT, CONTENT.parent, Limits())
    answered, desk = 0, Desk(CONTENT)
    for _ in range(40):
        path, text = random.choice(list(texts.items()))
        at = random.randrange(len(text) + 1)
        desk.write(path, text)
        desk.write(path, text[:at] + (typed := random.choice(TYPED)) + text[at:])
        before = text[:at] + typed
        place = (before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1)
        index = desk.index()
        definitions(index, path, place)
        references(index, path, place, with_definition=True)
        told(index, (), path, place)
        answered += bool(proposals(desk, index, path, place))
        with suppress(Refusal):
            renamed(desk, index, path, place, "another_name")
        desk.write(path, None)
    assert answered > 5


def test_every_name_that_our_trees_mention__looked_up__is_defined() -> None:
    index = Desk(CONTENT).index()
    undefined = [
        one
        for one in index.mentions
        if not definitions(index, one.span.path, (one.span.line, one.span.column))
    ]
    assert undefined == []


def test_every_mention_in_our_trees__cut_out_of_its_file__is_the_name_itself() -> None:
    desk = Desk(CONTENT)
    texts, index = desk.texts(), desk.index()
    for one in index.mentions:
        line = texts[one.span.path].split("\n")[one.span.line - 1]
        word = line[one.span.column - 1 : one.span.end_column - 1].strip("\"'")
        assert word == (one.name.id.partition(".")[2] or one.name.id)
