"""Plain texts are escaped, and hold slots and gaps and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.publishing.hostile import HOSTILE
from tests.publishing.markup import elements

from trees.publishing.slots import message, plain, unfilled

SLOTS = {"due": "in <20> days", "started": "the day it started"}
PIECES = st.sampled_from([*HOSTILE, "{due}", "{", "}", "[", "]", "<", "\n"])


def safe(html: str) -> bool:
    """Say whether HTML holds nothing but slots and gaps."""
    kinds = {(one.tag, tuple(one.attributes)) for one in elements(html)}
    return kinds <= {("span", ("class", "data-slot")), ("span", ("class",))}


@pytest.mark.parametrize("text", HOSTILE)
def test_plain_text__hostile__stays_text(text: str) -> None:
    assert safe(plain(text, SLOTS))
    assert safe(message(text, SLOTS))


@given(st.lists(PIECES | st.text(max_size=12), max_size=8).map("".join))
def test_plain_text__anything__stays_text(text: str) -> None:
    assert safe(plain(text, SLOTS))
    assert safe(message(text, SLOTS))


def test_message__slots_and_gaps__are_marked_for_the_reader() -> None:
    html = message("Order [order number], due {due}.\n", SLOTS)
    assert html == (
        'Order <span class="dt-gap">[order number]</span>, due '
        '<span class="dt-slot" data-slot="due">[in &lt;20&gt; days]</span>.'
    )


def test_message__markdown__is_left_alone() -> None:
    assert message("*a* [b](https://c)", SLOTS).unescape().startswith("*a* <span")


def test_unfilled__words_alone() -> None:
    assert unfilled("{due} <b> {x}", SLOTS) == "in <20> days <b> {x}"
