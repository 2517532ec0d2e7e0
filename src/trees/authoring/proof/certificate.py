"""What has been proven of one tree, in figures and in shortest ways.

Boundary: reads what ``reach`` found. Every witness is made of answers that the engine takes, on
a day that is named, so anybody can replay it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property

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


@dataclass(frozen=True)
class Certificate:
    """The figures of one tree, together with the trees that it goes on in.

    A way is a sequence of questions, each with a cell of its answers, that leads from the start
    to an outcome on at least one day. ``mean`` is over the ways. The digest and the shortest ways
    take longer than the figures, and are worked out when they are asked for.
    """

    tree: str
    trees: tuple[str, ...]
    period: Period
    questions: int
    outcomes: int
    states: int
    ways: int
    least: int
    mean: Fraction
    most: int
    reach: Reach = field(repr=False, compare=False)

    @cached_property
    def digest(self) -> str:
        """The SHA-256 of the compiled trees: of these the certificate speaks, and of no others."""
        return digest(self.reach.plan.trees)

    @cached_property
    def shortest(self) -> Mapping[Node, Witness]:
        """The shortest answers that lead to each outcome."""
        return {
            node: witness(self.reach, Spot(node, self.reach.nearest(node)[0][0]))
            for node in _ends(self.reach)
        }


def certificate(reach: Reach, period: Period) -> Certificate:
    """Return the certificate of what was reached."""
    plan = reach.plan
    arrivals = [arrival for node in _ends(reach) for arrival in reach.states[node].values()]
    ways = sum(arrival.ways for arrival in arrivals)
    nodes = [plan.places[node].node for node in plan.order if reach.states[node]]
    outcomes = sum(isinstance(node, Outcome) for node in nodes)
    return Certificate(
        tree=plan.tree,
        trees=tuple(tree.id for tree in plan.trees),
        period=period,
        questions=len(nodes) - outcomes,
        outcomes=outcomes,
        states=sum(map(len, reach.states.values())),
        ways=ways,
        least=min((arrival.least for arrival in arrivals), default=0),
        mean=Fraction(sum(arrival.total for arrival in arrivals), ways or 1),
        most=max((arrival.most for arrival in arrivals), default=0),
        reach=reach,
    )


def _ends(reach: Reach) -> list[Node]:
    """Return the outcomes that are reached."""
    places = reach.plan.places
    ends = (node for node in reach.plan.order if isinstance(places[node].node, Outcome))
    return [node for node in ends if reach.states[node]]


def witness(reach: Reach, spot: Spot) -> Witness:
    """Return answers that lead to a spot."""
    days, cells = steps_to(reach, spot)
    day = (days & -days).bit_length() - 1
    return Witness(
        reach.cells.days[day].isoformat(), {cell.question: cell.answer(day) for cell in cells}
    )


def example(reach: Reach, spot: Spot, empty: str | None = None) -> str:
    """Say with which answers a spot is reached, one of them left out; `trees play` replays them."""
    seen = witness(reach, spot)
    given = dict(seen.answers) | ({empty: ""} if empty else {})
    answers = json.dumps(given, ensure_ascii=False)
    return f"in `{reach.plan.tree}` on {seen.today} with {answers}"


def digest(trees: Iterable[Tree]) -> str:
    """Return the SHA-256 of compiled trees."""
    # Most checks ask for no certificate, and would wait for the import.
    from hashlib import sha256  # noqa: PLC0415

    compiled = {tree.id: to_json(tree) for tree in trees}
    text = json.dumps(compiled, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()
