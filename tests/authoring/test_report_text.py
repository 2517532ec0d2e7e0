"""Findings as text say what, where and how to mend it, with the caret under the place."""

from __future__ import annotations

import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from trees.authoring.findings import Finding, Span
from trees.authoring.report_text import WIDEST, render

LINE = "        go: sellr"
AT = Span("decision_trees/a.yaml", 2, 13, 2, 18)


def finding(span: Span = AT, **changes: str) -> Finding:
    told = {"message": "There is no `sellr`.", "hint": "Did you mean `seller`?", **changes}
    return Finding(span, "unknown-target", **told)


def test_finding__is_shown_with_its_line_a_caret_and_a_hint() -> None:
    text = render([finding()], {AT.path: f"x: 1\n{LINE}\n"})
    assert text == (
        "decision_trees/a.yaml:2:13: error[unknown-target] There is no `sellr`.\n"
        "  2 |         go: sellr\n"
        "    |             ^^^^^\n"
        "  hint: Did you mean `seller`?"
    )


def test_findings__several__are_parted_by_an_empty_line() -> None:
    assert render([finding(), finding()], {}).count("\n\n") == 1


def test_finding__without_text_or_hint__still_says_what_and_where() -> None:
    text = render([finding(hint="")], {})
    assert text == "decision_trees/a.yaml:2:13: error[unknown-target] There is no `sellr`."


def test_color__paints_and_changes_no_word() -> None:
    painted = render([finding()], {AT.path: f"x\n{LINE}"}, color=True)
    bare = painted
    for code in ("1", "31", "33", "34", "0"):
        bare = bare.replace(f"\x1b[{code}m", "")
    # The code is a link to the page of its rule.
    bare = re.sub(r"\x1b\]8;;(\S*?/rules/unknown-target/)?\x1b\\", "", bare)
    assert painted != bare == render([finding()], {AT.path: f"x\n{LINE}"})


def test_wide_letters__the_caret_stands_below_them() -> None:
    span = Span("a.yaml", 1, 4, 1, 6)
    text = render([finding(span)], {"a.yaml": "字: 退款"})
    assert text.splitlines()[2] == "    |     ^^^^"


@given(
    st.text(max_size=300),
    st.integers(1, 4),
    st.integers(1, 320),
    st.integers(0, 4),
    st.integers(0, 320),
)
def test_any_text__never_fails_and_sends_no_control_character(
    source: str, line: int, column: int, more: int, length: int
) -> None:
    span = Span("a.yaml", line, column, line + more, column + length)
    text = render([finding(span, message=source)], {"a.yaml": source})
    assert all(mark == "\n" or unicodedata.category(mark) != "Cc" for mark in text)
    assert len(text.splitlines()) <= 4


def test_long_line__is_cut_around_the_place() -> None:
    span = Span("a.yaml", 1, 501, 1, 506)
    line = "x" * 500 + "sellr" + "y" * 500
    shown, caret = render([finding(span)], {"a.yaml": line}).splitlines()[1:3]
    assert len(shown) <= WIDEST + 8
    assert shown[caret.index("^") : caret.rindex("^") + 1] == "sellr"
