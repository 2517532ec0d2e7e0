"""The same words lead to two places.

Whoever types them finds both and has to guess. Say them where most readers should begin: often that
is a question that tells the two apart. Capitals, signs and the order of words make no difference.

Bad: `said: [money not back]` at two outcomes.

Good: the words at the question that sorts their readers, and nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding
from .base import make

if TYPE_CHECKING:
    from ..drafts import Draft
    from ..graph import Trees

WORD = re.compile(r"\w+")


def check(trees: Trees) -> Iterator[Finding]:
    """Report words that were said before, here or in another tree."""
    seen: dict[tuple[str, ...], str] = {}
    for draft in trees.drafts.values():
        for node, said in draft.said.items():
            place = _place(draft, node)
            for one in said:
                words = tuple(sorted(WORD.findall(one.value.casefold())))
                if words and words in seen:
                    yield make(
                        __name__,
                        one.node.span,
                        f"“{one.value}” also leads to {seen[words]}",
                        "Keep the words at the one place where readers who say so should begin.",
                        "warning",
                    )
                seen.setdefault(words, place)


def _place(draft: Draft, node: str) -> str:
    return f"`{node}` in `{draft.id}`" if node else f"the tree `{draft.id}`"
