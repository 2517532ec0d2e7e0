"""The keys stand in an unusual order.

A file reads like the way through it: what it is about, the questions, the values, the outcomes and
the scenarios. A question says first what it asks, then which answers it takes, and last where they
lead. Whoever knows one tree then finds everything in the next.

Bad: `outcomes` before `questions`, or a question that begins with where it leads:

    taken:
      yes: started
      no: only_held
      ask: Has the money left your account?

Good:

    taken:
      ask: Has the money left your account?
      yes: started
      no: only_held

The usual order is that of the tables in the format of a tree, and the hint names it. `trees check
--fix` puts keys in order, each with the comments right above it, where nothing else has to change.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from ..findings import Finding
from ..reordering import reordered
from ..schema.format import SOURCES, TREE
from ..schema.order import Unusual, unusual
from .base import make

if TYPE_CHECKING:
    from ..source import Node
    from ..style import Guide


def check(guide: Guide) -> Iterator[Finding]:
    """Report the parts of a tree whose keys are in another order than usual."""
    root = guide.document.root
    return map(_found, unusual(TREE, root)) if root else iter(())


def check_sources(root: Node) -> Iterator[Finding]:
    """Report the sources whose keys are in another order than usual."""
    return map(_found, unusual(SOURCES, root))


def _found(one: Unusual) -> Finding:
    """Word the first key that stands before one that usually comes earlier."""
    place = one.usual.index
    key, late = next(two for two in pairwise(one.node.entries) if place(two[0]) > place(two[1]))
    return make(
        __name__,
        one.node.entries[late].key.span,
        f"`{late}` stands after `{key}` in {one.what}",
        f"The usual order is {', '.join(f'`{name}`' for name in one.usual)}.",
        "advice",
        reordered(one.node, one.usual),
    )
