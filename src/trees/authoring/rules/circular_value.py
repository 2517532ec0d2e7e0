"""Values use each other in a circle.

None of them could ever be worked out.

Bad:

    values:
      due: last_day - days(3)
      last_day: due + days(3)

Good:

    values:
      due: paid_on + days(30)
      last_day: due + days(3)
"""

from __future__ import annotations

from collections.abc import Sequence

from ..findings import Finding, Span
from .base import make


def found(span: Span, circle: Sequence[str]) -> Finding:
    """Say which values go round in a circle."""
    way = " → ".join(circle[:8])
    return make(
        __name__,
        span,
        f"This value needs itself: {way}",
        "Work one of them out from answers alone.",
    )
