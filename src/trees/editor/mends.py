"""Mend a finding by one click, where exactly one change is right.

Boundary: findings in, changes out; what is right to change is the rules' to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from trees.authoring.findings import Edit, Finding

type Place = tuple[int, int]


def mends(
    findings: Iterable[Finding], path: str, start: Place, end: Place
) -> Iterator[tuple[Finding, Edit]]:
    """Return the findings between two places that can be mended, each with its mend."""
    for finding in findings:
        span = finding.span
        touches = (span.line, span.column) <= end and start <= (span.end_line, span.end_column)
        if finding.mend and span.path == path and touches:
            yield finding, finding.mend
