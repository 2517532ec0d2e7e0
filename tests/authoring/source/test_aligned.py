"""Every letter of a scalar is found again in the file, whatever the style."""

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from trees.authoring.source import File, MapNode, TextNode, parse

words = st.text(st.sampled_from("abcXYZ'\"\\:{}[]#é-"), min_size=1, max_size=8)
texts = st.lists(words, min_size=1, max_size=12).map(" ".join)
paragraphs = st.lists(texts, min_size=1, max_size=3).map("\n\n".join)


@pytest.mark.parametrize("style", ["", "'", '"', "|", ">"])
@given(value=paragraphs, width=st.sampled_from([10, 30, 1000]))
def test_a_letter__looked_up__stands_where_the_span_says(style, value, width):
    written = yaml.dump(
        {"key": value}, default_style=style or None, width=width, allow_unicode=True
    )
    file = File("x.yaml", written)
    root, findings = parse(file)
    assert findings == []
    assert isinstance(root, MapNode)
    node = next(iter(root.entries.values())).node
    assert isinstance(node, TextNode)
    assume(node.value == value)
    lines = written.splitlines()
    for at, letter in enumerate(value):
        if letter.isalpha() and letter.isascii():
            span = node.span_of(at, at + 1)
            assert lines[span.line - 1][span.column - 1] == letter
