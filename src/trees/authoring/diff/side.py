"""One version of a tree, as the walk through both versions sees it.

Boundary: a plan and the common cells in, facts about its nodes out, each worked out once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from trees.engine.tree import Outcome

from ..proof.formulas import atoms_in, true_in
from ..proof.plan import Plan
from ..proof.refusal import Node
from .common import Common


class Side:
    """A version of a tree."""

    def __init__(self, plan: Plan, common: Common) -> None:
        self.plan = plan
        self.common = common
        self.rank = {node: at for at, node in enumerate(plan.order)}
        self._seen: dict[Node, frozenset[int]] = {}
        self._before: dict[str, set[Node]] = {}
        self._fitting: dict[tuple[str, str], int] = {}

    def ends(self, node: Node) -> bool:
        """Whether a node is an outcome."""
        return isinstance(self.plan.places[node].node, Outcome)

    def variant(self, node: Node) -> str:
        """Return which answers the question at a node takes."""
        return self.plan.variant_of[node]

    def passes(self, node: Node, held: frozenset[int]) -> bool:
        """Whether a question was answered before, in another tree of this version."""
        if node[1] not in self.plan.shared:
            return False
        return true_in(self.plan.atoms.answered(node[1]), held)

    def taken(self, node: Node, held: frozenset[int]) -> Node | None:
        """Return where the first branch that holds leads; None where none holds."""
        branches = self.plan.places[node].branches
        return next((go for formula, go in branches if true_in(formula, held)), None)

    def matters(self, node: Node) -> frozenset[int]:
        """The atoms that any node from here on looks at."""
        return self.plan.places[node].matters

    def seen(self, node: Node) -> frozenset[int]:
        """The atoms of an answer given here that this node or any later one looks at."""
        if node not in self._seen:
            place = self.plan.places[node]
            here = {atom for formula, _ in place.branches for atom in atoms_in(formula)}
            self._seen[node] = frozenset(here.union(*(self.matters(go) for go in self._on(node))))
        return self._seen[node]

    def may_ask(self, node: Node, name: str) -> bool:
        """Whether a way from a node comes to a question of this name."""
        if name not in self._before:
            self._before[name] = self._that_lead_to(name)
        return node in self._before[name]

    def takes_more(self, name: str, variant: str) -> bool:
        """Whether this version takes answers to a question that a variant of it does not."""
        mine = frozenset(self._variants.get(name, ()))
        return any(variant not in cell.fits and mine & cell.fits for cell in self.common.of[name])

    def answerless(self, node: Node) -> int:
        """The days on which the question at a node takes no answer at all, as bits."""
        key = node[1], self.variant(node)
        if key not in self._fitting:
            self._fitting[key] = self.common.all_days & ~self.common.fitting(*key)
        return self._fitting[key]

    @cached_property
    def looked(self) -> Mapping[str, frozenset[int]]:
        """For each question, the atoms about it that this version looks at anywhere."""
        places = self.plan.places.values()
        every = {
            at for place in places for formula, _ in place.branches for at in atoms_in(formula)
        }
        of = self.plan.atoms.of
        own = {name: every.intersection(of.get(name, {}).values()) for name in self._variants}
        shared = self.plan.shared
        return {
            name: frozenset(atoms | set(atoms_in(self.plan.atoms.answered(name))))
            if name in shared
            else frozenset(atoms)
            for name, atoms in own.items()
        }

    @cached_property
    def dated(self) -> set[Node]:
        """The nodes from which on a way comes to a question that differs from day to day."""
        found: set[Node] = set()
        for node in reversed(self.plan.order):
            cells = [] if self.ends(node) else self.common.of[node[1]]
            differs = any(cell.days != self.common.all_days for cell in cells)
            if differs or any(go in found for go in self._on(node)):
                found.add(node)
        return found

    @cached_property
    def _variants(self) -> Mapping[str, set[str]]:
        found: dict[str, set[str]] = {}
        for (_, name), variant in self.plan.variant_of.items():
            found.setdefault(name, set()).add(variant)
        return found

    def _on(self, node: Node) -> Iterator[Node]:
        return (go for _, go in self.plan.places[node].branches)

    def _that_lead_to(self, name: str) -> set[Node]:
        found: set[Node] = set()
        for node in reversed(self.plan.order):
            asks = node[1] == name and not self.ends(node)
            if asks or any(go in found for go in self._on(node)):
                found.add(node)
        return found


def common_order(sides: tuple[Side, Side]) -> dict[str, int]:
    """Return the place of each question in an order that suits both versions, if one does.

    The version that stands at the earlier question asks first, so that both soon stand at the
    same question again. Any order gives the same result; a good one has less to remember.
    """
    onward: dict[str, dict[str, None]] = {}
    for side in sides:
        for node in side.plan.order:
            if not side.ends(node):
                goes = (go for _, go in side.plan.places[node].branches)
                steps = onward.setdefault(node[1], {})
                steps |= {go[1]: None for go in goes if not side.ends(go)}
    done: dict[str, bool] = {}
    finished: list[str] = []
    for name in onward:
        waiting = [name]
        while waiting:
            here = waiting[-1]
            if here not in done:
                done[here] = False
                waiting += [go for go in onward[here] if go not in done]
                continue
            waiting.pop()
            if not done[here]:
                done[here] = True
                finished.append(here)
    return {name: at for at, name in enumerate(reversed(finished))}
