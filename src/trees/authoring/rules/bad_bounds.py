"""The bounds of a question leave no answer.

`min` is larger than `max`, `earliest` comes after `latest`, or `step` is not above 0. Nobody
could answer the question.

Bad:

    min: 100
    max: 10

Good:

    min: 10
    max: 100
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from trees.engine.tree import Question

from ..findings import Finding
from .base import make

if TYPE_CHECKING:
    from ..schema.shapes import Fields

#: Settings that bound an answer from below and above.
PAIRS = (("min", "max"), ("earliest", "latest"))


def check(question: Question, fields: Fields) -> Iterator[Finding]:
    """Report bounds that are the wrong way round."""
    for low, high in PAIRS:
        if low in question.settings and high in question.settings:
            least, most = question.settings[low], question.settings[high]
            if _above(least, most):
                span = fields.get(low).node.span
                yield make(
                    __name__,
                    span,
                    f"`{low}` is beyond `{high}`, so nothing can be answered",
                    f"Swap `{low}` and `{high}`, or correct one of them.",
                )
    step = question.settings.get("step")
    if step is not None and Decimal(step) <= 0:
        yield make(
            __name__,
            fields.get("step").node.span,
            "`step` must be more than 0",
            "Write the least difference that counts, such as 1 or 0.01.",
        )


def _above(least: object, most: object) -> bool:
    if isinstance(least, str) and isinstance(most, str):
        return Decimal(least) > Decimal(most)
    if isinstance(least, list) and isinstance(most, list) and least[0] == most[0]:
        return bool(least[1] > most[1])
    return False
