"""A value is worked out, but no text shows it.

It is dead weight, or a placeholder somewhere is misspelled.

Bad: a value `due` that stands in no text.

Good: `Wait until {due}`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..facts import values_in
from ..findings import Finding
from ..prose import placeholders
from .base import make

if TYPE_CHECKING:
    from ..drafts import Draft
    from ..subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Report values that neither a text nor a used value uses."""
    draft = subject.draft
    used = _used(draft)
    for name, value in draft.values.items():
        if name not in used:
            yield make(
                __name__,
                value.key.span,
                f"No text shows the value `{name}`",
                f"Show it as {{{name}}}, or delete it.",
                "warning",
            )


def _used(draft: Draft) -> set[str]:
    waiting = [mark.name for prose in draft.prose for mark in placeholders(prose.node.value)]
    waiting += [note.date for outcome in draft.outcomes.values() for note in outcome.dates]
    used: set[str] = set()
    while waiting:
        name = waiting.pop()
        value = draft.values.get(name)
        if value and name not in used:
            used.add(name)
            waiting.extend(values_in(value.value.expression) if value.value else ())
    return used
