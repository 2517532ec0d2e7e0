"""Which trees belong together: those that ways lead between, in either direction.

Boundary: ids in, groups of ids out. The page of a tree carries the addresses of its group, so
that the element can follow a reader wherever the way goes on.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from trees.engine.tree import Tree, other_tree


def groups(trees: Mapping[str, Tree]) -> dict[str, tuple[str, ...]]:
    """Return for each tree the sorted ids of all trees connected to it, itself among them."""
    parent = {name: name for name in trees}
    for tree in trees.values():
        for other in continued_in(tree):
            if other in parent:
                parent[_root(parent, other)] = _root(parent, tree.id)
    members: dict[str, list[str]] = {}
    for name in sorted(trees):
        members.setdefault(_root(parent, name), []).append(name)
    shared = {root: tuple(names) for root, names in members.items()}
    return {name: shared[_root(parent, name)] for name in trees}


def widest_first(trees: Mapping[str, Tree]) -> list[str]:
    """Return the ids of all trees, those first that lead to the most others."""
    leads = {name: {*continued_in(tree)} & trees.keys() for name, tree in trees.items()}
    return sorted(trees, key=lambda name: (-len(_reached(leads, name)), name))


def _reached(leads: Mapping[str, set[str]], name: str) -> set[str]:
    reached, ahead = {name}, [name]
    while ahead:
        fresh = leads[ahead.pop()] - reached
        reached |= fresh
        ahead.extend(fresh)
    return reached


def continued_in(tree: Tree) -> Iterable[str]:
    """Yield the ids of the trees that a tree goes on in."""
    for question in tree.questions.values():
        for branch in question.branches:
            other = other_tree(branch.go)
            if other is not None:
                yield other


def _root(parent: dict[str, str], name: str) -> str:
    while parent[name] != name:
        parent[name] = parent[parent[name]]
        name = parent[name]
    return name
