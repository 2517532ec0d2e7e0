"""The list of all rules.

Boundary: a rule that is not listed here does not exist. Rules with a ``check`` look at whole
trees; the others only word what the decoders find.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..drafts import Draft
from ..findings import Finding
from ..graph import Trees


def check_tree(draft: Draft, trees: Trees, sources: frozenset[str]) -> Iterator[Finding]:
    yield from ()


def check_project(trees: Trees) -> Iterator[Finding]:
    yield from ()
