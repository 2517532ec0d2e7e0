"""A link leads to an address that links may not lead to.

Links lead to `https://` addresses, or to another tree with `tree:`. Anything else could run
script, be read on the way, or lead to a place that readers do not have. Pictures are not shown,
because loading them would tell another site who reads this page.

Bad:

    - "[The help page](http://example.org)"

Good:

    - "[The help page](https://example.org)"
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..findings import Finding, Span
from ..prose import links
from .base import make

if TYPE_CHECKING:
    from ..subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Report links that lead elsewhere, and further reading that is no link."""
    for span, address in subject.links:
        if not _safe(address):
            yield _unsafe(span, address)
    for outcome in subject.draft.outcomes.values():
        for link in outcome.links:
            if not link.value.startswith("tree:") and not any(links(link.value)):
                yield make(
                    __name__,
                    link.node.span,
                    "This is not a link",
                    'Write `tree:name`, or `"[words](https://…)"`.',
                )


def _safe(address: str) -> bool:
    # Browsers read the scheme in either case; `tree:` is read by us, in small letters only.
    return address.lower().startswith("https://") or address.startswith("tree:")


def _unsafe(span: Span, address: str) -> Finding:
    return make(
        __name__,
        span,
        f"A link may not lead to “{address[:60]}”",
        "Links lead to addresses that begin with https://, or to a tree: `tree:refund`.",
    )
