"""The parser: YAML events → source nodes, within limits.

Boundary: one pass over PyYAML's events with a stack of our own, so depth is refused before
anything recurses. What the format does not need (anchors, tags, merge keys, several documents)
is refused by name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
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

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


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


class _Open:
    """A list or mapping that is still being read."""

    def __init__(self, start: Any, *, mapping: bool) -> None:
        self.start = start
        self.mapping = mapping
        self.key: TextNode | None = None
        self.items: list[Node] = []
        self.entries: dict[str, Entry] = {}


class _Builder:
    """Turns events into nodes; keeps the lists and mappings that are still open."""

    def __init__(self, file: File, limits: Limits) -> None:
        self.file = file
        self.limits = limits
        self.findings: list[Finding] = []
        self.root: Node | None = None
        self.open: list[_Open] = []
        self.count = 0
        self.documents = 0

    def run(self) -> None:
        self._refuse_unreadable()
        for event in self._events():
            self.count += 1
            if self.count > self.limits.nodes:
                raise _Stop(too_many.nodes(self._span(event), self.limits.nodes))
            HANDLERS[type(event)](self, event)

    def _events(self) -> Iterator[Any]:
        loader = LOADER(self.file.text)
        try:
            event = loader.get_event()
            while event is not None:
                yield event
                event = loader.get_event()
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
        return Span(self.file.path, *_place(event.start_mark, event.end_mark))

    def document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            raise _Stop(yaml_documents.found(self._span(event)))

    def alias(self, event: Any) -> None:
        self.findings.append(yaml_anchor.alias(self._span(event), event.anchor))
        # An empty text stands in for it, so that everything else is still checked.
        mark = event.start_mark
        self._add(TextNode(self.file, _place(mark, mark), mark.index, mark.index, "", "*"))

    def scalar(self, event: Any) -> None:
        if event.anchor or event.tag:
            self._refuse_marks(event)
        start, end = event.start_mark, event.end_mark
        place, style = _place(start, end), event.style or ""
        if event.value == "" and not style:
            # libyaml and PyYAML disagree on where nothing stands; the start is enough.
            place = (*place[:2], *place[:2])
        self._add(TextNode(self.file, place, start.index, end.index, event.value, style))

    def begin(self, event: Any) -> None:
        self._refuse_marks(event)
        if len(self.open) >= self.limits.depth:
            raise _Stop(too_deep.depth(self._span(event), self.limits.depth))
        self.open.append(_Open(event.start_mark, mapping=isinstance(event, yaml.MappingStartEvent)))

    def end(self, event: Any) -> None:
        done = self.open.pop()
        place = _place(done.start, event.end_mark)
        node: Node = (
            MapNode(self.file, place, done.entries)
            if done.mapping
            else ListNode(self.file, place, tuple(done.items))
        )
        self._add(node)

    def _refuse_marks(self, event: Any) -> None:
        if event.anchor:
            self.findings.append(yaml_anchor.anchor(self._span(event), event.anchor))
        if event.tag and event.tag != "!":
            self.findings.append(yaml_tag.found(self._span(event), event.tag))

    def _add(self, node: Node) -> None:
        if not self.open:
            self.root = node
        elif not self.open[-1].mapping:
            self.open[-1].items.append(node)
        elif self.open[-1].key is None:
            self.open[-1].key = self._key(node)
        else:
            self._close_entry(self.open[-1], node)

    def _key(self, node: Node) -> TextNode:
        if isinstance(node, TextNode):
            if node.value == "<<" and not node.style:
                self.findings.append(yaml_merge.found(node.span))
            return node
        self.findings.append(yaml_key.found(node.span))
        return TextNode(self.file, node.place, 0, 0, "", "?")

    def _close_entry(self, mapping: _Open, node: Node) -> None:
        key, mapping.key = mapping.key, None
        assert key is not None
        if key.style == "?" or (key.value == "<<" and not key.style):
            return
        first = mapping.entries.setdefault(key.value, Entry(key, node)).key
        if first is not key:
            self.findings.append(duplicate_key.found(key.span, key.value, first.span.line))


HANDLERS: dict[type, Any] = {
    yaml.StreamStartEvent: lambda builder, event: None,
    yaml.StreamEndEvent: lambda builder, event: None,
    yaml.DocumentStartEvent: _Builder.document,
    yaml.DocumentEndEvent: lambda builder, event: None,
    yaml.AliasEvent: _Builder.alias,
    yaml.ScalarEvent: _Builder.scalar,
    yaml.SequenceStartEvent: _Builder.begin,
    yaml.MappingStartEvent: _Builder.begin,
    yaml.SequenceEndEvent: _Builder.end,
    yaml.MappingEndEvent: _Builder.end,
}


def _place(start: Any, end: Any) -> tuple[int, int, int, int]:
    return start.line + 1, start.column + 1, end.line + 1, end.column + 1
