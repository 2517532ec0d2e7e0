"""The way of a story, branch by branch.

Boundary: follows one set of answers as the engine's ``session`` does, and also says which branch
was taken at each question; a test holds both together.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from trees.engine.expressions import Scope, holds
from trees.engine.questions import Typed, kind_of
from trees.engine.session import State, replay
from trees.engine.tree import Library, Question, other_tree

from ..document import Document, Scenario
from ..proof.refusal import Node
from ..scenarios import ANY_DAY
from ..shows import shown


@dataclass(frozen=True, slots=True)
class Trace:
    """Where answers lead: each question passed with the branch taken, the node where they end.

    ``used`` are the questions whose answers were taken on the way.
    """

    passed: tuple[tuple[Node, int], ...]
    end: Node
    used: frozenset[str]


@dataclass(frozen=True, slots=True)
class Story:
    """A scenario of a tree, with its way."""

    tree: str
    scenario: Scenario
    trace: Trace

    def holds_in(self, library: Library) -> bool:
        """Whether the story still ends where it says, using all of its answers."""
        return followed(library, self.tree, self.scenario) == (self.trace.end, self.trace.used)

    def shown_in(self, library: Library) -> dict[str, str]:
        """Return the values that are shown where the story ends."""
        state = State(self.tree, self.scenario.answers)
        return shown(replay(library, state, self.scenario.today or ANY_DAY))


def stories(library: Library, documents: Mapping[str, Document]) -> list[Story]:
    """Return all scenarios that end where they say, with their ways."""
    told = [
        Story(tree, scenario, trace(library, tree, scenario))
        for tree, document in documents.items()
        for scenario in document.scenarios
    ]
    return [story for story in told if story.trace.end == story.scenario.ends]


def followed(library: Library, tree: str, scenario: Scenario) -> tuple[Node, frozenset[str]]:
    """Return the node at which a scenario ends, and the answers that it uses."""
    found = trace(library, tree, scenario)
    return found.end, found.used


def trace(library: Library, tree: str, scenario: Scenario) -> Trace:
    """Follow a scenario as far as its answers lead."""
    here = library[tree]
    node, today = here.start, scenario.today or ANY_DAY
    typed: dict[str, Typed] = {}
    passed: dict[Node, int] = {}
    while node in here.questions and (here.id, node) not in passed:
        question = here.questions[node]
        answer = _fitting(question, scenario.answers, today)
        if answer is None:
            break
        typed.setdefault(node, kind_of(question).typed(question, answer))
        taken = _taken(question, Scope(dict(typed), here.values, today))
        if taken is None:
            break
        passed[here.id, node] = taken
        go = question.branches[taken].go
        elsewhere = other_tree(go)
        if elsewhere is not None and elsewhere not in library:
            break
        here = library[elsewhere] if elsewhere else here
        node = here.start if elsewhere else go
    return Trace(tuple(passed.items()), (here.id, node), frozenset(typed))


def _fitting(question: Question, answers: Mapping[str, str], today: date) -> str | None:
    said = answers.get(question.id)
    taken = kind_of(question).accept(question, said, today) if said is not None else None
    return taken if isinstance(taken, str) else None


def _taken(question: Question, scope: Scope) -> int | None:
    tried = enumerate(question.branches)
    return next((at for at, branch in tried if holds(branch.when, scope)), None)
