"""Other names for the nodes of a tree, so that two versions call the same thing the same.

Boundary: trees in, trees out; everything that names a node follows. Nothing else changes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from trees.engine.tree import Branch, Expression, Library, Question, Tree

from ..explore import connected
from ..facts import questions_in

#: What is added to the name of a question whose answers are of another kind than before.
BEFORE = " (before)"
#: What is added to the name of a question that conditions look at and no way asks.
UNASKED = " (never asked)"


def renamed(tree: Tree, nodes: Mapping[str, str], questions: Mapping[str, str]) -> Tree:
    """Return where a tree leads, under other names.

    ``nodes`` holds the new names of this tree's nodes, ``questions`` those that conditions use,
    whichever tree asks them.
    """
    if not nodes and not questions:
        return tree
    asked = (_question(one, nodes, questions) for one in tree.questions.values())
    ends = {nodes.get(name, name): outcome for name, outcome in tree.outcomes.items()}
    return replace(
        tree,
        start=nodes.get(tree.start, tree.start),
        questions={question.id: question for question in asked},
        outcomes={name: replace(outcome, id=name, uses=()) for name, outcome in ends.items()},
        values={},
    )


def apart(old: Library, new: Library, tree: str) -> tuple[Library, Library]:
    """Return the trees of both versions, with other names for what only seems to be the same.

    Answers of two kinds have nothing in common, so a question of another kind than before is
    another question. What conditions of a version look at, and no way of it asks, is never
    answered there, whatever the other version asks under this name.
    """
    kinds = {question.id: question.kind for question in _asked(new, tree)}
    changed = {
        question.id: question.id + BEFORE
        for question in _asked(old, tree)
        if kinds.get(question.id, question.kind) != question.kind
    }
    return _parted(old, tree, changed), _parted(new, tree, {})


def _parted(library: Library, tree: str, changed: Mapping[str, str]) -> Library:
    asked = {question.id for question in _asked(library, tree)}
    unasked = {
        name: name + UNASKED
        for question in _asked(library, tree)
        for branch in question.branches
        for name in (questions_in(branch.when) if branch.when else ())
        if name not in asked
    }
    trees = [library[name] for name in connected(library, tree)]
    own = {one.id: {a: b for a, b in changed.items() if a in one.questions} for one in trees}
    return {one.id: renamed(one, own[one.id], {**unasked, **changed}) for one in trees}


def _asked(library: Library, tree: str) -> Iterator[Question]:
    for name in connected(library, tree):
        yield from library[name].questions.values()


def _question(
    question: Question, nodes: Mapping[str, str], questions: Mapping[str, str]
) -> Question:
    branches = tuple(
        Branch(nodes.get(branch.go, branch.go), _condition(branch.when, questions))
        for branch in question.branches
    )
    return replace(question, id=nodes.get(question.id, question.id), branches=branches, uses=())


def _condition(condition: Expression | None, names: Mapping[str, str]) -> Expression | None:
    if condition is None:
        return None
    head, *rest = condition
    if head in ("answer", "answered"):
        return [head, names.get(rest[0], rest[0])]
    return [head, *(_condition(one, names) if isinstance(one, list) else one for one in rest)]
