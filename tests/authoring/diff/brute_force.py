"""All answers on all days, walked through both versions by the engine. Knows nothing of the diff.

A reader answers what either version asks, as long as one of them takes the answer (or none of those
that ask takes any). What both versions cannot tell apart is one way.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta

from tests.authoring.proof.brute_force import answers, atoms_of, connected, speaks_of

from trees.engine.expressions import Scope, holds
from trees.engine.questions import kind_of
from trees.engine.session import DeadEndError, State, replay
from trees.engine.tree import Outcome

#: Stands for the answer to a question that takes none on this day.
NO_ANSWER = "-"


@dataclass
class Version:
    library: dict
    kinds_differ: frozenset = frozenset()

    def name(self, question):
        """Questions of another kind than in the other version are questions of their own."""
        return f"{question.id} (before)" if question.id in self.kinds_differ else question.id

    def variants(self):
        for tree in self.library.values():
            for question in tree.questions.values():
                yield self.name(question), question

    def atoms(self):
        """The comparisons with answers that this version asks for; others are never answered."""
        asked = {name for tree in self.library.values() for name in tree.questions}
        for tree in self.library.values():
            for question in tree.questions.values():
                for branch in question.branches:
                    for atom in atoms_of(branch.when) if branch.when else ():
                        name = speaks_of(atom)
                        if name in asked:
                            suffix = " (before)" if name in self.kinds_differ else ""
                            yield name + suffix, atom

    def stand(self, given, today):
        """Where the answers lead: how, the node, and what was asked on the way by name."""
        known = {
            name.removesuffix(" (before)"): answer
            for name, answer in given.items()
            if answer != NO_ANSWER
            and (name.removesuffix(" (before)") in self.kinds_differ) == name.endswith(" (before)")
        }
        asked = {}
        try:
            step = replay(self.library, State("one", known), today)
        except DeadEndError as error:
            passed, tree = _passed(self.library, known, today)
            return "nowhere", (tree, str(error)), {self.name(one): True for one in passed}
        asked = {self.name(entry.question): True for entry in step.trail}
        here = (step.tree.id, step.node.id)
        if isinstance(step.node, Outcome):
            return "ends", here, asked
        name = self.name(step.node)
        empty = not answers(step.node, today)
        how = "asks" if name not in given else "waits" if given[name] == NO_ANSWER else "again"
        return how, here, {**asked, name: False, **({name: None} if empty else {})}


def _passed(library, known, today):
    """The questions answered before a dead end."""
    tree, name, passed = library["one"], library["one"].start, []
    while name in tree.questions:
        question = tree.questions[name]
        passed.append(question)
        typed = {one.id: kind_of(one).typed(one, known[one.id]) for one in passed}
        scope = Scope(typed, tree.values, today)
        go = next((b.go for b in question.branches if holds(b.when, scope)), None)
        if go is None:
            break
        tree = library[go[5:]] if go.startswith("tree:") else tree
        name = tree.start if go.startswith("tree:") else go
    return passed, tree.id


@dataclass
class Pair:
    old: Version
    new: Version
    ways: dict = field(default_factory=dict)
    inputs: int = 0

    def __post_init__(self):
        self.variants, self.atoms = {}, {}
        for version in (self.old, self.new):
            for name, question in version.variants():
                some = self.variants.setdefault(name, [])
                bare = replace(question, branches=(), uses=())
                some.append(bare) if bare not in some else None
            for name, atom in version.atoms():
                self.atoms.setdefault(name, []).append(atom)

    def walk(self, given, today):
        self.inputs += 1
        stands = [version.stand(given, today) for version in (self.old, self.new)]
        asks = [
            version.name(version.library[here[0]].questions[here[1]])
            for version, (how, here, _) in zip((self.old, self.new), stands, strict=True)
            if how == "asks"
        ]
        if asks:
            for answer in self.domain(asks[0], today):
                self.walk({**given, asks[0]: answer}, today)
            return
        if all(self.taken(name, answer, stands) for name, answer in given.items()):
            way = frozenset((n, self.cell(n, a, today)) for n, a in given.items())
            ends = tuple((here, how) for how, here, _ in stands)
            assert self.ways.setdefault(way, ends) == ends

    def taken(self, name, answer, stands):
        """Whether somebody who asks takes the answer; none may be given only where none can be."""
        told = [asked[name] for _, _, asked in stands if name in asked]
        if answer == NO_ANSWER:
            return all(one is None for one in told)
        return any(one is True for one in told)

    def domain(self, name, today):
        # Words left out go the ways of any words; that they can be no more is told apart from ways.
        found = [
            [answer for answer in answers(question, today) if answer]
            for question in self.variants[name]
        ]
        every = list(dict.fromkeys(answer for some in found for answer in some))
        return [*every, *([NO_ANSWER] if not all(found) else [])]

    def cell(self, name, answer, today):
        if answer == NO_ANSWER:
            return None
        fits = tuple(
            kind_of(one).accept(one, answer, today) == answer for one in self.variants[name]
        )
        question = self.variants[name][fits.index(True)]
        scope = Scope({question.id: kind_of(question).typed(question, answer)}, {}, today)
        told = tuple(holds(atom, scope) for atom in self.atoms.get(name, ()))
        return told, fits, answer if question.kind == "choice" else ""


def compare(old, new, period):
    """Return the ways of both versions: what is told apart of the answers, and both ends."""
    old, new = connected(old, "one"), connected(new, "one")
    kinds = {name: q.kind for tree in new.values() for name, q in tree.questions.items()}
    differ = frozenset(
        name
        for tree in old.values()
        for name, question in tree.questions.items()
        if kinds.get(name, question.kind) != question.kind
    )
    pair = Pair(Version(old, differ), Version(new))
    today = period.first
    while today <= period.last:
        pair.walk({}, today)
        today += timedelta(days=1)
    return pair
