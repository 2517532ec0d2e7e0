"""The pages of the rules of the check, from the rules' own docstrings.

Boundary: Markdown out, by path; the rules say everything, nothing is written twice.
"""

from __future__ import annotations

from collections.abc import Mapping


def sources() -> Mapping[str, str]:
    """Return the Markdown of every rule's page and of their index, by path in the docs."""
    return {}
