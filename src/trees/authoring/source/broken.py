"""What is known of broken YAML, for those who explain it.

Boundary: data and places; no words.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..findings import Span
from .nodes import File

type Explained = tuple[Span, str, str]


@dataclass(frozen=True, slots=True)
class Broken:
    """Where reading stopped (``at``), what PyYAML said, and where the broken thing ``begun``."""

    file: File
    lines: list[str]
    at: tuple[int, int]
    said: str
    begun: tuple[int, int] | None


def span_of(file: File, line: int, column: int, end: int | None = None) -> Span:
    """Return a place within a line; one character unless it says where it ends."""
    return Span(file.path, line, column, line, end or column + 1)


def whole_line(broken: Broken, number: int, message: str, hint: str) -> Explained:
    """Say something of a line without its indentation."""
    text = broken.lines[number - 1]
    column = indent_of(text) + 1
    end = max(column, len(text.rstrip())) + 1
    return span_of(broken.file, number, column, end), message, hint


def indent_of(text: str) -> int:
    """Count the blanks at the beginning of a line."""
    return len(text) - len(text.lstrip())
