"""Conditions: syntax → type-checked JSON for the engine.

Boundary: each comparison speaks of one answer and one constant; that is what lets a tree be
proven. All that is wrong with a condition is reported, each part at its own place.
"""

from __future__ import annotations

from collections.abc import Callable

from trees.engine.tree import Expression

from ..findings import Finding
from ..source import TextNode
from .names import Names, Writing
from .syntax import Syntax

FLIPPED = {"==": "==", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}
COUNTS = ("days_since", "business_days_since", "days_until")


def compile_condition(node: TextNode, names: Names, findings: list[Finding]) -> Expression | None:
    """Return the condition as data, or None after reporting what is wrong with it."""
    writing = Writing(node, names, findings)
    syntax = writing.parsed()
    return Conditions(writing).condition(syntax) if syntax else None


class Conditions:
    """Compiles the conditions of one expression."""

    def __init__(self, writing: Writing) -> None:
        """Hold where the condition stands and what it may speak of."""
        self.writing = writing
        self.names = writing.names

    def condition(self, syntax: Syntax) -> Expression | None:
        """Return a condition as data, or None after reporting it."""
        if syntax.head in ("and", "or", "not"):
            parts = [self.condition(part) for part in syntax.parts]
            return None if None in parts else [syntax.head, *parts]
        if syntax.head == "compare":
            return self._comparisons(syntax)
        if syntax.head == "call" and syntax.text == "answered":
            return self._answered(syntax)
        self._not_a_condition(syntax)
        return None

    def _comparisons(self, syntax: Syntax) -> Expression | None:
        pairs = zip(syntax.parts, syntax.signs, syntax.parts[1:], strict=False)
        compiled = [self._pair(left, sign, right) for left, sign, right in pairs]
        if None in compiled:
            return None
        return compiled[0] if len(compiled) == 1 else ["and", *compiled]

    def _pair(self, left: Syntax, sign: str, right: Syntax) -> Expression | None:
        if sign in ("in", "not in"):
            return self._membership(left, sign, right)
        if not self._is_subject(left) and (self._is_subject(right) or _constant(left)):
            left, sign, right = right, FLIPPED[sign], left
        subject = self._subject(left)
        if subject is None:
            return None
        kind, operand = subject
        constant = COMPARE[kind](self, left, sign, right)
        return [sign, operand, constant] if constant else None

    def _is_subject(self, syntax: Syntax) -> bool:
        if syntax.head == "call":
            return True
        if syntax.head != "word":
            return False
        return syntax.text in self.names.questions or self.names.silent(syntax.text)

    def _subject(self, syntax: Syntax) -> tuple[str, Expression] | None:
        """Return the type and the operand of what is compared, or None after reporting it."""
        if syntax.head == "word":
            question = self._question(syntax)
            return (self.names.type_of(question), ["answer", question]) if question else None
        if syntax.head == "call" and syntax.text in COUNTS:
            return self._count(syntax)
        self._not_a_subject(syntax)
        return None

    def _count(self, syntax: Syntax) -> tuple[str, Expression] | None:
        question = self._only_question(syntax)
        if question is None:
            return None
        if self.names.type_of(question) != "date":
            self.writing.wrong(
                syntax.parts[0],
                f"`{question}` is not a date",
                f"`{syntax.text}` counts from a date.",
            )
            return None
        return "number", [syntax.text, ["answer", question]]

    def _answered(self, syntax: Syntax) -> Expression | None:
        question = self._only_question(syntax)
        return ["answered", question] if question else None

    def _only_question(self, syntax: Syntax) -> str | None:
        if len(syntax.parts) != 1 or syntax.parts[0].head != "word":
            self.writing.wrong(
                syntax, f"`{syntax.text}` needs the name of one question in its brackets"
            )
            return None
        return self._question(syntax.parts[0])

    def _question(self, syntax: Syntax) -> str | None:
        if self.names.silent(syntax.text):
            return None
        if syntax.text in self.names.questions:
            return syntax.text
        if syntax.text in self.names.values:
            self.writing.wrong(
                syntax,
                f"`{syntax.text}` is a value, and conditions compare answers",
                "Write out what it stands for, such as `days_since(paid_on) > 20`.",
            )
        else:
            self.writing.unknown_name(syntax)
        return None

    def _membership(self, left: Syntax, sign: str, right: Syntax) -> Expression | None:
        if right.head == "list":
            return self._one_of(left, sign, right)
        if right.head != "word":
            self.writing.wrong(
                right, f"`{sign}` needs a list or a question after it", "`who in [seller, carrier]`"
            )
            return None
        question = self._question(right)
        if question is None:
            return None
        if self.names.type_of(question) != "options":
            self.writing.wrong(
                right,
                f"`{question}` is not a question where several options can be ticked",
                f"`{question} == option`, or `{question} in [option, option]`",
            )
            return None
        option = self.writing.option(question, left)
        if option is None:
            return None
        has: Expression = ["has", ["answer", question], option]
        # An answer that was never given must leave `not in` false, as any comparison.
        return has if sign == "in" else ["and", ["answered", question], ["not", has]]

    def _one_of(self, left: Syntax, sign: str, right: Syntax) -> Expression | None:
        if left.head != "word":
            self._not_a_subject(left)
            return None
        question = self._question(left)
        options = self._listed(question, left, right) if question else None
        if not options:
            return None
        answer: Expression = ["answer", question]
        if sign == "in":
            return ["one_of", answer, *options]
        unequal: list[Expression] = [["!=", answer, option] for option in options]
        return unequal[0] if len(unequal) == 1 else ["and", *unequal]

    def _listed(self, question: str, left: Syntax, right: Syntax) -> list[Expression] | None:
        """Return the options of a list, or None after reporting it."""
        if self.names.type_of(question) != "option":
            self.writing.wrong(left, f"`{question}` has no single option that could be in a list")
            return None
        if not right.parts:
            self.writing.wrong(right, "The list is empty", "`who in [seller, carrier]`")
            return None
        options = [self.writing.option(question, item) for item in right.parts]
        known = [option for option in options if option]
        return known if len(known) == len(options) else None

    def against_option(self, left: Syntax, sign: str, right: Syntax) -> Expression | None:
        """Compare the one option that was picked."""
        if sign not in ("==", "!="):
            self.writing.wrong(
                left,
                f"`{left.text}` has options, and `{sign}` is for numbers and days",
                f"`{left.text} == option`, or `{left.text} in [option, option]`",
            )
            return None
        return self.writing.option(left.text, right)

    def against_options(self, left: Syntax, sign: str, right: Syntax) -> Expression | None:
        """Refuse to compare several ticked options with one."""
        self.writing.wrong(
            left,
            f"Several options of `{left.text}` can be ticked, so `{sign}` says nothing",
            f"`{right.text or 'option'} in {left.text}`",
        )
        return None

    def against_words(self, left: Syntax, sign: str, right: Syntax) -> Expression | None:
        """Refuse to compare the reader's own words."""
        self.writing.wrong(
            left,
            f"`{left.text}` is answered in the reader's own words, so nothing can branch on it",
            "Ask a question with options.",
        )
        return None

    def _not_a_subject(self, syntax: Syntax) -> None:
        if syntax.head == "call" and syntax.text not in (*COUNTS, "answered"):
            self.writing.unknown_name(syntax)
            return
        self.writing.wrong(
            syntax,
            f"`{self.writing.source(syntax)}` cannot be compared",
            "A condition compares one answer with a number, a day or an option.",
        )

    def _not_a_condition(self, syntax: Syntax) -> None:
        if syntax.head == "word" and self._question(syntax) is None:
            return
        if syntax.head == "call" and syntax.text not in COUNTS:
            self.writing.unknown_name(syntax)
            return
        self.writing.wrong(
            syntax,
            f"`{self.writing.source(syntax)}` is not a condition",
            "A condition is a comparison, such as `who == seller` or `paid >= 10`.",
        )


def _constant(syntax: Syntax) -> bool:
    return syntax.head in ("number", "date")


#: How an answer of each type is compared: checks the sign, returns the constant.
COMPARE: dict[str, Callable[[Conditions, Syntax, str, Syntax], Expression | None]] = {
    "option": Conditions.against_option,
    "options": Conditions.against_options,
    "words": Conditions.against_words,
    "number": lambda conditions, left, sign, right: conditions.writing.number(right),
    "date": lambda conditions, left, sign, right: conditions.writing.day(right),
}
