"""What must be followed: the nodes of all connected trees, and what still matters at each.

Boundary: static. Everything that conditions and texts look at is a formula here, and each node
knows which atoms any node from there on looks at; the rest can be forgotten.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from trees.engine.tree import Library, Outcome, Question, Tree, other_tree

from ..explore import connected
from .days import Period
from .formulas import Atoms, Formula, UnknownConditionError, atoms_in
from .missing import Missing
from .ranges import Ranges, UndecidedError
from .refusal import Node, Refusal
from .variants import unlike, variants_of

NOTHING: frozenset[int] = frozenset()


@dataclass(slots=True)
class Place:
    """A node, the branches that leave it, and where its texts lack something or show nothing.

    Atoms: its branches have ``looked_at`` some, some of these of earlier answers (``back``); those
    that ``matter`` are looked at here or later.
    """

    node: Question | Outcome
    branches: list[tuple[Formula, Node]] = field(default_factory=list)
    missing: dict[str, Formula] = field(default_factory=dict)
    empty: dict[str, Formula] = field(default_factory=dict)
    looked_at: frozenset[int] = NOTHING
    back: frozenset[int] = NOTHING
    matters: frozenset[int] = NOTHING


@dataclass(slots=True)
class Plan:
    """All places of the ways that begin in a tree; ``order`` has each after all that lead to it."""

    tree: str
    trees: list[Tree]
    places: dict[Node, Place]
    order: list[Node]
    atoms: Atoms
    #: Questions that take the same answers are one variant, whichever tree asks them.
    variants: dict[str, Question]
    variant_of: dict[Node, str]
    shared: frozenset[str]
    #: Where ways go on in trees that cannot be followed: each stands for all that comes then.
    open: set[Node] = field(default_factory=set)

    @property
    def start(self) -> Node:
        """The first question."""
        return self.tree, self.trees[0].start


def plan_of(library: Library, tree: str, period: Period) -> Plan:
    """Return the plan of a tree.

    Raises:
        Refusal: something cannot be decided.
    """
    plan = _places_of(library, tree, Atoms())
    _add_values(plan, period)
    return _finished(plan)


def routes_of(library: Library, tree: str, atoms: Atoms) -> Plan:
    """Return the plan of where a tree leads, whatever its texts show.

    Raises:
        Refusal: something cannot be decided.
    """
    plan = _places_of(library, tree, atoms)
    for elsewhere, _ in plan.open:
        raise Refusal(
            "undecided-continuation",
            plan.start,
            f"The way goes on in the tree `{elsewhere}`, which has errors",
            f"Mend `{elsewhere}` first; `trees check` lists its errors.",
        )
    return _finished(plan)


def _places_of(library: Library, tree: str, atoms: Atoms) -> Plan:
    trees = [library[name] for name in connected(library, tree)]
    variants, variant_of, shared = variants_of(trees)
    plan = Plan(tree, trees, {}, [], atoms, variants, variant_of, shared)
    for one in trees:
        plan.places |= {(one.id, name): Place(node) for name, node in one.questions.items()}
        plan.places |= {(one.id, name): Place(node) for name, node in one.outcomes.items()}
    _add_branches(plan, library)
    return plan


def _finished(plan: Plan) -> Plan:
    plan.order = _ordered(plan)
    _report_unlike(plan)
    _add_matters(plan)
    return plan


def _report_unlike(plan: Plan) -> None:
    """Refuse a question that is asked again where its earlier answer may not fit."""
    for node in plan.order if plan.shared else ():
        if node[1] not in plan.shared or not isinstance(plan.places[node].node, Question):
            continue
        for tree in plan.trees:
            other = (tree.id, node[1])
            if plan.variant_of.get(other, plan.variant_of[node]) == plan.variant_of[node]:
                continue
            if other in after(plan, node):
                raise unlike(other, "other bounds")


def after(plan: Plan, node: Node) -> set[Node]:
    """Return all nodes that ways from a node lead to."""
    seen, waiting = set[Node](), [node]
    while waiting:
        for go in _onward(plan, waiting.pop()):
            if go not in seen:
                seen.add(go)
                waiting.append(go)
    return seen


def _add_branches(plan: Plan, library: Library) -> None:
    for (tree, name), place in plan.places.items():
        if isinstance(place.node, Question):
            for branch in place.node.branches:
                elsewhere = other_tree(branch.go)
                if elsewhere is None:
                    go = (tree, branch.go)
                elif elsewhere in library:
                    go = (elsewhere, library[elsewhere].start)
                else:
                    go = (elsewhere, "")
                    plan.open.add(go)
                place.branches.append((_formula(plan, (tree, name), branch.when), go))
    plan.places |= {go: Place(Outcome("", "", "")) for go in plan.open}


def _formula(plan: Plan, node: Node, condition: list[object] | None) -> Formula:
    try:
        return plan.atoms.formula(condition)
    except UnknownConditionError as error:
        raise Refusal(
            "undecided-question",
            node,
            f"A condition with `{error}` compares more than one answer with a constant",
            "Compare one answer with one constant.",
        ) from None


def _add_values(plan: Plan, period: Period) -> None:
    for tree in plan.trees:
        missing = Missing(tree, Ranges(plan.variants.values(), tree.values, period), plan.atoms)
        for name in (*tree.questions, *tree.outcomes):
            place = plan.places[tree.id, name]
            for used in place.node.uses:
                try:
                    formula = missing.name(used)
                except UndecidedError as error:
                    raise _undecided((tree.id, name), used, str(error)) from None
                if formula is not False:
                    place.missing[used] = formula
                if missing.can_be_empty(used):
                    place.empty[used] = plan.atoms.answered(used)


def _undecided(node: Node, used: str, why: str) -> Refusal:
    return Refusal(
        "undecided-value",
        node,
        f"It cannot be told whether `{used}` always has a result: {why}",
        "Bound the answers that it uses (`min`, `max`, `earliest`, `latest`), and divide by what"
        " cannot be 0.",
    )


def _onward(plan: Plan, node: Node) -> Iterator[Node]:
    return (go for _, go in plan.places[node].branches)


def _ordered(plan: Plan) -> list[Node]:
    """Return the nodes that the start leads to, each after all that lead to it."""
    done: dict[Node, bool] = {plan.start: False}
    finished: list[Node] = []
    path: list[tuple[Node, Iterator[Node]]] = [(plan.start, _onward(plan, plan.start))]
    while path:
        node, onward = path[-1]
        following = next(onward, None)
        if following is None:
            done[node] = True
            finished.append(node)
            path.pop()
        elif following not in done:
            done[following] = False
            path.append((following, _onward(plan, following)))
        elif not done[following]:
            raise Refusal(
                "endless-loop", following, "The ways come back to this question", "Break the loop."
            )
    return finished[::-1]


def _add_matters(plan: Plan) -> None:
    """Add to each node what any node from there on looks at."""
    for node in reversed(plan.order):
        place, name = plan.places[node], node[1]
        asked = isinstance(place.node, Question)
        own = plan.atoms.of.get(name, {}).values() if asked else ()
        place.looked_at = NOTHING.union(*[atoms_in(formula) for formula, _ in place.branches])
        place.back = place.looked_at.difference(own)
        ahead = [matters for _, go in place.branches if (matters := plan.places[go].matters)]
        shown = [atoms_in(one) for one in (*place.missing.values(), *place.empty.values())]
        if name in plan.shared:
            answered = atoms_in(plan.atoms.answered(name))
            place.matters = place.looked_at.union(*ahead, *shown, answered)
        else:
            # Only this place gives this answer, so before it nothing of it can hold.
            place.matters = place.back.union(*ahead, *shown).difference(own)
