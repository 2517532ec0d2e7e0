"""What an expression may speak of: the questions and values of its tree.

Boundary: a lookup table for the compilers, and the way from a piece of an expression to its
place in the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from trees.engine.parts import plain
from trees.engine.questions import kind_of, options_of
from trees.engine.tree import Expression, Question

from ..findings import Finding, Span
from ..rules import (
    bad_expression,
    too_deep,
    too_large,
    unknown_option,
    unknown_question,
    wrong_operand,
)
from ..schema.names import FUNCTIONS
from ..schema.scalars import NUMBER, read_date
from ..source import TextNode
from .labels import first_label
from .syntax import DEEPEST, LONGEST, Syntax, Trouble, parse


@dataclass(frozen=True, slots=True)
class Names:
    """The questions (with their options) and the names of the values.

    ``elsewhere`` tells, for questions that only other trees ask, which tree that is.
    """

    questions: Mapping[str, Question]
    values: Iterable[str] = ()
    elsewhere: Mapping[str, str] = field(default_factory=dict)
    #: Questions whose kind or options could not be read; None where no question could be.
    unsettled: frozenset[str] | None = frozenset()

    def silent(self, name: str) -> bool:
        """Whether what is said of a name could only be a consequence of another fault."""
        if self.unsettled is None:
            return name not in self.values
        return name in self.unsettled

    def type_of(self, question: str) -> str:
        """Return the type that conditions see."""
        return kind_of(self.questions[question]).type


class Writing:
    """One expression of a file: its syntax, and how to report pieces of it."""

    def __init__(self, node: TextNode, names: Names, findings: list[Finding]) -> None:
        """Hold where the expression stands, what it may speak of, and where findings go."""
        self.node = node
        self.names = names
        self.findings = findings

    def parsed(self) -> Syntax | None:
        """Return the syntax tree, or None after reporting why there is none."""
        try:
            return parse(self.node.value)
        except Trouble as trouble:
            self.findings.append(self._label() or self._trouble(trouble))
            return None

    def span(self, syntax: Syntax) -> Span:
        """Return where a piece of the expression stands."""
        return self.node.span_of(syntax.start, syntax.end)

    def wrong(self, syntax: Syntax, message: str, hint: str = "") -> None:
        """Report a piece that does not fit where it stands."""
        self.findings.append(wrong_operand.found(self.span(syntax), message, hint))

    def unknown_name(self, syntax: Syntax) -> None:
        """Report a word that is no question (nor value) of this tree."""
        if syntax.head != "call" and self.names.silent(syntax.text):
            return
        known = [*self.names.questions, *self.names.values]
        if syntax.head == "call":
            known = list(FUNCTIONS)
        tree = self.names.elsewhere.get(syntax.text)
        span = self.node.span_of(syntax.start, syntax.start + len(syntax.text))
        owners = (
            name for name, one in self.names.questions.items() if syntax.text in options_of(one)
        )
        owner = next(owners, "") if syntax.head == "word" else ""
        found = unknown_question.found(span, syntax.text, known, tree, syntax.head, owner)
        self.findings.append(found)

    def option(self, question: str, syntax: Syntax) -> Expression | None:
        """Return an option of a question as an operand, or None after reporting it."""
        options = options_of(self.names.questions[question])
        if syntax.head != "word":
            self.wrong(
                syntax,
                f"`{self.source(syntax)}` is not an option of `{question}`",
                "Write the name of an option, without quotes.",
            )
            return None
        if syntax.text not in options:
            owners = [
                name
                for name, other in self.names.questions.items()
                if syntax.text in options_of(other)
            ]
            self.findings.append(
                unknown_option.found(self.span(syntax), syntax.text, question, options, owners)
            )
            return None
        return ["text", syntax.text]

    def number(self, syntax: Syntax) -> Expression | None:
        """Return a number as an operand, or None after reporting it."""
        if syntax.head == "number" and NUMBER.fullmatch(syntax.text):
            return ["number", plain(Decimal(syntax.text))]
        self.wrong(syntax, f"`{self.source(syntax)}` is not a number", "Compare with a number.")
        return None

    def day(self, syntax: Syntax) -> Expression | None:
        """Return a date as an operand, or None after reporting it."""
        if syntax.head == "date":
            day = read_date(syntax.text)
            if day:
                return ["date", day.isoformat()]
            self.wrong(syntax, f"There is no day {syntax.text}", "Days are written 2026-07-01.")
            return None
        hint = (
            "To compare with today, write `days_since(…)` or `days_until(…)`."
            if syntax.text == "today"
            else "Compare with a day, written as 2026-07-01."
        )
        self.wrong(syntax, f"`{self.source(syntax)}` is not a day", hint)
        return None

    def source(self, syntax: Syntax) -> str:
        """Return a piece as it was typed, shortened."""
        text = " ".join(self.node.value[syntax.start : syntax.end].split())
        return text if len(text) <= 40 else text[:37] + "…"

    def _label(self) -> Finding | None:
        options = {name: options_of(one) for name, one in self.names.questions.items()}
        label = first_label(self.node.value, options)
        if label is None:
            return None
        word = self.node.value[label.start : label.end]
        span = self.node.span_of(label.start, label.end)
        return unknown_option.found(span, word, label.question, options[label.question])

    def _trouble(self, trouble: Trouble) -> Finding:
        span = self.node.span_of(*trouble.place)
        if trouble.rule == "length":
            return too_large.expression(self.node.span, LONGEST)
        if trouble.rule == "depth":
            return too_deep.nesting(span, DEEPEST)
        return bad_expression.found(span, trouble.message, trouble.hint)
