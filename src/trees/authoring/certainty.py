"""What a condition comes to when only one answer is known.

Boundary: three-valued logic (true, false, None for unknown) over compiled conditions.
"""

from __future__ import annotations

from collections.abc import Set
from datetime import date

from trees.engine.expressions import Scope, holds
from trees.engine.tree import Expression

from .facts import constants_of, questions_in


def options_caught(condition: Expression, question: str, options: Set[str]) -> Set[str]:
    """Return the options of a question for which a condition surely holds.

    Whatever else the condition looks at is open. Options that it does not name are alike, so only
    one of them is tried.
    """
    named = constants_of(condition, question) & options
    held = {option for option in named if _truth(condition, question, option)}
    others = options - named
    if others and _truth(condition, question, next(iter(others))):
        return others | held
    return held


def _truth(condition: Expression, question: str, option: str) -> bool | None:
    """Say whether a condition holds where one option was picked, and all else is open."""
    head, *rest = condition
    if head == "not":
        held = _truth(rest[0], question, option)
        return None if held is None else not held
    if head in ("and", "or"):
        return _joined([_truth(part, question, option) for part in rest], decisive=head == "or")
    if question not in questions_in(condition):
        return None
    return head == "answered" or holds(condition, Scope({question: option}, {}, date.min))


def _joined(parts: list[bool | None], *, decisive: bool) -> bool | None:
    if decisive in parts:
        return decisive
    return None if None in parts else not decisive
