"""What a condition comes to when only some answers are known.

Boundary: three-valued logic (true, false, None for unknown) over compiled conditions.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Set
from datetime import date

from trees.engine.expressions import Scope, holds
from trees.engine.tree import Expression

from .facts import constants_of, questions_in

#: Stands for an answer that was given, whatever it is.
GIVEN = "*"
#: Stand for a comparison that was true, or false, when a branch tried it.
HELD, FAILED = "+", "-"


def truth(
    condition: Expression, known: Mapping[str, str] | None, carried: Collection[str]
) -> bool | None:
    """Say whether a condition holds.

    ``known`` holds the option picked, or ``GIVEN``, for each question answered so far, and ``HELD``
    or ``FAILED`` for comparisons that were tried before, under their ``mark``; it is None where
    nothing is known. ``carried`` are questions that another tree may have asked before.
    """
    head, *rest = condition
    if head == "not":
        held = truth(rest[0], known, carried)
        return None if held is None else not held
    if head in ("and", "or"):
        return _joined([truth(part, known, carried) for part in rest], decisive=head == "or")
    return _atom(condition, known, carried)


def _atom(
    condition: Expression, known: Mapping[str, str] | None, carried: Collection[str]
) -> bool | None:
    question = next(questions_in(condition))
    if known is None:
        return None
    if question not in known:
        return _tried(condition, known) if question in carried else False
    if condition[0] == "answered":
        return True
    if known[question] == GIVEN:
        return _tried(condition, known)
    return holds(condition, Scope({question: known[question]}, {}, date.min))


def _tried(condition: Expression, known: Mapping[str, str]) -> bool | None:
    tried = known.get(mark(condition))
    return None if tried is None else tried == HELD


def mark(condition: Expression) -> str:
    """Return the key under which the result of a comparison is remembered; never a name."""
    return str(condition)


def options_caught(condition: Expression, question: str, options: Set[str]) -> Set[str]:
    """Return the options of a question for which a condition surely holds.

    Whatever else the condition looks at is open. Options that it does not name are alike, so only
    one of them is tried.
    """
    named = constants_of(condition, question) & options
    held = {option for option in named if truth(condition, {question: option}, ANYTHING)}
    others = options - named
    if others and truth(condition, {question: next(iter(others))}, ANYTHING):
        return others | held
    return held


class _Anything(Collection[str]):
    """Holds every name."""

    def __contains__(self, name: object) -> bool:
        return True

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


ANYTHING = _Anything()


def _joined(parts: list[bool | None], *, decisive: bool) -> bool | None:
    if decisive in parts:
        return decisive
    return None if None in parts else not decisive
