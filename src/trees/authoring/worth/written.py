"""Conditions as they are written in YAML.

Boundary: compiled expressions in, text out; the other way is the language's.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from trees.engine.tree import Expression


def written(expression: Expression) -> str:
    """Return a condition as an author would write it."""
    head, *rest = expression
    return FORMS.get(head, _called if len(rest) == 1 else _between)(head, rest)


def _name(_head: str, rest: list[Any]) -> str:
    return str(rest[0])


def _called(head: str, rest: list[Any]) -> str:
    operand = rest[0]
    return f"{head}({written(operand) if isinstance(operand, list) else operand})"


def _between(head: str, rest: list[Any]) -> str:
    return f"{written(rest[0])} {head} {written(rest[1])}"


def _joined(head: str, rest: list[Any]) -> str:
    texts = [
        f"({written(part)})" if part[0] in ("and", "or") and part[0] != head else written(part)
        for part in rest
    ]
    return f" {head} ".join(texts)


def _listed(_head: str, rest: list[Any]) -> str:
    return f"{written(rest[0])} in [{', '.join(map(written, rest[1:]))}]"


def _ticked(_head: str, rest: list[Any]) -> str:
    return f"{written(rest[1])} in {written(rest[0])}"


FORMS: dict[str, Callable[[str, list[Any]], str]] = {
    **dict.fromkeys(("answer", "value", "number", "date", "text"), _name),
    **dict.fromkeys(("and", "or"), _joined),
    "not": lambda _head, rest: f"not ({written(rest[0])})",
    "one_of": _listed,
    "has": _ticked,
}
