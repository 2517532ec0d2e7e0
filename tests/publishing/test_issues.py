"""Readers can say whether a page has helped where an issue can be filled in from an address."""

from __future__ import annotations

import pytest

from trees.publishing.issues import Issues, issues_of

GITHUB = Issues("GitHub", "https://github.com/we/guide/issues/new", "title", "body")
GITLAB = Issues(
    "GitLab",
    "https://gitlab.com/we/all/guide/-/issues/new",
    "issue[title]",
    "issue[description]",
)


@pytest.mark.parametrize(
    ("repository", "expected"),
    [
        ("https://github.com/we/guide", GITHUB),
        ("https://github.com/we/guide/", GITHUB),
        ("https://GitHub.com/we/guide.git", GITHUB),
        ("https://gitlab.com/we/all/guide", GITLAB),
    ],
)
def test_a_known_host__begins_an_issue(repository: str, expected: Issues) -> None:
    assert issues_of(repository) == expected


@pytest.mark.parametrize(
    "repository",
    [
        "",
        "https://example.org/we/guide",
        "https://github.com/we",
        "https://github.com/we/guide/tree/main",
        "https://github.com.example.org/we/guide",
        "https://we@github.com/we/guide",
        "http://github.com/we/guide",
        "javascript:alert(1)//github.com/we/guide",
    ],
)
def test_any_other_address__begins_none(repository: str) -> None:
    assert issues_of(repository) is None
