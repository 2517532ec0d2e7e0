"""Walking trees by machine: complete ways, shortest first.

Boundary: sound trees in, states that end at an outcome out. Answers are those that each kind
holds to be telling, around the constants that conditions compare it with; so this samples, and
proves nothing.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from trees.engine.questions import Typed, kind_of
from trees.engine.session import EndlessWayError, MissingTreeError, State, Step, replay
from trees.engine.tree import Library, Question, Tree, other_tree

from .facts import edges

#: How many unfinished ways are kept at most; beyond it, the longest are not begun.
MOST_OPEN = 100_000


def ways(library: Library, tree: str, today: date, limit: int) -> Iterator[State]:
    """Yield up to ``limit`` different complete ways that begin in a tree, shortest first.

    The same trees, day and limit give the same ways in the same order. Ways into a tree that the
    library does not hold are left out.
    """
    telling = _Telling(library, tree, today)
    waiting = deque([State(tree)])
    found = 0
    while waiting and found < limit:
        state = waiting.popleft()
        step = _replayed(library, state, today)
        if step is None:
            continue
        if not isinstance(step.node, Question):
            found += 1
            yield step.state
            continue
        for answer in telling.answers(step.node):
            if len(waiting) < MOST_OPEN:
                waiting.append(State(tree, {**step.state.answers, step.node.id: answer}))


def edges_of(tree: Tree, question: str) -> list[Typed]:
    """Return the constants that the conditions of a tree compare an answer with, once each."""
    conditions = [
        branch.when for node in tree.questions.values() for branch in node.branches if branch.when
    ]
    conditions += [value.expression for value in tree.values.values()]
    found = [edge for condition in conditions for edge in edges(condition, question)]
    return list(dict.fromkeys(found))


def connected(library: Library, tree: str) -> list[str]:
    """Return a tree and all trees that it can go on in, nearest first."""
    order, waiting = [tree], [tree]
    while waiting:
        here = library.get(waiting.pop(0))
        for node in here.questions.values() if here else ():
            for branch in node.branches:
                elsewhere = other_tree(branch.go) or tree
                if elsewhere in library and elsewhere not in order:
                    order.append(elsewhere)
                    waiting.append(elsewhere)
    return order


class _Telling:
    """The telling answers of each question, worked out once."""

    def __init__(self, library: Library, tree: str, today: date) -> None:
        self.trees = [library[name] for name in connected(library, tree)]
        self.today = today
        self.known: dict[tuple[str, str], list[str]] = {}

    def answers(self, question: Question) -> list[str]:
        key = (question.id, repr(question.settings))
        if key not in self.known:
            found = [edge for tree in self.trees for edge in edges_of(tree, question.id)]
            samples = kind_of(question).samples(question, found, self.today)
            self.known[key] = samples or self._any(question)
        return self.known[key]

    def _any(self, question: Question) -> list[str]:
        """Find one answer for a question whose bounds leave none of the usual samples."""
        numbers = [str(Decimal(10) ** power) for power in range(7)]
        days = [(self.today + timedelta(days=shift)).isoformat() for shift in (-1, 0, 1)]
        taken = [kind_of(question).accept(question, raw, self.today) for raw in (*numbers, *days)]
        return [answer for answer in taken if isinstance(answer, str)][:1]


def _replayed(library: Library, state: State, today: date) -> Step | None:
    try:
        return replay(library, state, today)
    except (MissingTreeError, EndlessWayError):
        return None
