"""Graphs of any shape, and whatever somebody might have written into them."""

from __future__ import annotations

from hypothesis import strategies as st
from tests.publishing.hostile import HOSTILE

from trees.engine.tree import VERDICTS
from trees.publishing.graph import Edge, Graph, Node

#: Words of every length, in letters of every width; and what means harm.
WORDS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=20)
TEXTS = st.one_of(
    st.lists(WORDS, max_size=16).map(lambda words: " ".join((*words, "end"))),
    st.sampled_from(HOSTILE),
)
MOST_NODES = 16


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    """Draw a graph as trees make them: each node but the first has a way to it, and all lead on."""
    count = draw(st.integers(2, MOST_NODES))
    before = [st.lists(st.integers(0, at - 1), min_size=1, max_size=3) for at in range(1, count)]
    pairs = {(source, at) for at, sources in enumerate(before, 1) for source in draw(sources)}
    asked = {source for source, _ in pairs}
    answers = st.lists(TEXTS, min_size=1, max_size=3).map(tuple)
    return Graph(
        tree="any",
        title=draw(TEXTS),
        nodes=tuple(draw(_node(at, asked=at in asked)) for at in range(count)),
        edges=tuple(
            Edge(f"q{source}", _name(target, asked), draw(answers))
            for source, target in sorted(pairs)
        ),
    )


def _name(at: int, asked: set[int]) -> str:
    return f"q{at}" if at in asked else f"o{at}"


@st.composite
def _node(draw: st.DrawFn, at: int, *, asked: bool) -> Node:
    title = draw(TEXTS)
    if asked:
        return Node(f"q{at}", "question", title)
    verdict = draw(st.sampled_from(VERDICTS))
    return Node(f"o{at}", "outcome", title, verdict)
