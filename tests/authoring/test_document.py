"""What a project says of its files."""

from __future__ import annotations

from trees.authoring.document import Project
from trees.authoring.findings import Finding, Span


class Counted(tuple[Finding, ...]):
    """Findings that count how often they are gone through."""

    times = 0

    def __iter__(self):
        Counted.times += 1
        return super().__iter__()


def finding(path: str, line: int, severity: str = "error") -> Finding:
    return Finding(Span(path, line, 1, line, 2), "code", "Wrong.", severity=severity)


def test_broken__errors_by_file_in_their_order__warnings_left_out():
    a, b, c = finding("a", 1), finding("b", 1), finding("a", 2)
    project = Project({}, {}, (a, b, finding("c", 1, "warning"), c))
    assert project.broken == {"a": (a, c), "b": (b,)}


def test_broken__many_files__are_gone_through_once():
    found = Counted(finding(f"{at}.yaml", 1) for at in range(50))
    assert len(Project({}, {}, found).broken) == 50
    assert Counted.times == 1
