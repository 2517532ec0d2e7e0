"""Steps of an outcome, each with the name by which a device remembers that it is done.

Boundary: what an author wrote in, a short name out. Given the text before it was translated, a step
has the same name in every language; one that is written anew has another.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256

from markupsafe import Markup

from .markdown import CITATION

CITED = re.compile(rf"\s*{CITATION.pattern}")
#: Enough to tell apart the few steps of one outcome.
DIGITS = 8


@dataclass(frozen=True, slots=True)
class Step:
    """A step, ready for its template."""

    name: str
    text: Markup


def step_name(written: str) -> str:
    """Return the name of a step, whatever it cites, and wherever its lines are broken."""
    words = " ".join(CITED.sub("", written).split())
    return sha256(words.encode()).hexdigest()[:DIGITS]
