"""Scripts leave a page for files of their own; nothing else of the page changes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.publishing.markup import Element, elements

from trees.publishing.inline import Moved, move

SCRIPTS = st.sampled_from(
    ["a()", "if (1 < 2 && 'x>y') b()", '"<script>"', "\n  c()\n", "s = '<p style=\"x\">'"]
)
#: What must stay as it is, however much it looks like a script.
OTHERS = st.sampled_from(
    [
        "<p>text</p>",
        '<p data-text="<script>no()</script>">x</p>',
        "<p title='a > b'>&lt;script&gt;no()&lt;/script&gt;</p>",
        '<script type="application/json">{"a": "<b>"}</script>',
        '<script src="there.js"></script>',
        "<script> </script>",
        "<code>onclick=1 style=2</code>",
        '<link rel="stylesheet" href="/here.css"><link rel="canonical" href="https://a.b/">',
    ]
)
WRITTEN = st.sampled_from(["<script{}>{}</script>", "<SCRIPT{}>{}</SCRIPT>"])
ATTRIBUTES = st.sampled_from(["", ' id="one"', ' type="text/javascript"', " data-a='>' data-b"])


def moved(html: str) -> Moved:
    return move(html, lambda path: f"../{path}")


def put_back(result: Moved) -> list[Element]:
    """Return the page's elements with each script's file read into its place."""
    files = {f"../{script.path}": script.content.decode() for script in result.scripts}
    found = []
    for element in elements(result.html):
        attributes = dict(element.attributes)
        text = files.get(attributes.get("src", ""))
        if text is not None:
            del attributes["src"]
        found.append(replace(element, attributes=attributes, text=element.text + (text or "")))
    return found


@given(st.lists(OTHERS | st.builds(str.format, WRITTEN, ATTRIBUTES, SCRIPTS), max_size=8))
def test_any_page__only_scripts_change__and_each_is_in_a_file(parts: list[str]) -> None:
    html = "".join(parts)
    result = moved(html)
    assert put_back(result) == elements(html)
    assert not [
        one
        for one in elements(result.html)
        if one.tag == "script" and one.text.strip() and "type" not in one.attributes
    ]
    assert result.blocked == ()
    assert moved(result.html) == Moved(result.html, (), ())


def test_equal_scripts__share_a_file__named_after_what_it_holds() -> None:
    result = moved("<script>a()</script><script>a()</script>")
    assert [one.content for one in result.scripts] == [b"a()"]
    assert moved("<script>b()</script>").scripts[0].path != result.scripts[0].path


def test_comments__are_left_alone() -> None:
    html = "<!-- <script>a()</script> --><p>x</p>"
    assert moved(html) == Moved(html, (), ())


@pytest.mark.parametrize(
    ("html", "what"),
    [
        ("<style>p { color: red }</style>", "an element <style>"),
        ('<p class="x" style="color: red">x</p>', "the attribute style"),
        ("<a onclick='x()'>x</a>", "the attribute onclick"),
        ("<a ONCLICK=x()>x</a>", "the attribute onclick"),
        ('<script type="module">import "./x.js"</script>', 'an inline <script type="module">'),
        ('<script type="importmap">{}</script>', 'an inline <script type="importmap">'),
        ('<script src="//else.where/x.js"></script>', "the script //else.where/x.js"),
        ('<link rel="stylesheet" href=HTTPS://a.b/c>', "the style sheet HTTPS://a.b/c"),
    ],
)
def test_what_cannot_be_moved__is_left_and_named(html: str, what: str) -> None:
    assert moved(html) == Moved(html, (), (what,))
