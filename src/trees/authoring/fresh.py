"""A small tree that passes the check, to be changed into a real one.

Boundary: a name in, the text of a file out. `trees new` writes it, the playground begins with it.
"""

from __future__ import annotations

from pathlib import Path

from .schema.json_schema import FILES, HOME

TEMPLATE = Path(__file__).with_name("new_tree.yaml")


def fresh_tree(name: str) -> str:
    """Return the text of a new tree's file; ``name`` is one that a tree can have."""
    title = name.replace("-", " ").capitalize()
    return TEMPLATE.read_text("utf-8").format(schema=f"{HOME}{FILES['tree']}", title=title)
