"""An outcome does not say what to do next.

Readers come for an answer that they can act on: steps, a message, a day to remember or another
guide.

Bad: an outcome with a `title` and a `reason` only.

Good:

    steps:
      - Open **My orders**, then the order.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding
from .base import make

if TYPE_CHECKING:
    from ..style import Guide


def check(guide: Guide) -> Iterator[Finding]:
    """Report outcomes with nothing to do."""
    for name, outcome in guide.document.outcomes.items():
        if not (outcome.steps or outcome.messages or outcome.dates or outcome.read):
            yield make(
                __name__,
                guide.span("outcomes", name, "title"),
                f"The outcome `{name}` does not say what to do next",
                "Add `steps`, a message, a day to remember, or `read`.",
                "advice",
            )
