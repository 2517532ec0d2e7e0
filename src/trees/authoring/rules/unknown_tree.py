"""A way, a link or a story leads to a tree that does not exist.

After `tree:` stands the name of a file of the same folder, without its ending: `refund.yaml` is
`tree:refund`. The end of a story in another tree is written `tree:refund/overdue`.

Bad:

    go: tree:refunds

Good:

    go: tree:refund
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from trees.engine.tree import other_tree

from ..findings import Finding, Span
from ..suggest import did_you_mean, listing
from .base import make

if TYPE_CHECKING:
    from ..subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Report every mention of a tree that there is not."""
    ids = subject.trees.ids
    for span, tree in _mentions(subject):
        if tree not in ids:
            said = f"There is no tree called `{tree[:60]}`"
            yield make(__name__, span, said, _hint(tree, ids))


def _hint(tree: str, ids: Iterable[str]) -> str:
    known = sorted(ids)
    start = tree.partition("/")[0]
    if start != tree and start in known:
        return f"A way leads to the start of a tree: write `tree:{start}`."
    return did_you_mean(tree, known, f"There are {listing(known)}.")


def _mentions(subject: Subject) -> Iterator[tuple[Span, str]]:
    """Return each tree that is named, and where."""
    draft = subject.draft
    for question in draft.questions.values():
        for branch in question.branches:
            if (tree := other_tree(branch.go)) is not None:
                yield branch.target.node.span, tree
    for scenario in draft.scenarios:
        ends = scenario.ends.value
        if (tree := other_tree(ends.rpartition("/")[0] if "/" in ends else ends)) is not None:
            yield scenario.ends.node.span, tree
    for span, address in subject.links:
        if (tree := other_tree(address)) is not None:
            yield span, tree
