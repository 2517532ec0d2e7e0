"""The parts of a tree stand in an unusual order.

A file reads like the way through it: what it is about, the questions, the values, the outcomes and
the scenarios. Whoever knows one tree then finds everything in the next.

Bad: `outcomes` before `questions`.

Good: `title`, `summary`, `said`, `listed`, `start`, `questions`, `values`, `outcomes`, `scenarios`.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from ..findings import Edit, Finding, Span
from .base import make

if TYPE_CHECKING:
    from ..style import Guide

RANKS = {
    "title": 0,
    "summary": 1,
    "said": 2,
    "listed": 2,
    "start": 2,
    "questions": 3,
    "values": 4,
    "outcomes": 5,
    "scenarios": 6,
}


def check(guide: Guide) -> Iterator[Finding]:
    """Report the first part that stands before one that usually comes earlier."""
    written = [key for key in guide.document.keys if key in RANKS]
    for key, following in pairwise(written):
        if RANKS[key] > RANKS[following]:
            yield make(
                __name__,
                guide.document.keys[following],
                f"`{following}` stands after `{key}`",
                f"The usual order is {', '.join(RANKS)}.",
                "advice",
                _mend(guide),
            )
            return


def _mend(guide: Guide) -> Edit | None:
    """Put the parts in order, each with the comments right above it."""
    keys = guide.document.keys
    odd = any(span.column > 1 for span in keys.values()) or not keys.keys() <= RANKS.keys()
    if odd or "\r" in guide.text:
        return None
    lines = [f"{line}\n" for line in guide.text.removesuffix("\n").split("\n")]
    starts = [_with_comments(lines, span.line - 1) for span in keys.values()]
    parts = ["".join(lines[at:end]) for at, end in pairwise([*starts, len(lines)])]
    gaps = {key: part[len(part.rstrip()) :] for key, part in zip(keys, parts, strict=True)}
    ranked = sorted(zip(keys, parts, strict=True), key=lambda part: RANKS[part[0]])
    # Blank lines go along with what stands above them, but for the end of the file.
    old, new = [*keys][-1], ranked[-1][0]
    gaps[old], gaps[new] = gaps[new], gaps[old]
    text = "".join(part.rstrip() + gaps[key] for key, part in ranked)
    first = starts[0] + 1
    return Edit(Span(guide.document.path, first, 1, len(lines) + 1, 1), text)


def _with_comments(lines: list[str], at: int) -> int:
    """Return where the comments right above a line begin."""
    while at and lines[at - 1].startswith("#"):
        at -= 1
    return at
