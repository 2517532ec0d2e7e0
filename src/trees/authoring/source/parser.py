"""The parser: YAML events → source nodes, within limits.

Boundary: one pass over PyYAML's events with a stack of our own, so depth is refused before
anything recurses. What the format does not need (anchors, tags, merge keys, several documents)
is refused by name.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import yaml

from ..findings import Finding, Span
from ..rules import (
    duplicate_key,
    too_deep,
    too_large,
    too_many,
    yaml_anchor,
    yaml_documents,
    yaml_key,
    yaml_merge,
    yaml_syntax,
    yaml_tag,
)
from .nodes import Entry, File, ListNode, MapNode, Node, TextNode
from .readable import first_unreadable
from .strict import StrictLoader

LOADER: Any = getattr(yaml, "CSafeLoader", StrictLoader)
#: The style of a key that is none: nothing is kept of what stands under it.
NO_KEY = "?"


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one file may hold. Trees written by people stay far below."""

    characters: int = 1_048_576
    depth: int = 20
    nodes: int = 200_000


#: What reads a file: this module's ``parse``, or one that remembers what it has read.
type Parse = Callable[[File, Limits], tuple[Node | None, list[Finding]]]


class _Stop(Exception):
    """Reading cannot go on; holds the finding that says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


def parse(file: File, limits: Limits | None = None) -> tuple[Node | None, list[Finding]]:
    """Return the file's one node (None if it cannot be read), and what is wrong with the YAML."""
    builder = _Builder(file, limits or Limits())
    try:
        builder.run()
    except _Stop as stop:
        return None, [*builder.findings, stop.finding]
    except yaml.YAMLError as error:
        # Most files are good YAML, and would wait for the import.
        from .syntax_words import explain  # noqa: PLC0415

        return None, [*builder.findings, yaml_syntax.found(*explain(file, error))]
    return builder.root, builder.findings


class _OpenList:
    """A list that is still being read."""

    def __init__(self, start: int) -> None:
        self.start = start
        self.items: list[Node] = []
        self.add = self.items.append

    def closed(self, file: File, end: int) -> Node:
        return ListNode(file, self.start, end, tuple(self.items))


class _OpenMap:
    """A mapping that is still being read."""

    def __init__(self, start: int, findings: list[Finding]) -> None:
        self.start = start
        self.findings = findings
        self.key: TextNode | None = None
        self.entries: dict[str, Entry] = {}

    def add(self, node: Node) -> None:
        if self.key is None:
            self.key = self._key(node)
            return
        key, self.key = self.key, None
        if key.style != NO_KEY:
            first = self.entries.setdefault(key.value, Entry(key, node)).key
            if first is not key:
                self.findings.append(duplicate_key.found(key.span, key.value, first.span.line))

    def _key(self, node: Node) -> TextNode:
        if not isinstance(node, TextNode):
            self.findings.append(yaml_key.found(node.span))
            return TextNode(node.file, node.start, node.end, "", NO_KEY)
        if node.value == "<<" and not node.style:
            self.findings.append(yaml_merge.found(node.span))
            return node._replace(style=NO_KEY)
        return node

    def closed(self, file: File, end: int) -> Node:
        return MapNode(file, self.start, end, self.entries)


class _Builder:
    """Turns events into nodes; keeps the lists and mappings that are still open."""

    def __init__(self, file: File, limits: Limits) -> None:
        self.file = file
        self.limits = limits
        self.findings: list[Finding] = []
        self.whole = _OpenList(0)
        self.open: list[_OpenList | _OpenMap] = [self.whole]
        self.documents = 0

    @property
    def root(self) -> Node | None:
        """The one node of the file."""
        return self.whole.items[0] if self.whole.items else None

    def run(self) -> None:
        self._refuse_unreadable()
        loader, most = LOADER(self.file.text), self.limits.nodes
        try:
            for count, event in enumerate(iter(loader.get_event, None), 1):
                if count > most:
                    raise _Stop(too_many.nodes(self._span(event), most))
                HANDLERS[type(event)](self, event)
        finally:
            loader.dispose()

    def _refuse_unreadable(self) -> None:
        if len(self.file.text) > self.limits.characters:
            span = Span(self.file.path, 1, 1, 1, 1)
            raise _Stop(too_large.characters(span, self.limits.characters))
        bad = first_unreadable(self.file.text)
        if bad is not None:
            raise _Stop(yaml_syntax.unreadable(self.file.span(bad, bad + 1), self.file.text[bad]))

    def _span(self, event: Any) -> Span:
        return self.file.span(event.start_mark.index, event.end_mark.index)

    def document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            raise _Stop(yaml_documents.found(self._span(event)))

    def alias(self, event: Any) -> None:
        self.findings.append(yaml_anchor.alias(self._span(event), event.anchor))
        # An empty text stands in for it, so that everything else is still checked.
        at = event.start_mark.index
        self.open[-1].add(TextNode(self.file, at, at, "", "*"))

    def scalar(self, event: Any) -> None:
        if event.anchor or event.tag:
            self._refuse_marks(event)
        value, style, start = event.value, event.style or "", event.start_mark.index
        # libyaml and PyYAML disagree on where nothing stands; the start is enough.
        end = event.end_mark.index if value or style else start
        self.open[-1].add(TextNode(self.file, start, end, value, style))

    def begin_list(self, event: Any) -> None:
        self._begin(event, _OpenList(event.start_mark.index))

    def begin_map(self, event: Any) -> None:
        self._begin(event, _OpenMap(event.start_mark.index, self.findings))

    def _begin(self, event: Any, begun: _OpenList | _OpenMap) -> None:
        self._refuse_marks(event)
        if len(self.open) > self.limits.depth:
            raise _Stop(too_deep.depth(self._span(event), self.limits.depth))
        self.open.append(begun)

    def end(self, event: Any) -> None:
        done = self.open.pop()
        self.open[-1].add(done.closed(self.file, event.end_mark.index))

    def _refuse_marks(self, event: Any) -> None:
        if event.anchor:
            self.findings.append(yaml_anchor.anchor(self._span(event), event.anchor))
        if event.tag and event.tag != "!":
            self.findings.append(yaml_tag.found(self._span(event), event.tag))


HANDLERS: dict[type, Any] = {
    yaml.StreamStartEvent: lambda builder, event: None,
    yaml.StreamEndEvent: lambda builder, event: None,
    yaml.DocumentStartEvent: _Builder.document,
    yaml.DocumentEndEvent: lambda builder, event: None,
    yaml.AliasEvent: _Builder.alias,
    yaml.ScalarEvent: _Builder.scalar,
    yaml.SequenceStartEvent: _Builder.begin_list,
    yaml.MappingStartEvent: _Builder.begin_map,
    yaml.SequenceEndEvent: _Builder.end,
    yaml.MappingEndEvent: _Builder.end,
}
