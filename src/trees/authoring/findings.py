"""Findings: what the check has to say, as values.

Boundary: a finding knows what, where and how to mend it. Only reporters format it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

type Severity = Literal["error", "warning", "advice"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a file: path relative to the project, lines and columns counted from 1.

    ``end_column`` is the column after the last character.
    """

    path: str
    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """A change of a file: the text that should stand at a place instead."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One problem. ``code`` is stable; ``hint`` says how to mend it, and may be empty.

    An error keeps a tree from being published; a warning fails the check; advice does neither.
    ``mend`` is there where exactly one change is right.
    """

    span: Span
    code: str
    message: str
    hint: str = ""
    severity: Severity = "error"
    mend: Edit | None = field(default=None, compare=False, repr=False)
