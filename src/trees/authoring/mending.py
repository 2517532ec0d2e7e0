"""Mending files where exactly one change is right.

Boundary: texts in, texts out. A mend is a change at a place, so comments and layout stay. Each is
tried: one that leaves its finding, or brings a new one to the same lines, is not made. What else
comes to light was only hidden before. So mending twice is mending once. Mends of one sort that do
not touch each other are tried together, which spares a check for each.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from .findings import Edit, Finding
from .project import load_texts
from .source.nodes import LINE_END
from .style import advice

#: More mends than this are not made in one go.
MOST_MENDS = 200


@dataclass(frozen=True, slots=True)
class Mended:
    """The texts of all files after mending, and the findings that were mended."""

    texts: Mapping[str, str]
    findings: tuple[Finding, ...]


def mended(
    texts: Mapping[str, str],
    today: date,
    only: frozenset[str] = frozenset(),
    unread: tuple[Finding, ...] = (),
) -> Mended:
    """Mend what can be mended: in the files of ``only``, or in all.

    ``unread`` says which files could not be read, so that what leads there is not blamed.
    """

    def findings(some: Mapping[str, str]) -> list[Finding]:
        project = load_texts(some, None, unread)
        return [*project.findings, *advice(project, today)]

    here, done, refused = dict(texts), list[Finding](), set[Finding]()
    found, together = findings(here), True
    for _ in range(MOST_MENDS):
        some = _next(found, only, refused)[: None if together else 1]
        if not some:
            break
        tried = {**here, **_edited(here, some)}
        left = findings(tried)
        if all(_mends(finding, found, left) for finding in some):
            here, found = tried, left
            done += some
        elif len(some) > 1:
            together = False
        else:
            refused.update(some)
    return Mended(here, tuple(done))


def _next(found: list[Finding], only: frozenset[str], refused: set[Finding]) -> list[Finding]:
    """Return the first finding that can be mended, or several of its rule that lie apart."""
    mends = (one for one in found if one.mend and one not in refused)
    wanted = [one for one in mends if not only or one.span.path in only]
    return _apart([one for one in wanted if one.code == wanted[0].code]) or wanted[:1]


def _apart(findings: list[Finding]) -> list[Finding]:
    """Return those whose mends share no line, and leave each line at its number.

    So each of them is looked for in its own lines afterwards.
    """
    some, last = list[Finding](), None
    for edit, finding in sorted((one.mend, one) for one in findings if one.mend):
        span = edit.span
        keeps = edit.text.count("\n") == span.end_line - span.line
        if keeps and (not last or last.path != span.path or last.end_line < span.line):
            some.append(finding)
            last = span
    return some


def _mends(finding: Finding, found: list[Finding], left: list[Finding]) -> bool:
    """Whether a finding is gone, and nothing new stands in its lines."""
    known = {(one.code, one.message) for one in found} - {(finding.code, finding.message)}
    path, line = finding.span.path, finding.span.line
    here = [one for one in left if (one.span.path, one.span.line) == (path, line)]
    return all((one.code, one.message) in known for one in here)


def _edited(texts: Mapping[str, str], findings: list[Finding]) -> dict[str, str]:
    """Return the texts that some mends change, each made from its end."""
    changed: dict[str, str] = {}
    for edit in sorted((one.mend for one in findings if one.mend), reverse=True):
        path = edit.span.path
        if path in texts:
            changed[path] = edited(changed.get(path, texts[path]), edit)
    return changed


def edited(text: str, edit: Edit) -> str:
    """Return a text with one change made."""
    starts = [0, *(found.end() for found in LINE_END.finditer(text)), len(text)]
    span = edit.span
    start = starts[span.line - 1] + span.column - 1
    end = starts[min(span.end_line, len(starts)) - 1] + span.end_column - 1
    return text[:start] + edit.text + text[end:]
