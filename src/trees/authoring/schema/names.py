"""Names: of questions, options, outcomes, values, sources and files.

Boundary: what a name may look like, and which words are taken. Names stand in addresses that
readers share, and in conditions, so they are kept plain.
"""

from __future__ import annotations

import re

from ..findings import Finding
from ..rules import bad_name, reserved_name
from ..source import TextNode

NAME = re.compile(r"[a-z][a-z0-9_]{0,59}")
SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")

FUNCTIONS = (
    "days",
    "business_days",
    "days_since",
    "business_days_since",
    "days_until",
    "answered",
    "min",
    "max",
)
WORDS = ("from", "at", "today", "none", "and", "or", "not", "in", "if", "else", "true", "false")
RESERVED = frozenset(WORDS + FUNCTIONS)


def check_name(key: TextNode, names: str, findings: list[Finding]) -> None:
    """Report a name that cannot be used; ``names`` is ``name``, ``slug`` or ``any``."""
    if names == "any" or key.style in ("?", "*"):
        return
    if names == "slug":
        if not SLUG.fullmatch(key.value):
            findings.append(bad_name.slug(key.span, key.value))
    elif key.value in RESERVED:
        findings.append(reserved_name.found(key.span, key.value))
    elif not NAME.fullmatch(key.value):
        findings.append(bad_name.found(key.span, key.value))
