"""Reading a folder: whatever lies there is a finding at worst."""

import pytest

from trees.authoring.project import load, load_texts
from trees.authoring.source import Limits

GOOD = """
title: Good
summary: A tree without faults.
listed: no
questions: {sure: {ask: "Sure?", yes: safe, no: "tree:other"}}
outcomes: {safe: {verdict: safe, title: Safe, reason: It is.}}
scenarios: [{story: One., answers: {sure: yes}, ends: safe}]
"""
OTHER = GOOD.replace('"tree:other"', "safe")


@pytest.fixture
def folder(tmp_path):
    content = tmp_path / "decision_trees"
    content.mkdir()
    (content / "good.yaml").write_text(GOOD)
    (content / "other.yaml").write_text(OTHER)
    return content


def said(project):
    return [(finding.span.path, finding.code) for finding in project.findings]


def test_a_good_folder__loaded__has_documents_and_no_findings(folder):
    project = load(folder)
    assert project.findings == ()
    assert list(project.documents) == ["good", "other"]
    assert project.documents["good"].path == "decision_trees/good.yaml"
    assert project.documents["good"].scenarios[0].ends == ("good", "safe")


def test_paths__with_a_root__are_relative_to_it(folder):
    (folder / "bad.yaml").write_text("")
    assert said(load(folder, folder)) == [("bad.yaml", "wrong-type")]


@pytest.mark.parametrize(
    ("name", "make", "code"),
    [
        ("latin.yaml", lambda file: file.write_bytes(b"title: caf\xe9"), "unreadable-file"),
        (
            "wide.yaml",
            lambda file: file.write_bytes("title: x".encode("utf-16")),
            "unreadable-file",
        ),
        ("zeros.yaml", lambda file: file.write_bytes(b"title: \0"), "yaml-syntax"),
        ("empty.yaml", lambda file: file.write_bytes(b""), "wrong-type"),
        ("comment.yaml", lambda file: file.write_bytes(b"# nothing\n"), "wrong-type"),
        ("folder.yaml", lambda file: file.mkdir(), "unreadable-file"),
        ("gone.yaml", lambda file: file.symlink_to("nowhere.yaml"), "unreadable-file"),
        ("round.yaml", lambda file: file.symlink_to("round.yaml"), "unreadable-file"),
        ("out.yaml", lambda file: file.symlink_to("/etc/hostname"), "unreadable-file"),
        ("up.yaml", lambda file: file.symlink_to("../outside.yaml"), "unreadable-file"),
        ("long.yaml", lambda file: file.write_text("a" * 5_000_000), "too-large"),
        ("wordy.yaml", lambda file: file.write_text("a" * 1_100_000), "too-large"),
        ("Name.yaml", lambda file: file.write_text(OTHER), "bad-name"),
        ("index.yaml", lambda file: file.write_text(OTHER), "bad-name"),
        ("short.yml", lambda file: file.write_text(OTHER), "bad-name"),
    ],
)
def test_an_odd_file__loaded__is_one_finding_and_hides_no_other_tree(folder, name, make, code):
    (folder.parent / "outside.yaml").write_text(OTHER)
    make(folder / name)
    project = load(folder)
    assert said(project) == [(f"decision_trees/{name}", code)]
    assert {"good", "other"} <= project.documents.keys()


def test_a_link_within_the_folder__loaded__is_read(folder):
    (folder / "linked.yaml").symlink_to("other.yaml")
    assert "linked" in load(folder).documents


def test_a_missing_folder__loaded__is_a_finding(tmp_path):
    assert said(load(tmp_path / "nowhere")) == [("nowhere", "unreadable-file")]


def test_a_byte_order_mark_and_windows_line_ends__loaded__change_nothing(folder):
    (folder / "other.yaml").write_bytes(b"\xef\xbb\xbf" + OTHER.replace("\n", "\r\n").encode())
    assert load(folder).findings == ()


def test_a_broken_tree__loaded__is_no_document_and_leaves_the_others():
    project = load_texts({"good.yaml": GOOD, "other.yaml": OTHER.replace("verdict: safe, ", "")})
    assert said(project) == [("other.yaml", "missing-key")]
    assert list(project.documents) == ["good"]
    assert list(project.broken) == ["other.yaml"]


def test_a_circle_through_two_trees__loaded__is_found_before_anything_is_replayed():
    back = GOOD.replace("tree:other", "tree:good")
    project = load_texts({"good.yaml": GOOD, "other.yaml": back})
    assert said(project) == [("other.yaml", "endless-loop")]


def test_shared_questions__that_differ__are_reported_where_the_way_goes_on():
    differing = OTHER.replace(
        "yes: safe, no: safe", "options: {yes: Yes, perhaps: Perhaps}, go: safe"
    )
    project = load_texts({"good.yaml": GOOD, "other.yaml": differing})
    assert said(project) == [("good.yaml", "shared-question-differs")]


SHARED = [
    ("kind: number", "min: 0", "min: 1", "its `min` is `1` there, and `0` here"),
    ("kind: number", "max: 5", "", "its `max` is not given there, and `5` here"),
    ("kind: number", "unit: EUR", "unit: USD", "its `unit` is `USD` there, and `EUR` here"),
    ("kind: number", "unit: days", "unit: {one: day, other: days}", "`day` or `days` there, and"),
    ("kind: number", "", "step: 0.1", "its `step` is `0.1` there, and not given here"),
    ("kind: number", "step: 0.10", "step: 0.1", ""),
    ("kind: date", "latest: today", "latest: today - 3", "`today - 3` there, and `today` here"),
    ("kind: text", "optional: yes", "", "its `optional` is not given there, and `yes` here"),
    ("kind: text\n    optional: yes", "if_empty: None", "", "its `if_empty` is not given there"),
    ("kind: text\n    optional: yes", "if_empty: None", "if_empty: Nothing", ""),
    ("kind: text", "", "max: 9", "its `max` is `9` there"),
    ("kind: several", "options: {a: A, b: B}", "options: {b: B, a: A}", "another order"),
    ("kind: several", "options: {a: A, b: B}", "options: {a: C, b: D}", ""),
    ("options: {a: A, b: B}", "none: No", "", "its `none` is not given there"),
    ("options: {a: A, b: B}", "none: No", "none: Neither", ""),
    ("kind: choice", "options: {a: A, b: B}", "options: {b: B, a: A}", "another order"),
]


@pytest.mark.parametrize(("kind", "here", "there", "says"), SHARED)
def test_shared_questions__that_take_other_answers__are_reported(kind, here, there, says):
    text = "title: T\nsummary: S.\nlisted: no\nquestions:\n  one:\n    ask: One?\n"
    text += "    {}\n    go: {}\noutcomes: {{safe: {{verdict: safe, title: T, reason: R}}}}\n"
    ways = {"a.yaml": ("second", here), "b.yaml": ("safe", there)}
    second = "\n  second: {ask: Two?, yes: safe, no: 'tree:b'}"
    several = "" if kind.startswith("kind") else "kind: several\n    "
    texts = {
        path: text.format(
            f"{several}{kind}\n    {setting}".rstrip(),
            go + (second if go == "second" else ""),
        )
        for path, (go, setting) in ways.items()
    }
    errors = [one for one in load_texts(texts).findings if one.severity == "error"]
    assert [(one.span.path, one.code) for one in errors] == (
        [("a.yaml", "shared-question-differs")] if says else []
    )
    assert says in "".join(one.message for one in errors)


def test_sources__with_faults__are_reported_each_at_its_place():
    sources = """
one:
  title: One
  publisher: Somebody
  address: http://example.org
  published: May
  checked: yesterday
  sure: oficial
Two: {title: Two}
"""
    project = load_texts({"sources.yaml": sources})
    found = {(one.span.line, one.span.column, one.code) for one in project.findings}
    assert found == {
        (5, 12, "bad-source"),
        (6, 14, "bad-source"),
        (7, 12, "bad-source"),
        (8, 9, "bad-source"),
        (9, 1, "bad-name"),
        (9, 1, "missing-key"),
    }
    assert project.sources == {}


def test_sources__that_disagree__know_with_whom_and_about_what():
    facts = "title: T, publisher: P, address: 'https://e.org', checked: 2026-11-22, sure: reported"
    sources = f"""
one: {{{facts}, disagrees: {{one: A thing., two: Another.}}}}
two: {{{facts}, disagrees: {{three: A third.}}}}
"""
    project = load_texts({"sources.yaml": sources})
    assert project.sources["one"].disagrees == (("one", "A thing."), ("two", "Another."))
    assert project.sources["two"].disagrees == ()
    (finding,) = project.findings
    assert (finding.code, finding.span.line) == ("unknown-source", 3)
    assert sources.splitlines()[2][finding.span.column - 1 :].startswith("three")


def test_limits__given__are_kept():
    limits = Limits(characters=10_000, depth=3, nodes=50)
    deep = load_texts({"a.yaml": "a: [[[[1]]]]"}, limits).findings
    many = load_texts({"a.yaml": "a: [" + "1, " * 100 + "]"}, limits).findings
    long = load_texts({"a.yaml": "#" * 20_000}, limits).findings
    said = [one.code for found in (deep, many, long) for one in found]
    assert said == ["too-deep", "too-many", "too-large"]


def test_spans__asked_for__lead_to_every_part_of_a_file():
    document = load_texts({"other.yaml": OTHER}).documents["other"]
    assert document.spans["questions", "sure", "ask"].line == 5
    assert document.spans["scenarios", 0, "ends"].line == 7
    assert ("questions", "nobody") not in document.spans
    assert len(document.spans) == len(list(document.spans))
