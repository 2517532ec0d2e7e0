"""A file has more parts, or a question more options or branches, than anybody can read.

The limits keep the check quick and safe, whatever a pull request holds: 200,000 texts, lists and
groups of keys in a file, 200 options and 500 branches in a question. Split the tree and let one
part go on in the other with `go: tree:name`; ask in two steps, with fewer options each.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding, Span
from .base import make

if TYPE_CHECKING:
    from ..subject import Subject

MOST_OPTIONS = 200
MOST_BRANCHES = 500


def nodes(span: Span, most: int) -> Finding:
    """Refuse a file with too many parts."""
    return make(
        __name__, span, f"The file has more than {most} parts", "Split it into several trees."
    )


def check(subject: Subject) -> Iterator[Finding]:
    """Refuse questions with too many options or branches."""
    for question in subject.draft.questions.values():
        if len(question.options) > MOST_OPTIONS:
            yield make(
                __name__,
                question.key.span,
                f"The question has more than {MOST_OPTIONS} options",
                "Nobody reads that many. Ask in two steps, with fewer options each.",
            )
        elif len(question.branches) > MOST_BRANCHES:
            yield make(
                __name__,
                question.key.span,
                f"The question has more than {MOST_BRANCHES} branches",
                "Nobody can review that many. Let some lead to a further question.",
            )
