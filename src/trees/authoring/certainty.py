"""What a condition comes to when only some answers are known.

Boundary: three-valued logic (true, false, None for unknown) over compiled conditions.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from trees.engine.expressions import Scope, holds
from trees.engine.tree import Expression

from .facts import questions_in

#: Stands for an answer that was given, whatever it is.
GIVEN = "*"


def truth(
    condition: Expression, known: Mapping[str, str] | None, carried: Collection[str]
) -> bool | None:
    """Say whether a condition holds.

    ``known`` holds the option picked, or ``GIVEN``, for each question answered so far; it is None
    where nothing is known. ``carried`` are questions that another tree may have asked before.
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
        return None if question in carried else False
    if condition[0] == "answered":
        return True
    if known[question] == GIVEN:
        return None
    return holds(condition, Scope({question: known[question]}, {}, date.min))


def _joined(parts: list[bool | None], *, decisive: bool) -> bool | None:
    if decisive in parts:
        return decisive
    return None if None in parts else not decisive
