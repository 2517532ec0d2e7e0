"""Two branches hold for the same answers, lead to different places, and do not say which counts.

The upper one wins. But neither is a special case of the other, so whoever reads the file may think
that each takes all of its answers; and readers whose browser runs no script choose between the
branches in words, where both seem right. Say it in the lower one: in its condition, or with a `say`
that tells what is left for it.

Where the upper branch is the special case (`a and b` above `a`), its place says it already. So does
an option's own `go`.

Bad:

    - if: paid < 10
      go: too_little
    - if: who == seller
      go: ask_seller
    - otherwise: wait

Good:

    - if: paid < 10
      go: too_little
    - if: who == seller and paid >= 10
      go: ask_seller
    - otherwise: wait

Good, too:

    - if: paid < 10
      go: too_little
    - if: who == seller
      go: ask_seller
      say: The seller cancelled, and you paid 10 or more
    - otherwise: wait
"""

from __future__ import annotations

from ..findings import Finding, Span
from .base import make


def found(span: Span, upper: str, example: str) -> Finding:
    """Point at the lower of two branches; ``upper`` is the condition of the other."""
    said = " ".join(upper.split())
    shown = said if len(said) <= 60 else f"{said[:57]}…"
    return make(
        __name__,
        span,
        f"Where `{shown}` holds too, the branch above wins, and nothing says so here",
        "Rule it out in this condition, or write a `say` that tells what is left for this branch."
        f" Both hold {example}.",
        "warning",
    )
