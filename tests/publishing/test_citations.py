"""A source is numbered where it is first cited, and says how old and how sure it is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from markupsafe import escape
from tests.publishing.example import SOURCES

from trees.publishing.citations import Citations
from trees.publishing.words import ENGLISH


def cited(**changes: object) -> tuple[str, ...]:
    source = replace(SOURCES["times"], **changes)
    citations = Citations("n", {"times": source}, ENGLISH)
    citations.cite("times", linked=True)
    return tuple(str(note) for note in citations.entries[0].notes)


def test_cited_twice__listed_once_with_one_number() -> None:
    citations = Citations("n", SOURCES, ENGLISH)
    marks = [citations.cite(name, linked=True) for name in ("forum", "times", "forum")]
    assert [(one.number, one.anchor) for one in citations.entries] == [
        (1, "n.source.1"),
        (2, "n.source.2"),
    ]
    assert marks[0] == marks[2]


def test_unknown_source__no_citation() -> None:
    citations = Citations("n", SOURCES, ENGLISH)
    assert citations.cite("nobody", linked=True) is None
    assert citations.entries == ()


@pytest.mark.parametrize(
    ("published", "words"),
    [("2018", "2018"), ("2024-11", "November 2024"), ("2024-01-31", "31 January 2024")],
)
def test_old_page__its_date_is_said(published: str, words: str) -> None:
    assert f'published <time datetime="{published}">{words}</time>' in cited(published=published)


@pytest.mark.parametrize("published", ["2018-13", "2018-02-30", "2018, <b>in May</b>", "20180101"])
def test_old_page__a_date_that_is_none__is_said_as_it_was_written(published: str) -> None:
    assert f"published {escape(published)}" in cited(published=published)


@pytest.mark.parametrize("published", ["", "2025", "2026-10-01", "lately"])
def test_recent_or_undated_page__its_date_is_not_said(published: str) -> None:
    checked = 'checked <time datetime="2026-11-22">22 November 2026</time>'
    assert cited(published=published) == ("official", checked)


def test_address__not_https__is_no_link() -> None:
    source = replace(SOURCES["times"], address="http://example.org")
    citations = Citations("n", {"times": source}, ENGLISH)
    citations.cite("times", linked=True)
    assert citations.entries[0].link == ""


def notes(**disagrees: str) -> list[list[str]]:
    """Return what two sources say of each other, where the first disagrees as given."""
    sources = {**SOURCES, "times": replace(SOURCES["times"], disagrees=tuple(disagrees.items()))}
    citations = Citations("n", sources, ENGLISH)
    for name in sources:
        citations.cite(name, linked=True)
    return [[f"{note}" for note in one.notes if "say" in note] for one in citations.entries]


def test_sources_that_disagree__cited_together__each_names_the_other() -> None:
    assert notes(forum="A thing.") == [["source 2 says otherwise"], ["source 1 says otherwise"]]


def test_source_that_disagrees_with_itself__says_so_alone() -> None:
    assert notes(times="A thing.") == [["says two different things"], []]


def test_source_that_disagrees_with_one_not_cited__says_nothing() -> None:
    assert notes(nobody="A thing.") == [[], []]
