"""Plain texts → HTML: escaped, with ``{slots}`` that the engine fills, and ``[gaps]`` for readers.

Boundary: knows no Markdown. A slot holds fallback words until the engine's value stands there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from markupsafe import Markup, escape

SLOT = re.compile(r"\{([a-z][a-z0-9_]*)\}")
GAP = re.compile(r"\[[^\[\]{}\n]+\]")


def plain(source: str, slots: Mapping[str, str]) -> Markup:
    """Return a plain text (a title, a label) escaped, with its slots."""
    return _filled(source, slots, escape)


def message(source: str, slots: Mapping[str, str]) -> Markup:
    """Return a message's text: slots fall back to ``[words]``, gaps are marked."""
    bracketed = {name: f"[{words}]" for name, words in slots.items()}
    return _filled(source.rstrip("\n"), bracketed, _gaps)


def unfilled(source: str, slots: Mapping[str, str]) -> str:
    """Return a plain text as words alone, for places that hold no markup (search, titles)."""
    return SLOT.sub(lambda found: slots.get(found[1], found[0]), source)


def slot(name: str, words: str) -> Markup:
    """Return the element that the engine's value will stand in."""
    return Markup('<span class="dt-slot" data-slot="{}">{}</span>').format(name, words)


def _filled(source: str, slots: Mapping[str, str], text: Callable[[str], Markup]) -> Markup:
    parts: list[Markup] = []
    end = 0
    for found in SLOT.finditer(source):
        if found[1] in slots:
            parts += [text(source[end : found.start()]), slot(found[1], slots[found[1]])]
            end = found.end()
    return Markup("").join([*parts, text(source[end:])])


def _gaps(source: str) -> Markup:
    parts: list[Markup] = []
    end = 0
    for found in GAP.finditer(source):
        mark = Markup('<span class="dt-gap">{}</span>').format(found[0])
        parts += [escape(source[end : found.start()]), mark]
        end = found.end()
    return Markup("").join([*parts, escape(source[end:])])
