"""A text shows something in braces that the tree does not have.

`{name}` is filled in with the answer to a question of this tree, with a value, or with `today`.
The texts of `ask`, of labels, and of the tree's own title and summary stay fixed: nothing is
filled in there.

Bad:

    title: Wait until {do}

Good:

    title: Wait until {due}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding, Span
from ..prose import placeholders
from ..suggest import did_you_mean, listing
from .base import make

if TYPE_CHECKING:
    from ..subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Report braces with unknown names, and braces in texts that stay fixed."""
    draft = subject.draft
    names = (*draft.written("questions"), *draft.written("values"), "today")
    known = frozenset(names)
    for prose in draft.prose:
        for mark in placeholders(prose.node.value):
            # Where it stands takes long to find out: only for a finding.
            if not prose.filled:
                yield _fixed(prose.node.span_of(mark.start, mark.end), mark.name)
            elif mark.name not in known and draft.written("questions"):
                yield _unknown(prose.node.span_of(mark.start, mark.end), mark.name, names)
    for outcome in draft.outcomes.values():
        for said in outcome.date_names:
            if not subject.is_day(said.value):
                yield _no_day(said.node.span, said.value, subject)


def _fixed(span: Span, name: str) -> Finding:
    return make(
        __name__,
        span,
        f"Nothing is filled in here, so readers would see {{{name[:60]}}}",
        "Placeholders work in hints and in the texts of outcomes.",
    )


def _unknown(span: Span, name: str, names: tuple[str, ...]) -> Finding:
    hint = did_you_mean(name, names, f"Texts can show {listing(names)}.")
    return make(__name__, span, f"There is no question or value called `{name[:60]}`", hint)


def _no_day(span: Span, name: str, subject: Subject) -> Finding:
    draft = subject.draft
    days = [known for known in (*draft.questions, *draft.values) if subject.is_day(known)]
    if name in draft.questions or name in draft.values:
        message = f"`{name}` is not a day"
    else:
        message = f"There is no question or value called `{name[:60]}`"
    hint = did_you_mean(name, days, f"Days here are {listing(days)}." if days else "")
    return make(__name__, span, message, hint)
