"""All answers on all days, walked one by one through the engine. Knows nothing of the proof."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations

from trees.engine.expressions import Scope, holds
from trees.engine.parts import plain
from trees.engine.questions import kind_of, options_of
from trees.engine.session import DeadEndError, State, replay
from trees.engine.tree import Outcome


@dataclass
class Found:
    lengths: dict = field(default_factory=dict)
    ways: dict = field(default_factory=dict)
    nodes: set = field(default_factory=set)
    gaps: set = field(default_factory=set)
    stuck: set = field(default_factory=set)
    missing: set = field(default_factory=set)
    empty: set = field(default_factory=set)
    held: set = field(default_factory=set)
    failed: set = field(default_factory=set)
    taken: set = field(default_factory=set)
    both: set = field(default_factory=set)
    alone: set = field(default_factory=set)
    given: set = field(default_factory=set)
    picked: set = field(default_factory=set)
    inputs: int = 0


def answers(question, today):
    """Every answer that the engine takes."""
    kind, options = kind_of(question), list(options_of(question))
    if question.kind == "choice":
        raw = options
    elif question.kind == "several":
        raw = ["none"] + [
            ",".join(some) for n in range(1, len(options) + 1) for some in combinations(options, n)
        ]
    elif question.kind == "number":
        raw = [plain(Decimal(quarter) / 4) for quarter in range(-20, 40)]
    elif question.kind == "date":
        raw = [(today + timedelta(days=shift)).isoformat() for shift in range(-40, 41)]
    else:
        raw = ["some words", ""]
    return [one for one in raw if kind.accept(question, one, today) == one]


def atoms_of(condition):
    """The comparisons in a condition, or in the conditions of a value."""
    head, *rest = condition
    if head in ("and", "or", "not"):
        return [atom for part in rest for atom in atoms_of(part)]
    return [condition]


def value_atoms(expression):
    head, *rest = expression
    own = atoms_of(rest[0]) if head == "if" else []
    if head == "/":
        own.append(["==", rest[1], ["number", "0"]])
    parts = rest[1:] if head == "if" else [part for part in rest if isinstance(part, list)]
    return own + [atom for part in parts for atom in value_atoms(part)]


def speaks_of(atom):
    while isinstance(atom[1], list):
        atom = atom[1]
    return atom[1]


def connected(library, start):
    found, waiting = {}, [start]
    while waiting:
        tree = library[waiting.pop()]
        found[tree.id] = tree
        gos = [branch.go for one in tree.questions.values() for branch in one.branches]
        waiting += [go[5:] for go in gos if go.startswith("tree:") and go[5:] not in found]
    return found


def walk(library, start, period):
    """Walk every input from the start of a tree."""
    found = Found()
    library = connected(library, start)
    shown = {
        (tree.id, name)
        for tree in library.values()
        for node in (*tree.questions.values(), *tree.outcomes.values())
        for name in node.uses
    }
    atoms = {}
    for tree in library.values():
        every = [
            atom
            for question in tree.questions.values()
            for branch in question.branches
            if branch.when
            for atom in atoms_of(branch.when)
        ]
        for value in tree.values.values():
            if (tree.id, value.id) in shown:
                every += value_atoms(value.expression)
        for atom in every:
            atoms.setdefault(speaks_of(atom), []).append(atom)
    today = period.first
    while today <= period.last:
        _Walking(library, today, atoms, found).walk(State(start), ())
        today += timedelta(days=1)
    return found


@dataclass
class _Walking:
    library: dict
    today: date
    atoms: dict
    found: Found
    known: dict = field(default_factory=dict)

    def walk(self, state, way):
        self.found.inputs += 1
        try:
            step = replay(self.library, state, self.today)
        except DeadEndError:
            self.found.gaps.add(_gap(self.library, state, self.today))
            return
        here = (step.tree.id, step.node.id)
        self.found.nodes.add(here)
        self.found.missing |= {(here, name) for name in step.node.uses if name not in step.values}
        shown = step.values.items()
        self.found.empty |= {(here, name) for name, part in shown if part["value"] == ""}
        if isinstance(step.node, Outcome):
            self.found.lengths[here] = min(self.found.lengths.get(here, 99), len(step.trail))
            self.found.ways[way] = here
            return
        cells = self.cells(step.node)
        if not cells:
            self.found.stuck.add(here)
        self.found.given |= set(self.given(here, step))
        for answer, cell in cells:
            if step.node.kind == "choice":
                self.found.picked.add((here, answer))
            following = State(state.tree, {**step.state.answers, step.node.id: answer})
            _note_branches(self.library, following, self.today, self.found)
            self.walk(following, (*way, cell))

    def given(self, here, step):
        """The comparisons with earlier answers that hold when a question is asked."""
        typed = {e.question.id: kind_of(e.question).typed(e.question, e.answer) for e in step.trail}
        scope = Scope(typed, {}, self.today)
        for branch in step.node.branches:
            for atom in atoms_of(branch.when) if branch.when else ():
                if speaks_of(atom) != step.node.id and holds(atom, scope):
                    yield here, json.dumps(atom)

    def cells(self, question):
        if question.id not in self.known:
            self.known[question.id] = [
                (answer, _cell(question, answer, self.atoms, self.today))
                for answer in answers(question, self.today)
            ]
        return self.known[question.id]


def _cell(question, answer, atoms, today):
    typed = kind_of(question).typed(question, answer)
    scope = Scope({question.id: typed}, {}, today)
    told = tuple(holds(atom, scope) for atom in atoms.get(question.id, ()))
    return question.id, answer if question.kind == "choice" else told


def _passed(library, state, today):
    """Each question passed, with the scope that its branches are decided in."""
    tree, node, typed = library[state.tree], library[state.tree].start, {}
    while node in tree.questions and node in state.answers:
        question = tree.questions[node]
        typed[node] = kind_of(question).typed(question, state.answers[node])
        scope = Scope(dict(typed), tree.values, today)
        yield tree, question, scope
        go = next((b.go for b in question.branches if holds(b.when, scope)), None)
        if go is None:
            return
        if go.startswith("tree:"):
            tree = library[go[5:]]
            node = tree.start
        else:
            node = go


def _gap(library, state, today):
    *_, (tree, question, _) = _passed(library, state, today)
    return tree.id, question.id


def _note_branches(library, state, today, found):
    for tree, question, scope in _passed(library, state, today):
        here, taken = (tree.id, question.id), None
        for at, branch in enumerate(question.branches):
            held = holds(branch.when, scope)
            (found.held if held else found.failed).add((here, at))
            if taken is not None:
                (found.both if held else found.alone).add((here, taken, at))
            elif held:
                found.taken.add((here, at))
                taken = at


def totals(found):
    lengths = Counter(len(way) for way in found.ways)
    return len(found.ways), sum(length * count for length, count in lengths.items())
