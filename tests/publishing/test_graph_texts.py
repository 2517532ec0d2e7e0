"""Graphs in the languages of other tools: no text of an author is an instruction there."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given, settings
from pygraphviz import AGraph
from tests.publishing.graphs import graphs
from tests.publishing.hostile import HOSTILE

from trees.publishing.graph import Edge, Graph, Node
from trees.publishing.graph_texts import dot, mermaid

FEW = settings(max_examples=20)
TEXT = r'"((?:[^\W_]|[ ,.?!]|#\d+;)*)"'
MERMAID_NODE = re.compile(rf"  n\d+(?:\{{\{{{TEXT}\}}\}}|\({TEXT}\)|\[\[{TEXT}\]\])")
MERMAID_EDGE = re.compile(rf"  n\d+ -->\|{TEXT}\| n\d+")


def two(text: str) -> Graph:
    """A graph in which a text stands everywhere."""
    nodes = Node("q", "question", text), Node("tree:x", "tree", text)
    return Graph("any", text, nodes, (Edge("q", "tree:x", (text,)),))


def read_by_mermaid(written: str) -> str:
    return re.sub(r"#(\d+);", lambda found: chr(int(found[1])), written)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts__in_mermaid__are_texts(text: str) -> None:
    first, *lines = mermaid(two(text)).splitlines()
    assert first == "flowchart LR"
    matches = [MERMAID_NODE.fullmatch(line) or MERMAID_EDGE.fullmatch(line) for line in lines]
    assert all(matches), lines
    for match in matches:
        assert match
        (written,) = (group for group in match.groups() if group is not None)
        assert read_by_mermaid(written).split() == re.sub(r"[\x00-\x1f]", " ", text).split()


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts__read_by_graphviz__are_texts(text: str) -> None:
    read = AGraph(string=dot(two(text)))
    assert sorted(read.nodes()) == ["n0", "n1"]
    labels = [node.attr["label"] for node in read.nodes()]
    labels += [edge.attr["label"] for edge in read.edges()]
    assert len(labels) == 3
    for label in labels:
        said = unescape(label.replace("\\\\", "\\"))
        assert said.split() == re.sub(r"[\x00-\x1f]", " ", text).split()
    read.close()


@given(graphs())
@FEW
def test_any_graph__has_all_its_nodes_and_edges_in_both(drawn: Graph) -> None:
    read = AGraph(string=dot(drawn))
    assert len(read.nodes()) == len(drawn.nodes)
    assert len(read.edges()) == len(drawn.edges)
    read.close()
    lines = mermaid(drawn).split("\n")
    assert len(lines) == 2 + len(drawn.nodes) + len(drawn.edges)
    assert all(MERMAID_NODE.fullmatch(one) or MERMAID_EDGE.fullmatch(one) for one in lines[1:-1])
