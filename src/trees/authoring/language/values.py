"""Values: named expressions that texts can show, compiled and typed.

Boundary: a value is a number or a day. Values may use other values, but not in a circle, and
what they take to work out is bounded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from trees.engine.tree import Expression

from ..findings import Finding
from ..rules import circular_value, too_large
from ..source import TextNode
from .conditions import COUNTS, Conditions
from .names import Names, Writing
from .syntax import Syntax, words

MOST_STEPS = 5000
#: The engine works expressions out by recursion, which must not grow without bound.
MOST_LEVELS = 100
SHIFTS = {"days": "add_days", "business_days": "add_business_days"}
ZERO: Expression = ["number", "0"]


class Typed(NamedTuple):
    """A compiled expression: its type (``number`` or ``date``), its cost and its depth."""

    type: str
    expression: Expression
    steps: int = 1
    level: int = 0


class Values:
    """Compiles all values of a tree, each after those that it uses."""

    def __init__(
        self, nodes: Mapping[str, TextNode], names: Names, findings: list[Finding]
    ) -> None:
        """Hold the values' nodes; ``all`` compiles them."""
        self.nodes = nodes
        self.writings = {name: Writing(node, names, findings) for name, node in nodes.items()}
        self.findings = findings
        self.syntax: dict[str, Syntax | None] = {}
        self.done: dict[str, Typed | None] = {}

    def all(self) -> dict[str, Typed | None]:
        """Return every value compiled; None where it was refused."""
        self.syntax = {name: writing.parsed() for name, writing in self.writings.items()}
        for name in self.nodes:
            self._visit(name)
        return {name: self.done.get(name) for name in self.nodes}

    def _visit(self, first: str) -> None:
        """Compile a value and all that it needs, deepest first, without recursion."""
        path = [] if first in self.done else [(first, self._used(first))]
        while path:
            name, rest = path[-1]
            word = next(rest, None)
            if word is None:
                self.done[name] = self._compiled(name)
                path.pop()
            elif word.text in (way := [step for step, _ in path]):
                circle = [*way[way.index(word.text) :], word.text]
                span = self.writings[name].span(word)
                self.findings.append(circular_value.found(span, circle))
            elif word.text not in self.done:
                path.append((word.text, self._used(word.text)))

    def _used(self, name: str) -> Iterator[Syntax]:
        """The words of a value that name values."""
        syntax = self.syntax[name]
        return iter([word for word in words(syntax) if word.text in self.nodes] if syntax else [])

    def _compiled(self, name: str) -> Typed | None:
        syntax = self.syntax[name]
        typed = _Compiler(self.writings[name], self).value(syntax) if syntax else None
        if typed and (typed.steps > MOST_STEPS or typed.level > MOST_LEVELS):
            self.findings.append(too_large.work(self.nodes[name].span, name, MOST_STEPS))
            return None
        return typed


class _Compiler:
    """Compiles one value."""

    def __init__(self, writing: Writing, values: Values) -> None:
        self.writing = writing
        self.values = values
        self.names = writing.names

    def value(self, syntax: Syntax) -> Typed | None:
        handler = HANDLERS.get(syntax.head)
        if handler:
            return handler(self, syntax)
        self.writing.wrong(
            syntax,
            f"`{self.writing.source(syntax)}` is neither a number nor a day",
            "For one of two values write `a if condition else b`.",
        )
        return None

    def number(self, syntax: Syntax) -> Typed | None:
        operand = self.writing.number(syntax)
        return Typed("number", operand) if operand else None

    def day(self, syntax: Syntax) -> Typed | None:
        operand = self.writing.day(syntax)
        return Typed("date", operand) if operand else None

    def word(self, syntax: Syntax) -> Typed | None:
        name = syntax.text
        if name == "today":
            return Typed("date", ["today"])
        if name in self.names.questions:
            return self._answer(syntax)
        if name in self.values.nodes:
            used = self.values.done.get(name)
            return used and Typed(used.type, ["value", name], used.steps + 1, used.level + 1)
        if name not in self.names.values:
            self.writing.unknown_name(syntax)
        return None

    def _answer(self, syntax: Syntax) -> Typed | None:
        if self.names.silent(syntax.text):
            return None
        kind = self.names.type_of(syntax.text)
        if kind in ("number", "date"):
            return Typed(kind, ["answer", syntax.text])
        self.writing.wrong(
            syntax,
            f"`{syntax.text}` is neither a number nor a date",
            f"Texts can show it as {{{syntax.text}}} directly.",
        )
        return None

    def call(self, syntax: Syntax) -> Typed | None:
        if syntax.text in ("min", "max"):
            return self._least_or_most(syntax)
        if syntax.text in COUNTS:
            return self._count(syntax)
        if syntax.text in SHIFTS:
            self.writing.wrong(
                syntax, f"`{syntax.text}(…)` must be added to a day", "`paid_on + days(30)`"
            )
        else:
            self.writing.unknown_name(syntax)
        return None

    def _least_or_most(self, syntax: Syntax) -> Typed | None:
        if len(syntax.parts) < 2:
            self.writing.wrong(
                syntax, f"`{syntax.text}` needs two values", f"`{syntax.text}(a, b)`"
            )
            return None
        parts = self._all(syntax.parts)
        if parts is None:
            return None
        if not self._same(parts, syntax.parts):
            return None
        return _made(parts[0].type, [syntax.text], parts)

    def _count(self, syntax: Syntax) -> Typed | None:
        if len(syntax.parts) != 1:
            self.writing.wrong(syntax, f"`{syntax.text}` needs one day in its brackets")
            return None
        day = self._of("date", syntax.parts[0])
        return _made("number", [syntax.text], [day]) if day else None

    def sum(self, syntax: Syntax) -> Typed | None:
        right = syntax.parts[1]
        if right.head == "call" and right.text in SHIFTS:
            return self._shifted(syntax)
        parts = self._all(syntax.parts)
        if parts is None:
            return None
        for part, piece in zip(parts, syntax.parts, strict=True):
            if part.type != "number":
                self._days_are_not_numbers(piece, both=parts[0].type == parts[1].type)
                return None
        return _made("number", [syntax.head], parts)

    def _shifted(self, syntax: Syntax) -> Typed | None:
        left, right = syntax.parts
        if len(right.parts) != 1:
            self.writing.wrong(right, f"`{right.text}` needs one number in its brackets")
            return None
        day, count = self._of("date", left), self._of("number", right.parts[0])
        if day is None or count is None:
            return None
        if syntax.head == "-":
            count = count._replace(expression=_negative(count.expression), steps=count.steps + 2)
        return _made("date", [SHIFTS[right.text]], [day, count])

    def product(self, syntax: Syntax) -> Typed | None:
        parts = [self._of("number", part) for part in syntax.parts]
        known = [part for part in parts if part]
        return _made("number", [syntax.head], known) if len(known) == len(parts) else None

    def negative(self, syntax: Syntax) -> Typed | None:
        part = self._of("number", syntax.parts[0])
        return (
            part._replace(expression=_negative(part.expression), steps=part.steps + 2)
            if part
            else None
        )

    def choice(self, syntax: Syntax) -> Typed | None:
        condition = Conditions(self.writing).condition(syntax.parts[0])
        parts = self._all(syntax.parts[1:])
        if condition is None or parts is None or not self._same(parts, syntax.parts[1:]):
            return None
        steps = len(str(condition)) // 10 + 1
        made = _made(parts[0].type, ["if", condition], parts)
        return made._replace(steps=made.steps + steps)

    def _all(self, pieces: tuple[Syntax, ...]) -> list[Typed] | None:
        compiled = [self.value(piece) for piece in pieces]
        known = [part for part in compiled if part]
        return known if len(known) == len(compiled) else None

    def _same(self, parts: list[Typed], pieces: tuple[Syntax, ...]) -> bool:
        for part, piece in zip(parts, pieces, strict=True):
            if part.type != parts[0].type:
                self.writing.wrong(
                    piece,
                    f"`{self.writing.source(piece)}` is a {part.type}, but a "
                    f"{parts[0].type} stands beside it",
                )
                return False
        return True

    def _of(self, kind: str, syntax: Syntax) -> Typed | None:
        typed = self.value(syntax)
        if typed and typed.type != kind:
            self.writing.wrong(
                syntax,
                f"`{self.writing.source(syntax)}` is a {typed.type}, not a {kind}",
                "Days are added as `paid_on + days(30)`." if kind == "number" else "",
            )
            return None
        return typed

    def _days_are_not_numbers(self, syntax: Syntax, *, both: bool) -> None:
        hint = (
            "Between two days, `days_since(…)` counts."
            if both
            else ("Days are added as `paid_on + days(30)`.")
        )
        self.writing.wrong(syntax, f"`{self.writing.source(syntax)}` is a date, not a number", hint)


def _made(kind: str, head: Expression, parts: list[Typed]) -> Typed:
    return Typed(
        kind,
        [*head, *(part.expression for part in parts)],
        1 + sum(part.steps for part in parts),
        1 + max(part.level for part in parts),
    )


def _negative(expression: Expression) -> Expression:
    if expression[0] == "number":
        digits = expression[1]
        return [
            "number",
            digits[1:] if digits[0] == "-" else digits if digits == "0" else f"-{digits}",
        ]
    return ["-", ZERO, expression]


HANDLERS: dict[str, Callable[[_Compiler, Syntax], Typed | None]] = {
    "number": _Compiler.number,
    "date": _Compiler.day,
    "word": _Compiler.word,
    "call": _Compiler.call,
    "+": _Compiler.sum,
    "-": _Compiler.sum,
    "*": _Compiler.product,
    "/": _Compiler.product,
    "negative": _Compiler.negative,
    "if": _Compiler.choice,
}
