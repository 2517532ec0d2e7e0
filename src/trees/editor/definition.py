"""Go to what a word names.

Boundary: a place in, places out.
"""

from __future__ import annotations

from trees.authoring.findings import Span

from .index import Index


def definitions(index: Index, path: str, place: tuple[int, int]) -> list[Span]:
    """Return where the name at a place is defined: in the same file, if it is."""
    mention = index.at(path, place)
    if mention is None:
        return []
    if mention.name.sort == "tree":
        tree = index.trees.get(mention.name.id)
        return [Span(tree.path, 1, 1, 1, 1)] if tree else []
    found = [one.span for one in index.all_of(mention.name) if one.defines]
    here = [span for span in found if span.path == path]
    return here or found
