"""The YAML merge key `<<` is not used in trees.

It would pull in keys that cannot be seen at their place. Write the keys out.

Bad:

    card:
      <<: {hint: Look at your bank statement.}
      label: Card

Good:

    card:
      hint: Look at your bank statement.
      label: Card
"""

from __future__ import annotations

from ..findings import Finding, Span
from .base import make


def found(span: Span) -> Finding:
    """Refuse the merge key."""
    return make(__name__, span, "The merge key << is not used in trees", "Write the keys out.")
