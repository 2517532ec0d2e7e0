"""A way leads to something that this tree does not have.

The target is misspelled, or the question or outcome was renamed or deleted. Another tree is
reached with `tree:` before its name.

Bad:

    go: overdu

Good:

    go: overdue
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from trees.engine.tree import other_tree

from ..findings import Finding, Span
from ..suggest import did_you_mean, listing
from .base import make

if TYPE_CHECKING:
    from ..drafts import Draft
    from ..graph import Trees


def start(span: Span, name: str, questions: Iterable[str]) -> Finding:
    """Say that a tree starts at something that is no question."""
    hint = did_you_mean(name, questions, "A tree starts at one of its questions.")
    return make(__name__, span, f"There is no question called `{name[:60]}`", hint)


def check(draft: Draft, trees: Trees) -> Iterator[Finding]:
    """Report targets that are neither a question nor an outcome."""
    for question in draft.questions.values():
        for branch in question.branches:
            if other_tree(branch.go) is None and branch.go not in draft.nodes:
                yield found(branch.target.node.span, branch.go, draft, trees)


def found(span: Span, name: str, draft: Draft, trees: Trees) -> Finding:
    """Say which target is unknown."""
    otherwise = f"Make a question or an outcome of that name. There are {listing(draft.nodes)}."
    if name in trees.ids:
        otherwise = f"There is a tree of that name: write `tree:{name}`."
    return make(
        __name__, span, f"There is no question or outcome called `{name[:60]}`",
        did_you_mean(name, draft.nodes, otherwise),
    )
