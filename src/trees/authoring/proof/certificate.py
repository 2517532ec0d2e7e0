"""What has been proven of one tree, in figures and in shortest ways.

Boundary: reads what ``reach`` found. Every witness is made of answers that the engine takes, on
a day that is named, so anybody can replay it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from trees.engine.tree import Outcome, Tree
from trees.engine.wire import to_json

from .days import Period
from .reach import Reach, Spot, steps_to
from .refusal import Node


@dataclass(frozen=True, slots=True)
class Witness:
    """Answers that lead somewhere, and a day on which they do (an ISO date)."""

    today: str
    answers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Certificate:
    """The figures of one tree, together with the trees that it goes on in.

    A way is a sequence of questions, each with a cell of its answers, that leads from the start
    to an outcome on at least one day. ``mean`` is over the ways.
    """

    tree: str
    trees: tuple[str, ...]
    period: Period
    digest: str
    questions: int
    outcomes: int
    states: int
    ways: int
    least: int
    mean: Fraction
    most: int
    shortest: Mapping[Node, Witness]


def certificate(reach: Reach, period: Period) -> Certificate:
    """Return the certificate of what was reached."""
    plan = reach.plan
    ends = {
        node: reach.states[node]
        for node in plan.order
        if isinstance(plan.places[node].node, Outcome) and reach.states[node]
    }
    arrivals = [arrival for states in ends.values() for arrival in states.values()]
    ways = sum(arrival.ways for arrival in arrivals)
    nodes = [plan.places[node].node for node in plan.order if reach.states[node]]
    outcomes = sum(isinstance(node, Outcome) for node in nodes)
    return Certificate(
        tree=plan.tree,
        trees=tuple(tree.id for tree in plan.trees),
        period=period,
        digest=digest(plan.trees),
        questions=len(nodes) - outcomes,
        outcomes=outcomes,
        states=sum(map(len, reach.states.values())),
        ways=ways,
        least=min((arrival.least for arrival in arrivals), default=0),
        mean=Fraction(sum(arrival.total for arrival in arrivals), ways or 1),
        most=max((arrival.most for arrival in arrivals), default=0),
        shortest={node: witness(reach, Spot(node, reach.nearest(node)[0][0])) for node in ends},
    )


def witness(reach: Reach, spot: Spot) -> Witness:
    """Return answers that lead to a spot."""
    days, cells = steps_to(reach, spot)
    day = (days & -days).bit_length() - 1
    return Witness(
        reach.cells.days[day].isoformat(), {cell.question: cell.answer(day) for cell in cells}
    )


def digest(trees: Iterable[Tree]) -> str:
    """Return the SHA-256 of compiled trees: the certificate speaks of these and no others."""
    # Most checks ask for no certificate, and would wait for the import.
    from hashlib import sha256  # noqa: PLC0415

    compiled = {tree.id: to_json(tree) for tree in trees}
    text = json.dumps(compiled, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()
