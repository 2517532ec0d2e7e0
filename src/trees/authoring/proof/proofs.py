"""The proof of a project's trees: certificates, or the findings that stand against them.

Boundary: the door for commands and pages. A tree has a certificate only where nothing was found.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from trees.engine.tree import Library

from ..document import Project
from ..explore import connected
from ..findings import Finding
from .certificate import Certificate, certificate
from .days import Period
from .judge import Judge
from .proving import prove
from .reach import Reach
from .refusal import Refusal


@dataclass(frozen=True, slots=True)
class Proof:
    """What was proven: certificates by tree, and what was found in the others."""

    certificates: Mapping[str, Certificate]
    findings: tuple[Finding, ...]


def prove_project(
    project: Project, trees: Collection[str] = (), period: Period | None = None
) -> Proof:
    """Prove some trees of a project, or all of its sound trees."""
    proving = _Proving(project, period or Period())
    found = {tree: proving.findings(tree) for tree in trees or project.documents}
    certificates = {
        tree: certificate(proving.reached(tree), proving.period)
        for tree, findings in found.items()
        if not findings
    }
    every = {finding for findings in found.values() for finding in findings}
    return Proof(certificates, tuple(sorted(every)))


@dataclass
class _Proving:
    """One run; each tree is followed once, however many others lead to it."""

    project: Project
    period: Period
    reaches: dict[str, Reach | Refusal] = field(default_factory=dict)

    @cached_property
    def library(self) -> Library:
        return {name: document.tree for name, document in self.project.documents.items()}

    @cached_property
    def before(self) -> Mapping[str, list[str]]:
        """For each tree, all trees from which readers can come to it, and itself."""
        found: dict[str, list[str]] = {}
        for tree in self.library:
            for other in connected(self.library, tree):
                found.setdefault(other, []).append(tree)
        return found

    def follow(self, tree: str) -> Reach | Refusal:
        if tree not in self.reaches:
            try:
                self.reaches[tree] = prove(self.library, tree, self.period)
            except Refusal as refusal:
                self.reaches[tree] = refusal
        return self.reaches[tree]

    def reached(self, tree: str) -> Reach:
        reach = self.follow(tree)
        assert isinstance(reach, Reach)
        return reach

    def findings(self, tree: str) -> list[Finding]:
        """Return all that stands against a tree, on the ways through it and on those into it."""
        judge = Judge(self.project.documents)
        entries = {entry: self.follow(entry) for entry in self.before[tree]}
        refused = [one for one in entries.values() if isinstance(one, Refusal)]
        reaches = [one for one in entries.values() if isinstance(one, Reach)]
        found = [judge.refused(refusal) for refusal in refused]
        for entry, reach in entries.items():
            if isinstance(reach, Reach):
                faults = judge.ways(reach)
                found += [fault for home, fault in faults if tree in (home, entry)]
        # Where readers come from a tree that could not be followed, what they use is not known.
        return found if refused else [*found, *judge.unused(tree, reaches)]
