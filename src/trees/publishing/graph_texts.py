"""A graph in the languages of other tools: Mermaid, and Graphviz' DOT.

Boundary: a graph in, text out. Names are ours (``n0``, ``n1``), and every text is escaped, so that
no text of an author is ever read as an instruction there.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from .graph import Graph, Node

SHAPES_OF_MERMAID: Mapping[str, tuple[str, str]] = {
    "question": ("{{", "}}"),
    "outcome": ("(", ")"),
    "tree": ("[[", "]]"),
}
SHAPES_OF_DOT: Mapping[str, str] = {"question": "box", "outcome": "oval", "tree": "cds"}
#: What Mermaid reads as it stands, besides letters and digits; all else is written as a number.
PLAIN = frozenset(" ,.?!")
#: Controls, halves of pairs, what is no letter yet, and what breaks lines.
CONTROLS = frozenset(("Cc", "Cs", "Cn", "Zl", "Zp"))


def mermaid(graph: Graph) -> str:
    """Return a graph as a Mermaid flowchart."""
    names = _names(graph)
    lines = ["flowchart LR"]
    for node in graph.nodes:
        opening, closing = SHAPES_OF_MERMAID[node.kind]
        lines.append(f"  {names[node.id]}{opening}{_for_mermaid(_label(node))}{closing}")
    for edge in graph.edges:
        label = _for_mermaid(", ".join(edge.answers))
        lines.append(f"  {names[edge.source]} -->|{label}| {names[edge.target]}")
    return "\n".join((*lines, ""))


def dot(graph: Graph) -> str:
    """Return a graph in Graphviz' language."""
    names = _names(graph)
    lines = [f"digraph {_for_dot(graph.tree)} {{", "  rankdir=LR;"]
    for node in graph.nodes:
        shape = SHAPES_OF_DOT[node.kind]
        lines.append(f"  {names[node.id]} [label={_for_dot(_label(node))}, shape={shape}];")
    for edge in graph.edges:
        label = _for_dot(", ".join(edge.answers))
        lines.append(f"  {names[edge.source]} -> {names[edge.target]} [label={label}];")
    return "\n".join((*lines, "}", ""))


def _names(graph: Graph) -> dict[str, str]:
    return {node.id: f"n{at}" for at, node in enumerate(graph.nodes)}


def _label(node: Node) -> str:
    return f"{node.verdict}: {node.title}" if node.verdict else node.title


def _for_mermaid(text: str) -> str:
    """Quote a text; what could be more than text is written as a character's number."""
    written = (one if one.isalnum() or one in PLAIN else f"#{ord(one)};" for one in _one_line(text))
    return f'"{"".join(written)}"'


def _for_dot(text: str) -> str:
    """Quote a text: within quotes, only quotes and backslashes mean something to Graphviz.

    A label also reads HTML's entities, so that ``&`` is written as one.
    """
    escaped = _one_line(text).replace("&", "&amp;").replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _one_line(text: str) -> str:
    """Return a text without line breaks and other controls."""
    return "".join(" " if unicodedata.category(one) in CONTROLS else one for one in text)
