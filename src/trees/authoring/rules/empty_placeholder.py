"""A text shows nothing where a reader leaves an optional answer out.

An `optional` text may stay empty. A message that names it would then have a gap, and the reader
might send it like that. `if_empty` says what stands there instead. The finding shows the shortest
answers that lead to the gap.

Bad: `The words are {words}.` in a message, with

    words:
      kind: text
      optional: yes

Good:

    words:
      kind: text
      optional: yes
      if_empty: not known
"""

from __future__ import annotations

from ..findings import Finding, Span
from .base import make


def found(span: Span, node: str, name: str, example: str) -> Finding:
    """Point at a name in a text whose answer may have been left out."""
    return make(
        __name__,
        span,
        f"`{{{name}}}` in the texts of `{node}` shows nothing when `{name}` is left out",
        f"Give `{name}` an `if_empty`, the words to show then, or take its `optional` away."
        f" For example: {example}.",
    )
