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
    from ..subject import Subject


def start(span: Span, name: str, questions: Iterable[str]) -> Finding:
    """Say that a tree starts at something that is no question."""
    hint = did_you_mean(name, questions, "A tree starts at one of its questions.")
    return make(__name__, span, f"There is no question called `{name[:60]}`", hint)


def check(subject: Subject) -> Iterator[Finding]:
    """Report targets that are neither a question nor an outcome, and ends that are no outcome."""
    draft = subject.draft
    outcomes = draft.written("outcomes")
    known = {*draft.nodes, *draft.written("questions"), *outcomes}
    for question in draft.questions.values():
        for branch in question.branches if outcomes else ():
            if branch.go not in known and other_tree(branch.go) is None:
                yield _target(branch.target.node.span, branch.go, subject)
    for scenario in draft.scenarios:
        tree, _, name = (other_tree(scenario.ends.value) or "").rpartition("/")
        owner = subject.trees.drafts.get(tree) if tree else draft
        end = name if tree else scenario.ends.value
        if owner is None or (owner is not draft and not owner.whole):
            continue
        if (tree or not other_tree(end)) and end not in owner.written("outcomes"):
            yield _end(scenario.ends.node.span, end, owner)


def _target(span: Span, name: str, subject: Subject) -> Finding:
    draft = subject.draft
    otherwise = f"There are {listing(draft.nodes)}."
    if name in subject.trees.ids:
        otherwise = f"There is a tree of that name: write `tree:{name}`."
    return make(
        __name__,
        span,
        f"There is no question or outcome called `{name[:60]}`",
        did_you_mean(name, draft.nodes, otherwise),
    )


def _end(span: Span, name: str, owner: Draft) -> Finding:
    titles = {outcome.title.casefold(): key for key, outcome in owner.outcomes.items()}
    if name.casefold() in titles:
        hint = f"That is its title. Write its name: `{titles[name.casefold()]}`."
    elif name in owner.questions:
        hint = "It is a question. A story ends at an outcome: answer the question as well."
    else:
        hint = did_you_mean(name, owner.outcomes, f"There are {listing(owner.outcomes)}.")
    return make(__name__, span, f"There is no outcome called `{name[:60]}`", hint)
