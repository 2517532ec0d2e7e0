"""The proof of all trees of a project: certificates, or the findings that stand against them.

Boundary: the door for the check. Every tree whose ways are all known is followed, so that one
mistake hides no other; but only a tree without any error, which goes on in such trees alone, has a
certificate.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from trees.engine.tree import Library

from ..findings import Finding
from ..graph import Trees
from ..rules.base import make
from .certificate import Certificate, certificate
from .days import Period
from .judge import Judge
from .proving import prove
from .reach import Reach
from .refusal import Refusal


@dataclass(frozen=True, slots=True)
class Proof:
    """What was found, and what was reached from the start of each tree that could be followed."""

    period: Period
    reaches: Mapping[str, Reach]
    findings: tuple[Finding, ...]

    def certificates(self, sound: Collection[str]) -> Certificates:
        """Return the certificates of the trees that are proven, given those without any error."""
        proven = [
            name
            for name, reach in self.reaches.items()
            if not reach.plan.open and all(tree.id in sound for tree in reach.plan.trees)
        ]
        return Certificates(self, proven)


class Certificates(Mapping[str, Certificate]):
    """Certificates by tree, each made when it is first asked for."""

    def __init__(self, proof: Proof, proven: Collection[str]) -> None:
        """Hold what was reached."""
        self._proof = proof
        self._proven = dict.fromkeys(proven)
        self._made: dict[str, Certificate] = {}

    def __getitem__(self, tree: str) -> Certificate:
        if tree not in self._proven:
            raise KeyError(tree)
        if tree not in self._made:
            self._made[tree] = certificate(self._proof.reaches[tree], self._proof.period)
        return self._made[tree]

    def __iter__(self) -> Iterator[str]:
        return iter(self._proven)

    def __len__(self) -> int:
        return len(self._proven)


def prove_trees(
    trees: Trees, library: Library, sound: Collection[str], period: Period | None = None
) -> Proof:
    """Follow all ways of the trees of a library; ``sound`` are those without errors so far.

    Nothing raises: what cannot be decided is a finding.
    """
    proving = _Proving(trees, library, sound, period or Period())
    found = tuple(proving.findings())
    return Proof(proving.period, proving.reaches, found)


@dataclass
class _Proving:
    """One run; each tree is followed once, however many others lead to it."""

    trees: Trees
    library: Library
    sound: Collection[str]
    period: Period
    reaches: dict[str, Reach] = field(default_factory=dict)
    refusals: dict[str, Refusal] = field(default_factory=dict)

    def findings(self) -> Iterator[Finding]:
        for tree in self.library:
            try:
                self.reaches[tree] = prove(self.library, tree, self.period)
            except Refusal as refusal:
                self.refusals[tree] = refusal
        yield from self._refused()
        judge = Judge(self.trees.drafts, self.sound, list(self.reaches.values()))
        yield from judge.ways()
        for tree in self.library:
            entries = {tree, *self.trees.before(tree)}
            # Where readers come from a tree that was not followed, what they use is not known.
            if entries <= self.reaches.keys() and self.trees.readable:
                # In the order of the library: what is found says the same in every run.
                reaches = [reach for name, reach in self.reaches.items() if name in entries]
                yield from judge.branches(tree, reaches)

    def _refused(self) -> Iterator[Finding]:
        for tree, refusal in self.refusals.items():
            home, name = refusal.node
            # A circle is found before; in a tree with errors much may be undecided.
            if {tree, home} <= set(self.sound) and refusal.code != "endless-loop":
                draft = self.trees.drafts[home]
                node = draft.questions.get(name) or draft.outcomes[name]
                rule = f"rules.{refusal.code.replace('-', '_')}"
                yield make(rule, node.key.span, refusal.message, refusal.hint)
