"""Texts become safe HTML, whatever stands in them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup
from tests.publishing.hostile import HOSTILE
from tests.publishing.markup import by_tag, elements

from trees.publishing.markdown import Setting, Texts

SLOTS = {"due": "in <20> days", "started": "the day it started"}
TREES = {"risk": "../risk/"}
ALLOWED = {
    "a": {"href", "rel", "aria-label"},
    "span": {"class", "data-slot"},
    "sup": {"class"},
    "ol": {"start"},
    **{tag: set() for tag in ("p", "ul", "li", "em", "strong", "code", "br", "blockquote")},
}
PIECES = st.sampled_from([*HOSTILE, "{due}", "[@forum]", "**", "`", "[a](", ")", "<", "\n\n", "- "])


def cite(name: str, *, linked: bool) -> Markup | None:
    mark = '<a href="#n.source.1">1</a>' if linked else "1"
    return Markup(f'<sup class="dt-cite">{mark}</sup>') if name == "forum" else None


SETTING = Setting(SLOTS, cite)
TEXTS = Texts(TREES.get)


def safe(html: str) -> bool:
    """Say whether HTML holds nothing but what texts may hold."""
    return all(
        one.tag in ALLOWED
        and one.attributes.keys() <= ALLOWED[one.tag]
        and one.attributes.get("href", "https://").startswith(("https://", "../risk/", "#n."))
        for one in elements(html)
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_text__hostile__stays_text(text: str) -> None:
    assert safe(TEXTS.block(text, SETTING))
    assert safe(TEXTS.line(text, SETTING))
    assert safe(TEXTS.within_link(text, SETTING))


@given(st.lists(PIECES | st.text(max_size=12), max_size=8).map("".join))
def test_text__anything__stays_text(text: str) -> None:
    assert safe(TEXTS.block(text, SETTING))
    assert not by_tag(TEXTS.within_link(text, SETTING), "a")


def test_html__typed__is_shown_as_typed() -> None:
    assert TEXTS.block("<b>x</b>", SETTING) == "<p>&lt;b&gt;x&lt;/b&gt;</p>"


@pytest.mark.parametrize(
    "text", ["# No heading", "![no](https://e.org/x.png)", "    no code", "---", "a | b\n- | -"]
)
def test_markdown__beyond_the_format__is_shown_as_typed(text: str) -> None:
    assert {one.tag for one in elements(TEXTS.block(text, SETTING))} <= {"p", "a", "ul", "li"}


def test_link__https_or_tree__leads_there() -> None:
    html = TEXTS.block("[a](https://example.org/?a=1&b=2) and [b](tree:risk)", SETTING)
    assert [one.attributes["href"] for one in by_tag(html, "a")] == [
        "https://example.org/?a=1&b=2",
        "../risk/",
    ]


def test_link__anything_else__is_no_link() -> None:
    for url in ("http://e.org", "tree:nowhere", "javascript:x()", "refund.html", "#due", "//e.org"):
        assert not by_tag(TEXTS.block(f"[a]({url})", SETTING), "a")


def test_slot__known_name__holds_fallback_words_escaped() -> None:
    html = TEXTS.block("Wait until {due}.", SETTING)
    assert '<span class="dt-slot" data-slot="due">in &lt;20&gt; days</span>.' in html


@pytest.mark.parametrize("text", ["{unknown}", "`{due}`", r"\{due}", "{ due }", "{due", "{Due}"])
def test_slot__unknown_escaped_or_in_code__stays_as_typed(text: str) -> None:
    assert "dt-slot" not in TEXTS.block(text, SETTING)


@pytest.mark.parametrize("text", ["[@nobody]", "`[@forum]`", r"\[@forum]", "[@ forum]"])
def test_citation__unknown_escaped_or_in_code__stays_as_typed(text: str) -> None:
    html = TEXTS.block(text, SETTING)
    assert "dt-cite" not in html
    assert text.strip("`\\") in html


@pytest.mark.parametrize("space", [" ", "   ", "\n", " \n"])
def test_citation__after_a_space_or_line_end__stands_at_the_word(space: str) -> None:
    assert "a claim<sup" in TEXTS.block(f"a claim{space}[@forum]", SETTING)
    assert "<strong>claim</strong><sup" in TEXTS.block(f"**claim**{space}[@forum]", SETTING)


@pytest.mark.parametrize("label", ["see [@forum]", "{due} {nope}", "a [@nobody] b", "[@forum] *x*"])
def test_link__whatever_its_words_hold__leads_there(label: str) -> None:
    html = TEXTS.line(f"[{label}](https://example.org/) and more", SETTING)
    assert [one.attributes["href"] for one in by_tag(html, "a")] == ["https://example.org/"]
    assert html.endswith("</a> and more")
    assert "](" not in html


def test_citation__within_a_link__is_a_number_without_a_link() -> None:
    html = TEXTS.block("[see [@forum]](https://example.org/) [@forum]", SETTING)
    assert 'see<sup class="dt-cite">1</sup></a><sup class="dt-cite"><a href="#n.' in html


@pytest.mark.parametrize("name", ["due", "nope"])
def test_link__a_placeholder_in_its_address__still_leads_to_one_place(name: str) -> None:
    html = TEXTS.block(f"[a](https://example.org/?q={{{name}}})", SETTING)
    assert [one.attributes["href"] for one in by_tag(html, "a")] == [
        f"https://example.org/?q=%7B{name}%7D"
    ]


def test_line__one_paragraph__has_no_paragraph() -> None:
    assert TEXTS.line("*now*", SETTING) == "<em>now</em>"
    assert TEXTS.line("a\n\nb", SETTING) == "<p>a</p>\n<p>b</p>"
    assert TEXTS.line("", SETTING) == ""
