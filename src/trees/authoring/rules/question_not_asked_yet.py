"""A text or a condition uses an answer that readers have not given by then.

A text may show an answer (or a value made from it) only where every way has passed that question;
otherwise some readers would see a gap. A condition may look at a question that only some ways have
passed, but not at one that no way has. The finding shows the shortest answers that lead there.

Bad: `{paid_on}` in the reason of an outcome that some ways reach without the question `paid_on`.

Good: ask `paid_on` on every way to it, or make two outcomes. A value can look first:
`paid_on + days(20) if answered(paid_on) else today`.
"""

from __future__ import annotations

from ..findings import Finding, Span
from ..language.syntax import parse, words
from .base import make


def shown(span: Span, node: str, name: str, question: str, example: str) -> Finding:
    """Point at a name in a text that some ways give no answer for."""
    what = "it" if name == question else f"`{question}`, which `{name}` needs"
    return make(
        __name__,
        span,
        f"`{name}` may be missing here: some ways come to `{node}` without asking {what}",
        f"Ask `{question}` on every way to `{node}`, or leave it out. For example: {example}.",
    )


def compared(span: Span, node: str, question: str) -> Finding:
    """Point at a comparison with an answer that nobody has given by then."""
    return make(
        __name__,
        span,
        f"No way asks `{question}` before `{node}`, so this can never hold",
        f"Ask `{question}` earlier, or compare another answer.",
    )


def position(text: str, name: str) -> int:
    """Return where a condition first speaks of a question."""
    return next((word.start for word in words(parse(text)) if word.text == name), 0)
