"""Where a name that stands in a text has nothing to show.

Boundary: names and values in, formulas out: a formula holds where the name is missing. Whether
arithmetic can fail is asked of ``ranges``.
"""

from __future__ import annotations

from contextlib import suppress

from trees.engine.questions import kind_of
from trees.engine.tree import Expression, Tree

from .formulas import Atoms, Formula, joined, negated
from .ranges import NeverError, Ranges


class Missing:
    """Works out when the names of one tree are missing."""

    def __init__(self, tree: Tree, ranges: Ranges, atoms: Atoms) -> None:
        self.tree = tree
        self.ranges = ranges
        self.atoms = atoms
        self._known: dict[str, Formula] = {}

    def name(self, name: str) -> Formula:
        """Return where a name in a text is missing; an answer goes before a value, as on the page.

        Raises:
            UndecidedError: it cannot be told.
        """
        asked = name in self.ranges.questions
        given = self.atoms.answered(name) if asked else False
        if name == "today":
            return False
        if name not in self.tree.values:
            return negated(given)
        return joined("and", [negated(given), self._value(name)])

    def can_be_empty(self, name: str) -> bool:
        """Whether an answer may have been left out, so that a text shows nothing for it."""
        return any(
            one.settings.get("optional") and "if_empty" not in one.settings
            for one in self.ranges.questions.get(name, ())
        )

    def _value(self, name: str) -> Formula:
        if name not in self._known:
            # This is about arithmetic on answers that are there; ``_of`` is about the others.
            with suppress(NeverError):
                self.ranges.value(name)
            self._known[name] = self._of(self.tree.values[name].expression)
        return self._known[name]

    def _of(self, expression: Expression) -> Formula:
        head, *rest = expression
        if head == "answer":
            asked = self.ranges.questions.get(rest[0], ())
            shown = any(kind_of(one).type in ("number", "date") for one in asked)
            return negated(self.atoms.answered(rest[0])) if shown else True
        if head == "value":
            return self._value(rest[0])
        if head == "if":
            return self._chosen(*rest)
        parts = [self._of(part) for part in rest if isinstance(part, list)]
        if head == "/" and (divisor := self.ranges.simple(rest[1])):
            parts.append(self.atoms.formula(["==", divisor, ["number", "0"]]))
        return joined("or", parts)

    def _chosen(self, condition: Expression, yes: Expression, no: Expression) -> Formula:
        held, one, other = self.atoms.formula(condition), self._of(yes), self._of(no)
        if one == other:
            return one
        return joined("or", [joined("and", [held, one]), joined("and", [negated(held), other])])
