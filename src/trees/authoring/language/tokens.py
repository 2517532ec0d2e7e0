"""Words of the language: text → tokens.

Boundary: knows letters, not grammar. A date such as 2026-07-01 is one token here, and not two
subtractions.
"""

from __future__ import annotations

import re
from typing import NamedTuple

TOKEN = re.compile(
    r"""(?P<blank>\s+)
    |(?P<date>\d{4}-\d{2}-\d{2}(?![\w.]))
    |(?P<number>\d+(?:\.\d+)?(?![\w.]))
    |(?P<word>[A-Za-z_]\w*)
    |(?P<sign>==|!=|<=|>=|<|>|[-+*/()\[\],])
    |(?P<odd>\d[\w.]*|"[^"]*"|'[^']*'|&&|\|\||=<|=>|<>|.)""",
    re.VERBOSE | re.ASCII,
)

WORD_SIGNS = frozenset(("and", "or", "not", "in", "if", "else"))


class Token(NamedTuple):
    """A token: ``kind`` is ``word``, ``number``, ``date``, ``sign``, ``odd`` or ``end``."""

    kind: str
    text: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """Return the tokens of ``text``; the last one is its end."""
    found = [
        Token(_kind(match), match.group(), match.start(), match.end())
        for match in TOKEN.finditer(text)
        if match.lastgroup != "blank"
    ]
    last = found[-1].end if found else 0
    return [*found, Token("end", "", last, last)]


def _kind(match: re.Match[str]) -> str:
    if match.group() in WORD_SIGNS:
        return "sign"
    return match.lastgroup or "odd"
