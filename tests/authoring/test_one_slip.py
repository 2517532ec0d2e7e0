"""A slip in one file is that file's: its neighbours are neither blamed nor taken offline."""

import pytest

from trees.authoring.project import load, load_texts

FIRST = """
title: First
summary: Goes on in another tree.
questions:
  sure: {ask: "Sure?", yes: safe, no: "tree:second"}
outcomes:
  safe: {verdict: safe, title: Safe, reason: "It is. [@one]"}
scenarios:
  - {story: One., answers: {sure: yes}, ends: safe}
  - story: Two.
    today: 2026-03-23
    answers: {sure: no, money: 3, box: none, day: 2026-01-01}
    ends: tree:second/end
"""
SECOND = """
title: Second
summary: Is where the slip is made.
questions:
  money:
    kind: number
    ask: How much?
    min: 1
    max: 100
    go: box
  box:
    kind: several
    ask: Which of these?
    options: {a: A, b: B}
    none: None of these
    go: day
  day:
    kind: date
    ask: When?
    latest: today
    go: end
outcomes:
  end: {verdict: safe, title: End, reason: "It ends. [@one]"}
scenarios:
  - {story: One., today: 2026-03-23, answers: {money: 3, box: a, day: 2026-01-01}, ends: end}
"""
SOURCES = """
one:
  title: One
  publisher: Somebody
  address: https://example.org
  checked: 2026-11-22
  sure: official
"""
TEXTS = {"first.yaml": FIRST, "second.yaml": SECOND, "sources.yaml": SOURCES}


def paths(texts):
    return [finding.span.path for finding in load_texts(texts).findings]


def test_the_trees_before_any_slip__checked__have_no_findings():
    assert paths(TEXTS) == []


SLIPS = [
    ("ask: How much?", "ask: How: much?"),
    ("questions:", "question:"),
    ("kind: number", "kind: numbers"),
    ("min: 1", "min: one"),
    ("max: 100", "max: lots"),
    ("options: {a: A, b: B}", "options: A or B"),
    ("none: None of these", "none: [a]"),
    ("latest: today", "latest: todya"),
    ("go: day", "go: dya"),
    ("go: day", "then: []"),
    ("scenarios:", "scenario:"),
    ("title: Second", "title: [Second"),
    ("outcomes:", "outcome:"),
]


@pytest.mark.parametrize(("right", "wrong"), SLIPS, ids=[wrong for _, wrong in SLIPS])
def test_a_slip_in_one_tree__checked__blames_no_other_tree(right, wrong):
    found = set(paths({**TEXTS, "second.yaml": SECOND.replace(right, wrong, 1)}))
    assert found == {"second.yaml"}


@pytest.mark.parametrize(("right", "wrong"), SLIPS, ids=[wrong for _, wrong in SLIPS])
def test_a_slip_in_one_tree__checked__leaves_the_others_published(right, wrong):
    project = load_texts({**TEXTS, "second.yaml": SECOND.replace(right, wrong, 1)})
    assert set(project.documents) <= {"first", "second"}
    assert "first" in project.documents


@pytest.mark.parametrize("wrong", ["one: [", "- one", "one: {title: [}"])
def test_a_slip_in_the_sources__checked__blames_no_tree(wrong):
    assert set(paths({**TEXTS, "sources.yaml": wrong})) == {"sources.yaml"}


@pytest.mark.parametrize("name", ["second.yaml", "sources.yaml"])
def test_a_file_that_is_no_text__loaded__is_one_finding(tmp_path, name):
    for path, text in TEXTS.items():
        (tmp_path / path).write_text(text)
    (tmp_path / name).write_bytes(b"title: caf\xe9")
    assert [finding.span.path for finding in load(tmp_path, tmp_path).findings] == [name]


def test_an_answer_that_an_unread_tree_may_bring__asked_for__is_no_finding():
    second = SECOND.replace("go: end", "then: [{if: answered(money), go: end}, {otherwise: end}]")
    assert paths({**TEXTS, "second.yaml": second, "first.yaml": "title: ["}) == ["first.yaml"]
