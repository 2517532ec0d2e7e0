"""Which branches an option leaves open, when nothing else is known.

Boundary: three-valued logic over the engine's expressions. What depends on this question's own
answer alone is worked out exactly, by the engine; what depends on anything else stays open.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from trees.engine.expressions import Scope, holds
from trees.engine.questions import kind_of
from trees.engine.tree import Expression, Question, Value

#: Heads that look at the world, and so are never decided by an option.
TODAY = frozenset({"today", "days_since", "business_days_since", "days_until"})
#: Heads whose operands are literals, not expressions.
LITERALS = frozenset({"number", "date", "text"})


def open_branches(question: Question, option: str, values: Mapping[str, Value]) -> tuple[int, ...]:
    """Return the positions of the branches that can still be taken once ``option`` is picked.

    They end with the first branch that is sure to hold. Branches that lead to the same target
    are all kept: their words differ.
    """
    known = _Known(question, option, values)
    still_open: list[int] = []
    for at, branch in enumerate(question.branches):
        held = True if branch.when is None else known.truth(branch.when)
        if held is not False:
            still_open.append(at)
        if held:
            break
    return tuple(still_open)


def still_to_ask(
    question: Question, option: str, condition: Expression, values: Mapping[str, Value]
) -> Expression | None:
    """Return what a condition still asks once ``option`` is picked; None where nothing is left."""
    known = _Known(question, option, values)
    return None if known.truth(condition) is not None else known.reduced(condition)


class _Known:
    """What one answer decides."""

    def __init__(self, question: Question, option: str, values: Mapping[str, Value]) -> None:
        typed = kind_of(question).typed(question, option)
        self.question = question.id
        self.values = values
        #: Nothing that is worked out here looks at the day; any day will do.
        self.scope = Scope({question.id: typed}, values, date.min)

    def truth(self, condition: Expression) -> bool | None:
        """Say whether a condition holds; None where the answer does not decide it."""
        head, *rest = condition
        if head == "not":
            held = self.truth(rest[0])
            return None if held is None else not held
        if head in ("and", "or"):
            return _joined([self.truth(part) for part in rest], decisive=head == "or")
        return holds(condition, self.scope) if self._own(condition) else None

    def reduced(self, condition: Expression) -> Expression:
        """Return an undecided condition without the parts that are decided."""
        head, *rest = condition
        if head == "not":
            return ["not", self.reduced(rest[0])]
        if head not in ("and", "or"):
            return condition
        left = [self.reduced(part) for part in rest if self.truth(part) is None]
        return left[0] if len(left) == 1 else [head, *left]

    def _own(self, expression: Expression) -> bool:
        head, *rest = expression
        if head in ("answer", "answered"):
            return bool(rest[0] == self.question)
        if head == "value":
            return self._own(self.values[rest[0]].expression)
        if head in TODAY:
            return False
        return head in LITERALS or all(self._own(part) for part in _operands(rest))


def _operands(rest: list[Any]) -> list[Expression]:
    return [part for part in rest if isinstance(part, list)]


def _joined(parts: list[bool | None], *, decisive: bool) -> bool | None:
    if decisive in parts:
        return decisive
    return None if None in parts else not decisive
