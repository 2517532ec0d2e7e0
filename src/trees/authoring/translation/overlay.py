"""An overlay: a file of translations, read by the keys of the texts that it translates.

Boundary: says what stands where it should, and reports what does not; whether a translation is
right is not looked at here. Names of languages are those of the web: ``es``, ``pt-BR``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from ..findings import Finding, Span
from ..reading.languages import ORIGINAL
from ..rules import unknown_translation, wrong_type
from ..source import File, Limits, MapNode, Node, Parse, TextNode
from .placing import Keys
from .texts import Texts

#: The original that a translation was made from, while the two do not fit together any more.
WAS = "was"
#: The overlay of the words of pages, which ``publishing`` reads; no tree can have its name.
WORDS = "_words"


class Entry(NamedTuple):
    """A translation as it was written: its key, and each of its texts that is there.

    ``said`` is the translation, ``original`` what it was made from by its own account.
    """

    key: TextNode
    said: TextNode | None = None
    original: TextNode | None = None
    was: TextNode | None = None


@dataclass(frozen=True, slots=True)
class Overlay:
    """The translations of one file into one language; ``keys`` are all that led to them.

    ``broken`` are those of translations that are there, but are not written as they should be.
    """

    file: File
    language: str
    entries: Mapping[Keys, Entry]
    keys: Mapping[Keys, TextNode]
    broken: frozenset[Keys] = frozenset()

    def nearest(self, keys: Keys) -> Span:
        """Return the place of a text's key, or of the nearest key that is there."""
        for end in range(len(keys), 0, -1):
            if found := self.keys.get(keys[:end]):
                return found.span
        return Span(self.file.path, 1, 1, 1, 1)


def read_overlay(
    file: File, language: str, texts: Texts, findings: list[Finding], limits: Limits, parse: Parse
) -> Overlay:
    """Return what a file translates of ``texts``; an unreadable file translates nothing."""
    root, troubles = parse(file, limits)
    findings.extend(troubles)
    reading = _Reading(language, findings)
    if root is not None and not (isinstance(root, TextNode) and root.empty):
        reading.group(root, None, (), _nested(texts))
    return Overlay(file, language, reading.entries, reading.keys, frozenset(reading.broken))


def _nested(texts: Texts) -> dict[str, Any]:
    """Return the keys of texts as they are nested; below the last one is nothing."""
    nested: dict[str, Any] = {}
    for keys in texts:
        here = nested
        for key in keys:
            here = here.setdefault(key, {})
    return nested


class _Reading:
    """Reads one file from its root; there are never more levels than in ``texts``."""

    def __init__(self, language: str, findings: list[Finding]) -> None:
        self.language = language
        self.findings = findings
        self.entries: dict[Keys, Entry] = {}
        self.keys: dict[Keys, TextNode] = {}
        self.broken: set[Keys] = set()

    def group(self, node: Node, key: TextNode | None, keys: Keys, known: Mapping[str, Any]) -> None:
        """Read a group of keys, each of which leads to a text or to a further group."""
        if not isinstance(node, MapNode):
            if not (isinstance(node, TextNode) and node.empty):
                self.findings.append(wrong_type.found(node, key, "a group of keys"))
            return
        for name, (found, child) in node.entries.items():
            below = (*keys, name)
            if name not in known:
                self.findings.append(unknown_translation.found(found, ".".join(below), known))
                continue
            self.keys[below] = found
            if known[name]:
                self.group(child, found, below, known[name])
            else:
                self.entry(child, found, below)

    def entry(self, node: Node, key: TextNode, keys: Keys) -> None:
        """Read one translation with the text that it was made from."""
        names = (self.language, ORIGINAL, WAS)
        if isinstance(node, MapNode):
            self.entries[keys] = Entry(key, *(self._text(node, name, keys) for name in names))
            for name, (found, _) in node.entries.items():
                if name not in names:
                    self.findings.append(unknown_translation.language(found, sorted(names)))
        elif not (isinstance(node, TextNode) and node.empty):
            self.broken.add(keys)
            said = f"`{ORIGINAL}:` and below it `{self.language}:`, each with its text"
            self.findings.append(wrong_type.found(node, key, said))

    def _text(self, node: MapNode, name: str, keys: Keys) -> TextNode | None:
        entry = node.entries.get(name)
        if entry is None:
            return None
        if isinstance(entry.node, TextNode):
            return entry.node if entry.node.value.strip() else None
        self.broken.add(keys)
        self.findings.append(wrong_type.found(entry.node, entry.key, "text"))
        return None
