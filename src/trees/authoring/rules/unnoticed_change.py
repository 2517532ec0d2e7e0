"""A change to this line would go unnoticed.

`trees mutate` changes each branch, target, bound and value by a little, and follows the stories
again. Where all still end as they say, and show what they say, a real slip in this place would not
be noticed either. The hint shows readers who would end elsewhere: their answers are the story that
is missing. For a value it names a story that only has to say what is shown.

Bad: `if: paid >= 100`, with stories about 20 and 250 only. With `paid >= 101` they end as before.

Good:

    scenarios:
      - story: Exactly the limit.
        answers: {paid: 100}
        ends: ask
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING

from ..findings import Finding, Span
from .base import make

if TYPE_CHECKING:
    from ..proof.certificate import Witness


def found(span: Span, words: str, tree: str, example: Witness, end: tuple[str, str]) -> Finding:
    """Say which change no story notices, and which readers would."""
    answers = json.dumps(dict(example.answers), ensure_ascii=False)
    ends = end[1] if end[0] == tree else f"tree:{end[0]}/{end[1]}"
    return make(
        __name__,
        span,
        f"If {words}, no story would notice",
        f"A story of `{tree}` that would: {answers} on {example.today} ends at `{ends}`.",
        "advice",
    )


def unsaid(span: Span, words: str, story: str, shown: Mapping[str, str]) -> Finding:
    """Say which change of a value no story notices, and what one of them could say."""
    name, value = next(iter(shown.items()))
    return make(
        __name__,
        span,
        f"If {words}, no story would notice",
        f"The story “{story}” would, if it said `shows: {{{name}: {value}}}`.",
        "advice",
    )


def unseen(span: Span, words: str) -> Finding:
    """Say that a change of a value makes no difference in any story."""
    return make(
        __name__,
        span,
        f"If {words}, no story would notice",
        "It makes no difference in any of them. If it does to readers, add a story of one.",
        "advice",
    )


def undecided(span: Span, words: str) -> Finding:
    """Say that a change goes unnoticed, and that nobody knows whether it matters."""
    return make(
        __name__,
        span,
        f"If {words}, no story would notice",
        "It is too much to tell whether readers would.",
        "advice",
    )
