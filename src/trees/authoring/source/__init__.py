"""YAML text → source nodes with exact places.

Boundary: knows YAML and nothing of trees. Every scalar stays the text that was typed.
"""

from __future__ import annotations

from .nodes import Entry, File, ListNode, MapNode, Node, TextNode, kind_word
from .parser import Limits, Parse, parse

__all__ = [
    "Entry",
    "File",
    "Limits",
    "ListNode",
    "MapNode",
    "Node",
    "Parse",
    "TextNode",
    "kind_word",
    "parse",
]
