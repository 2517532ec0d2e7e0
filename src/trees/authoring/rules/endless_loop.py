"""A way leads back to a question that readers have passed already.

They would go round in circles: an answer given once is not asked again. This counts across trees
too. Lead to an outcome, or to another question.

Bad:

    started:
      go: taken       # the question where this way began

Good:

    started:
      go: on_its_way
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding
from .base import make

if TYPE_CHECKING:
    from ..drafts import BranchDraft
    from ..graph import Node, Trees

type Step = tuple[Node, Iterator[tuple[BranchDraft, Node]]]


def check(trees: Trees) -> Iterator[Finding]:
    """Report each branch that closes a circle, in the file where it stands."""
    done: set[Node] = set()
    for draft in trees.drafts.values():
        if draft.start:
            yield from _from(trees, (draft.id, draft.start), done)


def _from(trees: Trees, start: Node, done: set[Node]) -> Iterator[Finding]:
    """Walk depth-first with a stack of our own; a way back onto the stack closes a circle."""
    path: list[Step] = [] if start in done else [(start, iter(trees.ways.get(start, ())))]
    on_path = {start: 0}
    while path:
        here, rest = path[-1]
        step = next(rest, None)
        if step is None:
            done.add(here)
            del on_path[here]
            path.pop()
            continue
        branch, node = step
        if node in on_path:
            yield _found(branch, [one for one, _ in path[on_path[node] :]], node)
        elif node not in done and node in trees.ways:
            on_path[node] = len(path)
            path.append((node, iter(trees.ways[node])))


def _found(branch: BranchDraft, circle: list[Node], node: Node) -> Finding:
    home = circle[-1][0]
    names = [name if tree == home else f"{tree}/{name}" for tree, name in [*circle, node]]
    shown = names if len(names) <= 8 else [*names[:4], "…", *names[-3:]]
    return make(
        __name__,
        branch.target.node.span,
        f"This way leads in a circle: {' → '.join(shown)}",
        "Lead to an outcome, or to a question that comes later.",
    )
