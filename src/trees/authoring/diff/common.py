"""The cells that two versions of a tree have in common.

Boundary: two plans over the same atoms in, cells out. A bound that differs between the versions
cuts as a condition does; a cell knows which variants of its question take it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from trees.engine.questions import kind_of, options_of
from trees.engine.tree import Expression, Question

from ..proof.cells import Cell, cells_of
from ..proof.cuts import TooManyError
from ..proof.days import Period
from ..proof.lines import step_of
from ..proof.plan import Plan
from ..proof.refusal import Node, Refusal
from .steps import TooLongError, steps_of


@dataclass(slots=True)
class CommonCell:
    """Answers that nothing in either version tells apart, and the variants that take them.

    ``days`` has a bit for each sort of day on which there is such an answer: one of a piece, or
    ``always``.
    """

    question: str
    held: frozenset[int]
    fits: frozenset[str]
    days: int = 0
    pieces: list[Cell] = field(default_factory=list)
    always: str = ""

    def answer(self, day: int) -> str:
        """Return an answer of this cell on a sort of day."""
        return self.always or next(
            piece.answer(day) for piece in self.pieces if piece.days >> day & 1
        )


@dataclass(frozen=True, slots=True)
class Common:
    """The cells by name of the question, and a day for each sort of day."""

    of: dict[str, Sequence[CommonCell]]
    days: Sequence[date]

    @property
    def all_days(self) -> int:
        """A bit for each sort of day."""
        return (1 << len(self.days)) - 1

    def fitting(self, name: str, variant: str) -> int:
        """Return the days on which a variant of a question takes any answer, as bits."""
        days = 0
        for cell in self.of[name]:
            days |= cell.days if variant in cell.fits else 0
        return days


def common_cells(plans: tuple[Plan, Plan], period: Period) -> Common:
    """Cut the answers of every question by all that either version can tell apart.

    Raises:
        Refusal: a question has too many cells.
    """
    atoms = plans[0].atoms
    variants = {**plans[0].variants, **plans[1].variants}
    looked_at = len(atoms.expressions)
    alike: dict[str, dict[str, Question]] = {}
    for variant, question in variants.items():
        alike.setdefault(question.id, {})[variant] = question
    for versions in alike.values():
        for limit in _limits([*versions.values()]) if len(versions) > 1 else ():
            atoms.formula(limit)
    try:
        cut = cells_of(variants, atoms, period)
    except TooManyError as error:
        raise _too_many(_home(plans, str(error))) from None
    made = Common({}, cut.days)
    for name, versions in alike.items():
        if _in_other_steps(versions):
            made.of[name] = _stepped(plans, name, versions, looked_at, made.all_days)
        else:
            made.of[name] = _joined(_pieces({one: cut.of[one] for one in versions}), looked_at)
    return made


def _in_other_steps(versions: Mapping[str, Question]) -> bool:
    numbers = [one for one in versions.values() if kind_of(one).type == "number"]
    return len({step_of(one) for one in numbers}) > 1


def _stepped(
    plans: tuple[Plan, Plan],
    name: str,
    versions: Mapping[str, Question],
    looked_at: int,
    days: int,
) -> list[CommonCell]:
    try:
        found = steps_of(versions, plans[0].atoms)
    except TooLongError:
        raise _too_many(_home(plans, name)) from None
    cells: dict[tuple[frozenset[int], frozenset[str]], CommonCell] = {}
    for held, fits, answer in found:
        seen = frozenset(atom for atom in held if atom < looked_at)
        cells.setdefault((seen, fits), CommonCell(name, seen, fits, days, [], answer))
    return list(cells.values())


#: A piece of a question's answers: what holds there and, for an option, which one it is.
type Piece = tuple[frozenset[int], str]


def _pieces(
    cells: Mapping[str, Sequence[Cell]],
) -> dict[Piece, tuple[Cell, frozenset[str]]]:
    """Put the same pieces of several variants together: no piece is cut by a bound of any."""
    found: dict[Piece, tuple[Cell, frozenset[str]]] = {}
    for variant, some in cells.items():
        for cell in some:
            exact = kind_of(cell.cut.question).type in ("option", "words")
            piece = cell.held, cell.answer(0) if exact else ""
            _, fits = found.get(piece, (cell, frozenset()))
            found[piece] = cell, fits | {variant}
    return found


def _joined(
    pieces: Mapping[Piece, tuple[Cell, frozenset[str]]], looked_at: int
) -> list[CommonCell]:
    """Join pieces that only the bounds cut, and that the same variants take."""
    cells: dict[tuple[frozenset[int], str, frozenset[str]], CommonCell] = {}
    for (held, option), (piece, fits) in pieces.items():
        seen = frozenset(atom for atom in held if atom < looked_at)
        cell = cells.setdefault((seen, option, fits), CommonCell(piece.question, seen, fits))
        cell.days |= piece.days
        cell.pieces.append(piece)
    return list(cells.values())


def _limits(versions: Sequence[Question]) -> Iterator[Expression]:
    """Return the bounds of a question as comparisons with its answer."""
    if kind_of(versions[0]).type == "options":
        yield from _ticks(versions)
    for question in versions:
        answer = ["answer", question.id]
        for name, sign in (("min", ">="), ("max", "<=")):
            if kind_of(question).type == "number" and name in question.settings:
                yield [sign, answer, ["number", question.settings[name]]]
        for name, sign in (("earliest", ">="), ("latest", "<=")):
            base, value = question.settings.get(name, (None, None))
            if base == "date":
                yield [sign, answer, ["date", value]]
            elif base == "today":
                yield [sign, ["days_until", answer], ["number", str(value)]]


def _ticks(versions: Iterable[Question]) -> Iterator[Expression]:
    """Return what tells apart the sets of ticks that only some versions take."""
    offered = [frozenset(options_of(question)) for question in versions]
    nothing = {"none" in question.settings for question in versions}
    every = frozenset[str]().union(*offered)
    told = every if len(nothing) > 1 else every - offered[0].intersection(*offered)
    for option in sorted(told):
        yield ["has", ["answer", next(iter(versions)).id], ["text", option]]


def _too_many(node: Node) -> Refusal:
    return Refusal(
        "too-large-to-prove",
        node,
        f"The two versions tell too many answers to `{node[1]}` apart",
        "Compare smaller steps of the change, one after the other.",
    )


def _home(plans: tuple[Plan, Plan], name: str) -> Node:
    """Return a place that asks a question, the new version's if it does."""
    nodes = [node for plan in plans[::-1] for node in plan.variant_of if node[1] == name]
    return nodes[0]
