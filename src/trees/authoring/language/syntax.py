"""Grammar of the language: tokens → a syntax tree.

Boundary: knows how things are written (with Python's precedences), not what they mean. Length
and nesting are bounded, so hostile text cannot exhaust anything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from .tokens import Token, tokens

LONGEST = 1000
DEEPEST = 20
MOST_LEVELS = 50

COMPARISONS = ("==", "!=", "<", "<=", ">", ">=", "in", "not in")


class Syntax(NamedTuple):
    """A piece of an expression and where it stands.

    ``head`` is ``word``, ``number``, ``date``, ``list``, ``call``, ``compare`` (whose parts
    alternate with ``signs``), ``and``, ``or``, ``not``, ``if``, ``negative`` or a sign.
    """

    head: str
    start: int
    end: int
    text: str = ""
    parts: tuple[Syntax, ...] = ()
    signs: tuple[str, ...] = ()


class Trouble(Exception):
    """The text is not an expression: what is wrong, where, and how to mend it."""

    def __init__(self, start: int, end: int, message: str, hint: str = "", rule: str = "") -> None:
        super().__init__(message)
        self.place = (start, max(end, start + 1))
        self.message = message
        self.hint = hint
        self.rule = rule


def parse(text: str) -> Syntax:
    """Return the syntax tree of an expression.

    Raises:
        Trouble: it is not one.
    """
    if len(text) > LONGEST:
        raise Trouble(0, len(text), "", rule="length")
    parser = _Parser(tokens(text))
    tree = parser.choice()
    if parser.token.kind != "end":
        raise _unexpected(parser.token, "the end of the line")
    if _depth(tree) > MOST_LEVELS:
        raise Trouble(0, len(text), "", rule="depth")
    return tree


def words(tree: Syntax) -> Iterator[Syntax]:
    """Return all words of an expression, from left to right."""
    waiting = [tree]
    while waiting:
        piece = waiting.pop()
        if piece.head == "word":
            yield piece
        waiting.extend(reversed(piece.parts))


def _depth(tree: Syntax) -> int:
    """Count the levels of a tree; a long sum is deep although it has no brackets."""
    level, row = 0, [tree]
    while row:
        level += 1
        row = [part for piece in row for part in piece.parts]
    return level


class _Parser:
    """Recursive descent, one method for each precedence, from the loosest to the tightest."""

    def __init__(self, found: list[Token]) -> None:
        self.tokens = found
        self.at = 0
        self.depth = 0

    @property
    def token(self) -> Token:
        return self.tokens[self.at]

    def choice(self) -> Syntax:
        self._deeper()
        yes = self.either()
        if self._take("if"):
            condition = self.either()
            self._expect("else")
            no = self.choice()
            yes = Syntax("if", yes.start, no.end, parts=(condition, yes, no))
        self.depth -= 1
        return yes

    def either(self) -> Syntax:
        return self._joined("or", lambda: self._joined("and", self.negation))

    def negation(self) -> Syntax:
        token = self._take("not")
        if not token:
            return self.comparison()
        self._deeper()
        part = self.negation()
        self.depth -= 1
        return Syntax("not", token.start, part.end, parts=(part,))

    def comparison(self) -> Syntax:
        parts, signs = [self.sum()], []
        while sign := self._comparison_sign():
            signs.append(sign)
            parts.append(self.sum())
        if not signs:
            return parts[0]
        return Syntax(
            "compare", parts[0].start, parts[-1].end, parts=tuple(parts), signs=tuple(signs)
        )

    def sum(self) -> Syntax:
        return self._chain(("+", "-"), lambda: self._chain(("*", "/"), self.signed))

    def signed(self) -> Syntax:
        token = self._take("-")
        if not token:
            return self.atom()
        self._deeper()
        part = self.signed()
        self.depth -= 1
        if part.head == "number":
            digits = part.text[1:] if part.text.startswith("-") else f"-{part.text}"
            return Syntax("number", token.start, part.end, digits)
        return Syntax("negative", token.start, part.end, parts=(part,))

    def atom(self) -> Syntax:
        token = self.token
        if token.kind == "word" and self.tokens[self.at + 1].text == "(":
            self.at += 2
            parts, end = self._items(")")
            return Syntax("call", token.start, end, token.text, parts)
        if token.kind in ("word", "number", "date"):
            self.at += 1
            return Syntax(token.kind, token.start, token.end, token.text)
        if self._take("["):
            parts, end = self._items("]")
            return Syntax("list", token.start, end, parts=parts)
        if self._take("("):
            inner = self.choice()
            end = self._expect(")").end
            return inner._replace(start=token.start, end=end)
        raise _unexpected(token, "a name, a number, a date or a bracket")

    def _items(self, closing: str) -> tuple[tuple[Syntax, ...], int]:
        parts: list[Syntax] = []
        while not (closed := self._take(closing)):
            if parts:
                self._expect(",")
            parts.append(self.choice())
        return tuple(parts), closed.end

    def _joined(self, sign: str, operand: Callable[[], Syntax]) -> Syntax:
        parts = [operand()]
        while self._take(sign):
            parts.append(operand())
        if len(parts) == 1:
            return parts[0]
        return Syntax(sign, parts[0].start, parts[-1].end, parts=tuple(parts))

    def _chain(self, signs: tuple[str, ...], operand: Callable[[], Syntax]) -> Syntax:
        left = operand()
        while self.token.text in signs:
            sign = self.token.text
            self.at += 1
            right = operand()
            left = Syntax(sign, left.start, right.end, parts=(left, right))
        return left

    def _comparison_sign(self) -> str | None:
        if self.token.text == "not" and self.tokens[self.at + 1].text == "in":
            self.at += 2
            return "not in"
        if self.token.text in COMPARISONS:
            self.at += 1
            return self.tokens[self.at - 1].text
        return None

    def _take(self, text: str) -> Token | None:
        token = self.token
        if token.kind != "sign" or token.text != text:
            return None
        self.at += 1
        return token

    def _expect(self, text: str) -> Token:
        token = self._take(text)
        if token is None:
            raise _unexpected(self.token, f"`{text}`")
        return token

    def _deeper(self) -> None:
        self.depth += 1
        if self.depth > DEEPEST:
            raise Trouble(self.token.start, self.token.end, "", rule="depth")


INSTEAD = {
    "=": "Write `==` to ask whether two things are equal.",
    "=<": "Write `<=`.",
    "=>": "Write `>=`.",
    "<>": "Write `!=`.",
    "!": "Write `not`.",
    "&&": "Write `and`.",
    "||": "Write `or`.",
    "&": "Write `and`.",
    "|": "Write `or`.",
}


def _unexpected(token: Token, expected: str) -> Trouble:
    found = f"`{token.text}`" if token.text else "nothing more"
    return Trouble(token.start, token.end, f"Expected {expected}, found {found}", _instead(token))


def _instead(token: Token) -> str:
    if token.text[:1] in ("'", '"', "“", "”", "‘", "’"):
        return "Write names of options without quotes."
    if token.kind == "odd" and token.text[:1].isdigit():
        return "Write numbers with plain digits and a point: 1500.5; and days as 2026-07-01."
    return INSTEAD.get(token.text, "")
