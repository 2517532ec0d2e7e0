"""What no story passes: the options that none picks, and the branches that none takes.

Boundary: looks and words nothing; the rules say what it means. Outcomes without a story are
found by every check already.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from trees.engine.questions import kind_of, options_of
from trees.engine.tree import Question

from ..document import Project
from ..findings import Finding
from ..proof.refusal import Node
from ..rules import untold_branch, untold_option
from .places import branch_span, option_span
from .trace import Story, stories


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much the stories of a tree, and those that come into it, pass."""

    tree: str
    outcomes: tuple[int, int]
    options: tuple[int, int]
    branches: tuple[int, int]
    findings: tuple[Finding, ...]


def coverage(project: Project) -> list[Coverage]:
    """Return what the stories of all trees pass, tree by tree."""
    library = {name: document.tree for name, document in project.documents.items()}
    passed = _Passed(stories(library, project.documents))
    return [_of_tree(project, tree, passed) for tree in project.documents]


class _Passed:
    """All that any story passes."""

    def __init__(self, told: list[Story]) -> None:
        self.ends = {story.trace.end for story in told}
        self.branches = {step for story in told for step in story.trace.passed}
        self.picked = {
            (node, option)
            for story in told
            for node, _ in story.trace.passed
            for option in story.scenario.answers[node[1]].split(",")
        }


def _of_tree(project: Project, tree: str, passed: _Passed) -> Coverage:
    documents = project.documents
    here = documents[tree].tree
    options = [
        ((tree, name), option)
        for name, question in here.questions.items()
        for option in _options(question)
    ]
    branches: list[tuple[Node, int]] = [
        ((tree, name), at)
        for name, question in here.questions.items()
        for at in range(len(question.branches))
    ]
    missed = [one for one in options if one not in passed.picked]
    untaken = [one for one in branches if one not in passed.branches]
    ends = [name for name in here.outcomes if (tree, name) in passed.ends]
    # A branch of an option's own is missed where the option is: one finding is enough.
    own = {(node, _option_at(here.questions[node[1]], at)) for node, at in untaken} & set(missed)
    found = [
        untold_option.found(option_span(documents, node, option), node[1], option)
        for node, option in missed
    ]
    found += [
        untold_branch.found(branch_span(documents, node, at), node[1])
        for node, at in untaken
        if (node, _option_at(here.questions[node[1]], at)) not in own
    ]
    return Coverage(
        tree,
        (len(ends), len(here.outcomes)),
        (len(options) - len(missed), len(options)),
        (len(branches) - len(untaken), len(branches)),
        tuple(sorted(found)),
    )


def _options(question: Question) -> Iterator[str]:
    if kind_of(question).type in ("option", "options"):
        yield from options_of(question)


def _option_at(question: Question, at: int) -> str:
    """Return the one option that a branch belongs to, if it does."""
    when = question.branches[at].when
    if when and when[0] == "==" and when[1] == ["answer", question.id] and when[2][0] == "text":
        return str(when[2][1])
    return ""
