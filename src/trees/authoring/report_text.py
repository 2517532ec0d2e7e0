"""Findings as text, for terminals and for the page of a broken file.

Boundary: formats findings, decides nothing about them. Control characters of a file are shown,
never sent to a terminal.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping

from .findings import Finding, Span
from .rules.base import page_of

type _Paint = Callable[[str, str], str]

#: A longer line is cut around the place that matters.
WIDEST = 96
BOLD, RED, YELLOW, BLUE, PLAIN = "\x1b[1m", "\x1b[31m", "\x1b[33m", "\x1b[34m", "\x1b[0m"

TONES = {"error": RED, "warning": YELLOW, "advice": BLUE}


def render(findings: Iterable[Finding], texts: Mapping[str, str], *, color: bool = False) -> str:
    """Return findings as text: what, where, the line with a caret, and how to mend it.

    ``texts`` holds the text of each file by path; a finding of a file that is not there is shown
    without its line.
    """
    paint = _paint if color else _leave
    found = list(findings)
    paths = {one.span.path for one in found} & texts.keys()
    lines = {path: texts[path].splitlines() for path in paths}
    return "\n\n".join(_finding(one, lines.get(one.span.path, []), paint) for one in found)


def _finding(finding: Finding, lines: list[str], paint: _Paint) -> str:
    span = finding.span
    tone = TONES[finding.severity]
    where = paint(f"{visible(span.path)}:{span.line}:{span.column}", BOLD)
    code = _linked(finding.code) if paint is _paint else finding.code
    what = paint(f"{finding.severity}[{code}]", tone)
    parts = [f"{where}: {what} {visible(finding.message)}"]
    if 1 <= span.line <= len(lines):
        parts += _pointed(span, lines[span.line - 1], tone, paint)
    if finding.hint:
        parts.append(f"  {paint('hint:', BLUE)} {visible(finding.hint)}")
    return "\n".join(parts)


def _pointed(span: Span, line: str, tone: str, paint: _Paint) -> list[str]:
    start = min(span.column - 1, len(line))
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    first = max(0, start - WIDEST // 2) if len(line) > WIDEST else 0
    shown, dots = line[first : first + WIDEST], "…" if first else ""
    pad = _width(dots + line[first:start])
    caret = "^" * max(1, _width(line[start : min(end, first + WIDEST)]))
    number = str(span.line)
    gutter = f"  {number} | "
    return [
        f"{gutter}{dots}{visible(shown)}{'…' if first + WIDEST < len(line) else ''}",
        f"{' ' * (len(gutter) - 2)}| {' ' * pad}{paint(caret, tone)}",
    ]


def visible(text: str) -> str:
    """Return text with every control character replaced by one that can be seen."""
    return "".join(_seen(mark) for mark in text)


def _seen(mark: str) -> str:
    if mark in "\t\n\r":
        return " "
    unseen = unicodedata.category(mark) in ("Cc", "Cf", "Cs", "Zl", "Zp")
    return "\N{REPLACEMENT CHARACTER}" if unseen else mark


def _width(text: str) -> int:
    """Return how many columns a terminal gives to a text."""
    wide = sum(unicodedata.east_asian_width(mark) in "WF" for mark in text)
    joined = sum(unicodedata.combining(mark) > 0 for mark in text)
    return len(text) + wide - joined


def _linked(code: str) -> str:
    """Return a code that terminals make a link to its rule's page."""
    return f"\x1b]8;;{page_of(code)}\x1b\\{code}\x1b]8;;\x1b\\"


def _paint(text: str, tone: str) -> str:
    return f"{tone}{text}{PLAIN}"


def _leave(text: str, _tone: str) -> str:
    return text
