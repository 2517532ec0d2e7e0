"""What the walk through two versions of a tree remembers.

Boundary: data only; ``walk`` makes it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from ..proof.refusal import Node
from .common import CommonCell

NOTHING: frozenset[int] = frozenset()

#: ``asks`` a question; ``ends`` at an outcome; stands ``again`` at a question that does not take
#: the answer given; ``waits`` with a question for an answer that it does not take; or has
#: ``nowhere`` to go because no branch holds.
type How = Literal["asks", "ends", "again", "waits", "nowhere"]


class Given(NamedTuple):
    """An answer that the other version was given: what it says, and the variants that take it."""

    name: str
    held: frozenset[int]
    fits: frozenset[str]


class Half(NamedTuple):
    """Where one version stands, the atoms that hold for it, and answers that wait for it."""

    node: Node
    how: How
    held: frozenset[int] = NOTHING
    given: frozenset[Given] = frozenset()


class State(NamedTuple):
    """Where both versions stand, and the sorts of days that are still possible, as bits."""

    old: Half
    new: Half
    days: int


class End(NamedTuple):
    """Where one version leaves its readers; ``how`` is ``waits`` where no answer can be given."""

    node: Node
    how: How


@dataclass(slots=True)
class Arrival:
    """The ways that come to a state, the least questions asked, and the last step of that way."""

    ways: int = 1
    least: int = 0
    before: tuple[State, CommonCell | None] | None = None


@dataclass(slots=True)
class Met:
    """All ways that leave readers of both versions at two ends."""

    ways: int
    least: int
    last: State
