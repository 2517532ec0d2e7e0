"""A branch stands where it can never be reached.

Branches are tried from the top, and `otherwise` always holds: nothing after it is ever tried.
Neither is a `then` or `go` of a question whose options all have a `go` of their own.

Bad:

    then:
      - otherwise: wait
      - if: paid >= 100
        go: ask

Good:

    then:
      - if: paid >= 100
        go: ask
      - otherwise: wait
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding, Span
from .base import make

if TYPE_CHECKING:
    from ..subject import Subject


def found(span: Span) -> Finding:
    """Point at a branch after `otherwise`."""
    return make(
        __name__,
        span,
        "This branch stands after `otherwise` and is never tried",
        "Move it up, or delete it.",
    )


def check(subject: Subject) -> Iterator[Finding]:
    """Report a way on that no option is left for."""
    for question in subject.draft.questions.values():
        taken = {branch.option for branch in question.branches if branch.option}
        if question.options and question.ways_key and taken == question.options.keys():
            key = question.ways_key
            yield make(
                __name__,
                key.span,
                f"Every option has a `go` of its own, so this `{key.value}` is never used",
                "Delete it.",
            )
