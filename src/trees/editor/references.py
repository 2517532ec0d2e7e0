"""Find every place that mentions what a word names.

Boundary: a place in, places out.
"""

from __future__ import annotations

from trees.authoring.findings import Span

from .index import Index


def references(
    index: Index, path: str, place: tuple[int, int], *, with_definition: bool
) -> list[Span]:
    """Return the mentions of the name at a place, in all files."""
    mention = index.at(path, place)
    found = index.all_of(mention.name) if mention else []
    return [one.span for one in found if with_definition or not one.defines]
