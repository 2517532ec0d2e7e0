"""Conditions as formulas over numbered atoms.

Boundary: an atom is one comparison with one answer; what an atom means for an answer is worked
out in ``cells``. An atom of an answer that was not given is false, as in the engine.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence, Set
from typing import Any

from trees.engine.tree import Expression

from ..facts import COMPARISONS, DAY_COUNTS

#: ``True``, ``False``, ``("atom", number)``, ``("not", f)``, ``("and", f, …)`` or ``("or", f, …)``.
type Formula = bool | tuple[Any, ...]

JOINS = ("and", "or")


class UnknownConditionError(ValueError):
    """A condition is not made of comparisons of one answer with constants."""


class Atoms:
    """All atoms of all connected trees, each once."""

    def __init__(self) -> None:
        self.expressions: list[Expression] = []
        self.of: dict[str, list[int]] = {}
        self._numbers: dict[str, int] = {}

    def about(self, question: str) -> list[Expression]:
        """Return the atoms that speak of a question."""
        return [self.expressions[at] for at in self.of.get(question, ())]

    def answered(self, question: str) -> Formula:
        """Return the formula that holds where a question was answered."""
        return self.formula(["answered", question])

    def formula(self, condition: Expression | None) -> Formula:
        """Return a condition as a formula; a missing condition always holds."""
        if condition is None:
            return True
        head, *rest = condition
        if head == "not":
            return negated(self.formula(rest[0]))
        if head in JOINS:
            return joined(head, [self.formula(part) for part in rest])
        return ("atom", self._number(condition))

    def _number(self, atom: Expression) -> int:
        key = json.dumps(atom)
        if key not in self._numbers:
            self._numbers[key] = len(self.expressions)
            self.of.setdefault(_question(atom), []).append(len(self.expressions))
            self.expressions.append(atom)
        return self._numbers[key]


def _question(atom: Expression) -> str:
    """Return the one question that an atom speaks of."""
    head, *rest = atom
    if head == "answered" and len(rest) == 1:
        return str(rest[0])
    operand, *constants = rest
    if head in COMPARISONS or head in ("one_of", "has"):
        counted = operand[1] if operand[0] in DAY_COUNTS and len(operand) == 2 else operand
        plain = all(constant[0] in ("number", "date", "text") for constant in constants)
        if counted[0] == "answer" and plain and (counted is operand or head in COMPARISONS):
            return str(counted[1])
    raise UnknownConditionError(head)


def negated(formula: Formula) -> Formula:
    """Return the formula that holds where another does not."""
    return not formula if isinstance(formula, bool) else ("not", formula)


def joined(join: str, parts: Sequence[Formula]) -> Formula:
    """Return parts joined with ``and`` or ``or``, as short as their constants allow."""
    decisive = join == "or"
    if any(part is decisive for part in parts):
        return decisive
    left = [part for part in parts if not isinstance(part, bool)]
    if not left:
        return not decisive
    return left[0] if len(left) == 1 else (join, *left)


def true_in(formula: Formula, held: Set[int]) -> bool:
    """Say whether a formula holds where exactly the atoms ``held`` hold."""
    if isinstance(formula, bool):
        return formula
    head, *rest = formula
    if head == "atom":
        return rest[0] in held
    if head == "not":
        return not true_in(rest[0], held)
    if head == "and":
        return all(true_in(part, held) for part in rest)
    return any(true_in(part, held) for part in rest)


def atoms_in(formula: Formula) -> Iterator[int]:
    """Return the atoms of a formula."""
    waiting = [formula]
    while waiting:
        part = waiting.pop()
        if isinstance(part, tuple):
            if part[0] == "atom":
                yield part[1]
            else:
                waiting.extend(part[1:])
