"""Characters that would show a reviewer another text than the one that is there."""

import unicodedata

import pytest

from trees.authoring.project import load_texts
from trees.authoring.source.readable import first_unreadable

TURNING = [
    chr(code)
    for code in range(0x2000, 0x2100)
    if unicodedata.bidirectional(chr(code)) in {"LRE", "RLE", "LRO", "RLO", "PDF"}
    or unicodedata.bidirectional(chr(code)) in {"LRI", "RLI", "FSI", "PDI"}
]


@pytest.mark.parametrize("mark", TURNING, ids=lambda mark: f"U+{ord(mark):04X}")
def test_a_mark_that_turns_the_direction__is_refused_where_it_stands(mark):
    [finding, *_] = load_texts({"a.yaml": f"title: Wait\nsummary: Pay {mark}on"}).findings
    assert (finding.code, finding.span.line, finding.span.column) == ("yaml-syntax", 2, 14)
    assert f"U+{ord(mark):04X}" in finding.message


@pytest.mark.parametrize(
    "text", ["שלום", "مرحبا", "a\u200eb\u200fc", "naïve – “ok” 📦", "a\u202fb"]
)
def test_other_scripts__are_read(text):
    assert first_unreadable(text) is None
