"""Readers' own words are not what somebody would type.

Words under `said` are compared with what a reader types into a search field. Few people type a
whole sentence there, and nobody finds signs without letters.

Bad:

    said: [I ordered a lamp two weeks ago and now the page suddenly says cancelled, "???"]

Good:

    said: [my order says cancelled]
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding
from .base import make

if TYPE_CHECKING:
    from ..schema.shapes import Said
    from ..subject import Subject

#: What people type into a search field, at most.
LONGEST = 60


def check(subject: Subject) -> Iterator[Finding]:
    """Report words that are too long for a search, or hold no letter."""
    for said in subject.draft.said.values():
        for one in said:
            message, hint = _wrong(one)
            if message:
                yield make(__name__, one.node.span, message, hint, "warning")


def _wrong(said: Said) -> tuple[str, str]:
    if len(said.value) > LONGEST:
        return (
            f"These words have {len(said.value)} characters; readers type {LONGEST} at most",
            "Keep the few words that matter, or make two of them.",
        )
    if not any(map(str.isalpha, said.value)):
        return "These words hold no letter, so nobody can find them", "Write a word, or delete it."
    return "", ""
