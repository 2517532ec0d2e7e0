"""Give a question, an outcome or a value another name, wherever it is mentioned.

Boundary: a place and a name in, places to change out. Refuses what would break a tree.
"""

from __future__ import annotations

from trees.authoring.findings import Span
from trees.authoring.schema.names import NAME, RESERVED

from .desk import Desk
from .index import Index
from .names import Mention, Name

SORTS = ("node", "value")


class Refusal(Exception):
    """Why a name cannot be changed so; the message is for the author."""


def name_at(index: Index, path: str, place: tuple[int, int]) -> Mention | None:
    """Return the mention at a place if its name can be changed."""
    mention = index.at(path, place)
    return mention if mention and mention.name.sort in SORTS else None


def renamed(desk: Desk, index: Index, path: str, place: tuple[int, int], new: str) -> list[Span]:
    """Return the places to write ``new`` at.

    Raises:
        Refusal: the name cannot be changed, or not into this.
    """
    mention = name_at(index, path, place)
    if mention is None:
        raise Refusal("Put the cursor on the name of a question, an outcome or a value.")
    found = index.all_of(mention.name)
    if not any(one.defines for one in found):
        raise Refusal(f"Nothing is called `{mention.name.id}`, so it cannot be renamed.")
    _refuse_broken(desk, found)
    _refuse_name(index, {one.name for one in found}, new)
    return [one.span for one in found]


def _refuse_broken(desk: Desk, found: list[Mention]) -> None:
    texts = desk.texts()
    broken = sorted({one.span.path for one in found if desk.is_broken(one.span.path, texts)})
    if broken:
        raise Refusal(f"The YAML of {broken[0]} is broken; mend it first.")


def _refuse_name(index: Index, names: set[Name], new: str) -> None:
    if not NAME.fullmatch(new):
        raise Refusal(
            f"`{new}` cannot be a name: begin with a letter; use small letters, digits and `_`."
        )
    if new in RESERVED:
        raise Refusal(f"`{new}` cannot be a name: it has a meaning in conditions or addresses.")
    for name in names:
        tree = index.trees[name.tree]
        if {new} & {*tree.questions, *tree.outcomes, *tree.values}:
            raise Refusal(f"`{new}` is taken in {tree.path}.")
