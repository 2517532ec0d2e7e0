"""What stands in a text: placeholders, citations and links, with their offsets.

Boundary: text in, marks out; whether they are right is for the rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

# None of these can begin inside a match of itself, so that scanning stays linear.
PLACEHOLDER = re.compile(r"\{([^{}\n]*)\}")
CITATION = re.compile(r"\[@([^\[\]\n]{0,200})\]")
#: What readers fill in: brackets that are neither a citation nor the words of a link.
GAP = re.compile(r"\[[^\[\]{}\n@][^\[\]{}\n]*\](?!\()")
LINK = re.compile(r"\]\(\s*<?([^\s)>]*)")
AUTOLINK = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]*:[^<>\s]*)>")
DEFINITION = re.compile(r"^ {0,3}\[[^\]\n@]+\]:\s*<?([^\s>]+)", re.MULTILINE)


class Mark(NamedTuple):
    """A mark in a text: what it names, and where that stands in the text."""

    name: str
    start: int
    end: int


def placeholders(text: str) -> Iterator[Mark]:
    """Return each ``{name}``."""
    return _marks(PLACEHOLDER, text) if "{" in text else iter(())


def citations(text: str) -> Iterator[Mark]:
    """Return each ``[@source]``."""
    return _marks(CITATION, text) if "[@" in text else iter(())


def gaps(text: str) -> Iterator[Mark]:
    """Return each ``[gap]``, all under one name: their words are for each language to choose."""
    return (Mark("", found.start(), found.end()) for found in GAP.finditer(text))


def links(text: str) -> Iterator[Mark]:
    """Return the address of each Markdown link."""
    if "](" in text:
        yield from _marks(LINK, text)
    if "<" in text:
        yield from _marks(AUTOLINK, text)
    if "]:" in text:
        yield from _marks(DEFINITION, text)


def _marks(pattern: re.Pattern[str], text: str) -> Iterator[Mark]:
    for found in pattern.finditer(text):
        yield Mark(found.group(1), found.start(1), found.end(1))
