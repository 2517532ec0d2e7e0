"""Conditions as formulas over numbered atoms.

Boundary: an atom is one comparison with one answer; what an atom means for an answer is worked
out in ``cells``. An atom of an answer that was not given is false, as in the engine.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import chain
from typing import Any

from trees.engine.tree import Expression

from ..facts import COMPARISONS, DAY_COUNTS

#: ``True``, ``False``, ``("atom", number)``, ``("not", f)``, ``("and", f, …)`` or ``("or", f, …)``.
type Formula = bool | tuple[Any, ...]
#: What an atom says of its answer, without the question's name: equal where they say the same.
type Saying = tuple[str, ...]

JOINS = ("and", "or")
CONSTANTS = frozenset(("number", "date", "text"))


class UnknownConditionError(ValueError):
    """A condition is not made of comparisons of one answer with constants."""


class Atoms:
    """All atoms of all connected trees, each once."""

    def __init__(self) -> None:
        self.expressions: list[Expression] = []
        #: For each question, the numbers of the atoms that speak of it, by what they say.
        self.of: dict[str, dict[Saying, int]] = {}

    def about(self, question: str) -> list[Expression]:
        """Return the atoms that speak of a question."""
        return [self.expressions[at] for at in self.of.get(question, {}).values()]

    def answered(self, question: str) -> Formula:
        """Return the formula that holds where a question was answered."""
        return ("atom", self.number(["answered", question]))

    def formula(self, condition: Expression | None) -> Formula:
        """Return a condition as a formula; a missing condition always holds."""
        if condition is None:
            return True
        head = condition[0]
        if head == "not":
            return negated(self.formula(condition[1]))
        if head in JOINS:
            return joined(head, [self.formula(part) for part in condition[1:]])
        return ("atom", self.number(condition))

    def number(self, atom: Expression) -> int:
        """Return the number of an atom."""
        question, saying = _read(atom)
        known = self.of.setdefault(question, {})
        if saying not in known:
            known[saying] = len(self.expressions)
            self.expressions.append(atom)
        return known[saying]


def _read(atom: Expression) -> tuple[str, Saying]:
    """Return the one question that an atom speaks of, and what it says."""
    head, operand, *constants = atom
    if head == "answered" and not constants:
        return operand, (head,)
    if head in COMPARISONS or head in ("one_of", "has"):
        counted = operand[1] if operand[0] in DAY_COUNTS and len(operand) == 2 else operand
        plain = CONSTANTS.issuperset([kind for kind, *_ in constants])
        if counted[0] == "answer" and plain and (counted is operand or head in COMPARISONS):
            return counted[1], (head, operand[0], *chain.from_iterable(constants))
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
    head = formula[0]
    if head == "atom":
        return formula[1] in held
    if head == "not":
        return not true_in(formula[1], held)
    if head == "and":
        return all(true_in(part, held) for part in formula[1:])
    return any(true_in(part, held) for part in formula[1:])


def atoms_in(formula: Formula) -> Sequence[int]:
    """Return the atoms of a formula."""
    if isinstance(formula, bool):
        return ()
    if formula[0] == "atom":
        return formula[1:]
    found: list[int] = []
    waiting = [formula]
    while waiting:
        part = waiting.pop()
        if part[0] == "atom":
            found.append(part[1])
        else:
            waiting.extend(part[1:])
    return found
