"""Something is larger than any tree written by people needs.

The limits keep the check quick and safe, whatever a pull request holds. They are far above what
the largest guide needs. Split a tree that reaches them into several, and let one go on in the
other with `go: tree:name`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding, Span
from .base import make

if TYPE_CHECKING:
    from ..subject import Subject

MOST_OPTIONS = 200


def characters(span: Span, most: int) -> Finding:
    """Refuse a file that is too long."""
    return make(
        __name__, span, f"The file is longer than {most} characters", "Split it into several trees."
    )


def depth(span: Span, most: int) -> Finding:
    """Refuse lists and groups of keys that are nested too deep."""
    return make(
        __name__,
        span,
        f"More than {most} lists or groups of keys stand in each other",
        "A tree never needs more than six. Is a bracket too many here?",
    )


def nodes(span: Span, most: int) -> Finding:
    """Refuse a file with too many parts."""
    return make(
        __name__, span, f"The file has more than {most} parts", "Split it into several trees."
    )


def check(subject: Subject) -> Iterator[Finding]:
    """Refuse questions with too many options."""
    for question in subject.draft.questions.values():
        if len(question.options) > MOST_OPTIONS:
            yield make(
                __name__,
                question.key.span,
                f"The question has more than {MOST_OPTIONS} options",
                "Nobody reads that many. Ask in two steps, with fewer options each.",
            )


def expression(span: Span, most: int) -> Finding:
    """Refuse a condition or value that is too long."""
    return make(
        __name__,
        span,
        f"This is longer than {most} characters",
        "Split it: use several branches, or values that use other values.",
    )


def nesting(span: Span, most: int) -> Finding:
    """Refuse brackets that are nested too deep."""
    return make(
        __name__,
        span,
        f"More than {most} brackets or `not` stand in each other",
        "Split it: use several branches, or values that use other values.",
    )


def work(span: Span, name: str, most: int) -> Finding:
    """Refuse a value that takes too many steps to work out."""
    return make(
        __name__,
        span,
        f"The value `{name}` takes more than {most} steps to work out",
        "Values that use other values several times over grow fast. Make it simpler.",
    )


def file(path: str, most: int) -> Finding:
    """Refuse a file that is too long to be read at all."""
    return characters(Span(path, 1, 1, 1, 1), most)
