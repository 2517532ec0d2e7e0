"""The trees that can be followed: sound ones, and those whose errors leave all ways known.

Boundary: drafts in, engine trees out. What an error leaves unknown is left out, and a misspelled
target leads where it was surely meant to.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from trees.engine.tree import Branch, Tree, Value

from ..drafts import Draft
from ..facts import values_in
from ..finish import tree as tree_of
from ..graph import Trees


def followed(trees: Trees, certain: Collection[str], sound: Collection[str]) -> dict[str, Tree]:
    """Return the trees to follow; of those that are ``certain``, all ways are known."""
    return {
        name: tree_of(draft) if name in sound else _mended(trees, draft)
        for name, draft in trees.drafts.items()
        if name in sound or (name in certain and _settled(draft))
    }


def _settled(draft: Draft) -> bool:
    """Whether it is known which answers every question takes."""
    return all(question.settled for question in draft.questions.values())


def _mended(trees: Trees, draft: Draft) -> Tree:
    tree = tree_of(draft)
    values = dict(_workable(tree.values))
    known = {*tree.questions, *values, "today"}

    def uses(names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(name for name in names if name in known)

    return replace(
        tree,
        questions={
            name: replace(
                question, branches=_branches(trees, draft, name), uses=uses(question.uses)
            )
            for name, question in tree.questions.items()
        },
        outcomes={name: replace(end, uses=uses(end.uses)) for name, end in tree.outcomes.items()},
        values=values,
    )


def _branches(trees: Trees, draft: Draft, name: str) -> tuple[Branch, ...]:
    branches = []
    for branch in draft.questions[name].branches:
        tree, node = trees.target(draft, branch) or ("", "")
        go = node if tree == draft.id else branch.go
        branches.append(Branch(go, branch.when))
    return tuple(branches)


def _workable(values: Mapping[str, Value]) -> Iterator[tuple[str, Value]]:
    """Return the values that use only values that are there, and not themselves."""
    done: set[str] = set()
    found = True
    while found:
        found = False
        for name, value in values.items():
            if name not in done and done.issuperset(values_in(value.expression)):
                done.add(name)
                found = True
                yield name, value
