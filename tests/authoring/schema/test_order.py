"""The usual order of keys: one for all records that can stand in a place."""

from pathlib import Path

import pytest

from trees.authoring.schema.format import SOURCES, TREE
from trees.authoring.schema.order import in_order, unusual
from trees.authoring.schema.questions import BRANCH, QUESTION
from trees.authoring.source import File, parse


def found(text, shape=TREE):
    root, _ = parse(File("tea.yaml", text))
    return [(one.what, one.usual) for one in unusual(shape, root)]


@pytest.mark.parametrize("variant", [QUESTION, BRANCH], ids=lambda variant: variant.what)
def test_records_that_can_stand_in_one_place__declared_one_by_one__agree_on_one_order(variant):
    for case in variant.cases:
        assert in_order(variant.every.names, case.record.names) == case.record.names


@pytest.mark.parametrize("file", sorted(Path("decision_trees").glob("*.yaml")), ids=str)
def test_our_own_files__looked_at__are_in_the_usual_order(file):
    assert found(file.read_text("utf-8"), SOURCES if file.stem == "sources" else TREE) == []


@pytest.mark.parametrize(
    ("text", "what", "usual"),
    [
        ("{summary: S, title: T}", "a tree", ("title", "summary")),
        ("{questions: {a: {no: b, yes: c, ask: A}}}", "a question", ("ask", "yes", "no")),
        (
            "{questions: {a: {options: {b: {go: c, label: B}}}}}",
            "an option",
            ("label", "go"),
        ),
        ("{questions: {a: {then: [{go: b, if: c}]}}}", "a branch", ("if", "go")),
        ("{values: {a: {unit: days, is: b}}}", "a value", ("is", "unit")),
        ("{outcomes: {a: {title: T, verdict: fix}}}", "an outcome", ("verdict", "title")),
        ("{outcomes: {a: {messages: [{text: T, to: U}]}}}", "a message", ("to", "text")),
        (
            "{outcomes: {a: {dates: [{label: L, date: d}]}}}",
            "a date to remember",
            ("date", "label"),
        ),
        ("{scenarios: [{ends: a, story: S}]}", "a scenario", ("story", "ends")),
    ],
)
def test_a_record_in_another_order__looked_at__is_found_with_the_usual_one(text, what, usual):
    assert found(text) == [(what, usual)]


def test_a_source_in_another_order__looked_at__is_found_with_the_usual_one():
    assert found("{page: {sure: official, title: T}}", SOURCES) == [("a source", ("title", "sure"))]


@pytest.mark.parametrize(
    "text", ["{summary: S, tittle: T}", "[summary, title]", "{questions: [ask, kind]}", "title"]
)
def test_what_does_not_fit__looked_at__is_passed_over(text):
    assert found(text) == []
