"""A tree with its texts in another language.

Boundary: puts translations in the place of the texts that they translate, and has the result read
like any tree. Whatever is no text stays that of the original, places in the file among it.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..decode.tree import read_tree
from ..drafts import Draft
from ..findings import Finding
from ..source import Limits
from .placing import Placed, with_texts


def translated_tree(
    draft: Draft, texts: Placed, asks: Mapping[str, str], findings: list[Finding]
) -> Draft:
    """Return a sound draft with other texts; what is wrong with them is added to the findings.

    ``asks`` names, for each question of all trees, a tree that asks it.
    """
    root = with_texts(draft.root, texts)
    reading = read_tree(draft.root.file, findings, Limits(), lambda *_: (root, []))
    assert reading, "the original could be read"
    return reading.draft(asks)
