"""Every rule has a page, made of its own docstring."""

from __future__ import annotations

from trees.publishing.rule_pages import pages


def test_every_rule__has_a_page_that_says_something() -> None:
    made = pages()
    assert made[0].uri == "rules/index.md"
    assert len(made) > 1
    for page in made[1:]:
        title, lead = page.markdown.split("\n")[:3:2]
        assert title.startswith("# ")
        assert lead.startswith("**")
        assert len(lead) > len("****")
        assert page.source.is_file()


def test_index__leads_to_every_page() -> None:
    index, *others = pages()
    assert all(f"]({page.uri.removeprefix('rules/')})" in index.markdown for page in others)
