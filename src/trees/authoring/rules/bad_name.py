"""A name holds letters that names cannot hold.

Names of questions, options, outcomes and values begin with a letter and hold small letters,
digits and `_`: they stand in conditions, and in addresses that readers share. Names of files and
sources use `-` instead of `_`. No tree is called `index`: that is the page that lists the trees.

Bad:

    questions:
      How paid:

Good:

    questions:
      how_paid:
"""

from __future__ import annotations

import re

from ..findings import Finding, Span
from .base import make


def found(span: Span, name: str) -> Finding:
    """Refuse a name, and offer one that is like it."""
    better = re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_")[:60]
    hint = f"Write `{better}`. " if re.match("[a-z]", better) else ""
    return make(
        __name__,
        span,
        f"“{name[:60]}” cannot be a name",
        hint + "Names begin with a letter and hold small letters, digits and `_` (60 at most).",
    )


def slug(span: Span, name: str) -> Finding:
    """Refuse the name of a source."""
    better = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:60]
    return make(
        __name__,
        span,
        f"“{name[:60]}” cannot be a name",
        (f"Write `{better}`. " if better else "")
        + "This name may hold small letters, digits and `-` (60 at most).",
    )


def file(path: str, stem: str) -> Finding:
    """Refuse the name of a file."""
    return slug(Span(path, 1, 1, 1, 1), stem)


def index(path: str) -> Finding:
    """Refuse a tree whose page would take the place of the list of trees."""
    return make(
        __name__,
        Span(path, 1, 1, 1, 1),
        "A tree cannot be called `index`: that is the page that lists all trees",
        "Rename the file after what the tree finds out.",
    )


def suffix(path: str, stem: str) -> Finding:
    """Refuse the ending .yml."""
    return make(
        __name__,
        Span(path, 1, 1, 1, 1),
        "The name of a tree's file ends in .yaml, so this file is not read",
        f"Rename it to {stem[:60]}.yaml.",
    )
