"""A session: a pure replay of answers.

Boundary: (library, state, today) in, a step out; nothing is remembered between calls. Back,
change, a shared link and a reload are all replays. Answers are kept by question id across trees,
so a question that was answered in one tree is not asked again in the next.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from .expressions import Datum, Scope, evaluate, holds
from .parts import Part, date_part, number_part, words_part
from .questions import Problem, Raw, kind_of
from .tree import Library, Outcome, Question, Tree, other_tree


class MissingTreeError(LookupError):
    """The way goes on in a tree that the library does not hold (yet); ``tree`` is its id."""

    def __init__(self, tree: str) -> None:
        super().__init__(tree)
        self.tree = tree


class BrokenTreeError(RuntimeError):
    """The tree does something that a proven tree cannot do; ``code`` says what."""

    code = "broken-tree"


class EndlessWayError(BrokenTreeError):
    """The way comes back to a question that it has passed."""

    code = "endless-way"


class DeadEndError(BrokenTreeError):
    """No branch of a question holds."""

    code = "dead-end"


@dataclass(frozen=True, slots=True)
class State:
    """Where a reader is: the tree they began in, their answers, the question asked again.

    ``answers`` are canonical. ``at`` names a question that is being asked although it has an
    answer (after Back or Change); it is empty otherwise.
    """

    tree: str
    answers: Mapping[str, str] = field(default_factory=dict)
    at: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One answer of the trail: which question of which tree, and the answer."""

    tree: str
    question: Question
    answer: str


@dataclass(frozen=True, slots=True)
class Step:
    """Where a replay leads: the trail so far, and the node that is now in view."""

    state: State
    trail: tuple[Entry, ...]
    tree: Tree
    node: Question | Outcome
    values: Mapping[str, Part]
    given: str | None = None
    problem: Problem | None = None


def replay(library: Library, state: State, today: date) -> Step:
    """Follow the answers as far as they lead.

    Answers that no longer fit (an option that is gone, a date now out of bounds) stop the
    replay at their question, which is then asked. Answers that the way does not use are dropped.
    """
    here, trail, passed = _Place(library, state.tree), list[Entry](), set[tuple[str, str]]()
    typed: dict[str, Datum] = {}
    while isinstance(node := here.node, Question):
        if (here.tree.id, node.id) in passed:
            raise EndlessWayError(node.id)
        passed.add((here.tree.id, node.id))
        answer = _fitting(node, state.answers, today)
        if answer is None or node.id == state.at:
            break
        if node.id not in typed:
            trail.append(Entry(here.tree.id, node, answer))
            typed[node.id] = kind_of(node).typed(node, answer)
        here = here.follow(node, Scope(typed, here.tree.values, today))
    return _step(here, state, trail, Scope(typed, here.tree.values, today))


def answer(library: Library, state: State, raw: Raw, today: date) -> Step:
    """Answer the question that the state stands at; a bad answer leaves it there, with why."""
    step = replay(library, state, today)
    if isinstance(step.node, Outcome):
        return step
    taken = kind_of(step.node).accept(step.node, raw, today)
    if isinstance(taken, Problem):
        return replace(step, problem=taken)
    answers = {**step.state.answers, step.node.id: taken}
    return replay(library, State(state.tree, answers), today)


def back(library: Library, state: State, today: date) -> Step:
    """Ask the last question of the trail again, its answer filled in, later ones forgotten."""
    trail = replay(library, state, today).trail
    if not trail:
        return replay(library, State(state.tree), today)
    kept = {entry.question.id: entry.answer for entry in trail}
    return replay(library, State(state.tree, kept, at=trail[-1].question.id), today)


def change(library: Library, state: State, question: str, today: date) -> Step:
    """Ask one question of the trail again; later answers are kept where they still fit."""
    return replay(library, replace(state, at=question), today)


class _Place:
    """A node of a tree, and the way on from it."""

    def __init__(self, library: Library, tree: str, node: str = "") -> None:
        if tree not in library:
            raise MissingTreeError(tree)
        self.library = library
        self.tree = library[tree]
        node = node or self.tree.start
        self.node = self.tree.questions.get(node) or self.tree.outcomes[node]

    def follow(self, question: Question, scope: Scope) -> _Place:
        go = next((branch.go for branch in question.branches if holds(branch.when, scope)), None)
        if go is None:
            raise DeadEndError(question.id)
        elsewhere = other_tree(go)
        return (
            _Place(self.library, elsewhere) if elsewhere else _Place(self.library, self.tree.id, go)
        )


def _fitting(question: Question, answers: Mapping[str, str], today: date) -> str | None:
    """Return a stored answer in canonical form, or None where it cannot be taken any more."""
    stored = answers.get(question.id)
    taken = kind_of(question).accept(question, stored, today) if stored is not None else None
    return taken if isinstance(taken, str) else None


def _step(here: _Place, state: State, trail: list[Entry], scope: Scope) -> Step:
    asked = here.node if isinstance(here.node, Question) else None
    used = {entry.question.id: entry.answer for entry in trail}
    if state.at == here.node.id:
        used = {**used, **state.answers}
    return Step(
        state=State(state.tree, used, state.at if state.at == here.node.id else ""),
        trail=tuple(trail),
        tree=here.tree,
        node=here.node,
        values=_values(here, trail, scope),
        given=_fitting(asked, state.answers, scope.today) if asked else None,
    )


def _values(here: _Place, trail: list[Entry], scope: Scope) -> dict[str, Part]:
    answered = {entry.question.id: entry for entry in trail}
    parts: dict[str, Part] = {}
    for name in here.node.uses:
        if name in answered:
            entry = answered[name]
            parts[name] = kind_of(entry.question).filled_in(entry.question, entry.answer)
        elif name == "today":
            parts[name] = date_part(scope.today)
        elif name in here.tree.values:
            part = _part(evaluate(here.tree.values[name].expression, scope), here.tree, name)
            parts |= {name: part} if part else {}
    return parts


def _part(datum: Datum, tree: Tree, name: str) -> Part | None:
    if isinstance(datum, date):
        return date_part(datum)
    if datum is None or isinstance(datum, bool | frozenset):
        return None
    return (
        words_part(datum) if isinstance(datum, str) else number_part(datum, tree.values[name].unit)
    )
