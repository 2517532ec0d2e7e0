"""Shapes: what may stand in a place of a file, declared once, and read from source nodes.

Boundary: a shape reads a node and returns plain data with its nodes, or None after reporting why
not. Everything in a file is read, however much of it is wrong.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

from ..findings import Finding, Span
from ..rules import missing_key, unknown_key, wrong_type
from ..source import Entry, ListNode, MapNode, Node, TextNode
from ..suggest import near
from .names import check_name


class Said(NamedTuple):
    """One scalar: where it stands and what it means."""

    node: TextNode
    value: Any


@dataclass(slots=True)
class Place:
    """Where reading is: the findings so far, and the key that the node stands under."""

    findings: list[Finding]
    key: TextNode | None
    path: str
    item: bool = False

    def under(self, key: TextNode) -> Place:
        """Return the place below ``key``."""
        return Place(self.findings, key, self.path)

    def within(self) -> Place:
        """Return the place of a list's items: still the same key."""
        return Place(self.findings, self.key, self.path, item=True)

    @property
    def span(self) -> Span:
        """Where to point when something is missing."""
        return self.key.span if self.key else Span(self.path, 1, 1, 1, 1)

    def wrong(self, node: Node, expected: str) -> None:
        """Report a node of the wrong shape; an empty one is reported at its key."""
        if isinstance(node, TextNode) and node.style == "*":
            return
        if isinstance(node, TextNode) and node.empty and self.key:
            self.findings.append(missing_key.empty(self.key.span, self.key.value, expected))
        else:
            self.findings.append(wrong_type.found(node, self.key, expected))


class Shape:
    """What may stand in a place. ``what`` names it in messages: "text", "a list of steps"."""

    what: str

    def read(self, node: Node, place: Place) -> Any:
        """Return the data of ``node``, or None when it was refused."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a record; ``about`` says in a few words what it holds."""

    name: str
    shape: Shape
    required: bool = False
    about: str = ""


class Fields(NamedTuple):
    """What a record held, and where. ``broken`` names keys that could not be read."""

    node: Node
    values: Mapping[str, Any]
    entries: Mapping[str, Entry]
    broken: frozenset[str] = frozenset()

    @property
    def span(self) -> Span:
        """Where the record stands."""
        return self.node.span

    def get(self, name: str) -> Any:
        """Return the data under a key, or None."""
        return self.values.get(name)

    def text(self, name: str) -> str:
        """Return the text under a key, without outer blanks; empty where there is none."""
        said = self.values.get(name)
        return said.value.strip() if said else ""


@dataclass(frozen=True, slots=True)
class ListOf(Shape):
    """A list whose items have one shape."""

    what: str
    item: Shape

    def read(self, node: Node, place: Place) -> list[Any] | None:
        if not isinstance(node, ListNode):
            place.wrong(node, self.what)
            return None
        if not node.items and place.key:
            empty = missing_key.empty(place.key.span, place.key.value, self.what)
            place.findings.append(empty)
            return None
        return [self.item.read(item, place.within()) for item in node.items]


@dataclass(frozen=True, slots=True)
class MapOf(Shape):
    """Entries under names of the author's choice."""

    what: str
    item: Shape
    names: str = "name"

    def read(self, node: Node, place: Place) -> dict[str, tuple[TextNode, Any]] | None:
        if not isinstance(node, MapNode) or not node.entries:
            place.wrong(node, self.what)
            return None
        for key, _ in node.entries.values():
            check_name(key, self.names, place.findings)
        return {
            name: (key, self.item.read(child, place.under(key)))
            for name, (key, child) in node.entries.items()
        }


@dataclass(frozen=True)
class Record(Shape):
    """Known keys; ``hints`` say more about keys that people try here in vain.

    ``instead`` names the key that a word of another language surely means.
    """

    what: str
    keys: tuple[Key, ...]
    hints: Mapping[str, str] = field(default_factory=dict)
    instead: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def known(self) -> Mapping[str, Key]:
        """The keys by name."""
        return {key.name: key for key in self.keys}

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of the keys, in the order in which they are usually written."""
        return tuple(self.known)

    @cached_property
    def required(self) -> Sequence[str]:
        """The names of the keys that must be there."""
        return [key.name for key in self.keys if key.required]

    def read(self, node: Node, place: Place) -> Fields | None:
        if not isinstance(node, MapNode):
            place.wrong(node, self.what)
            return None
        known = self.known
        values: dict[str, Any] = {}
        mended = self.mended(node)
        for name, (key, child) in mended.entries.items():
            if key.value not in known:
                hints = {**self.hints, **_write(self.instead)}
                place.findings.append(unknown_key.found(key, self.what, known, hints))
            if name in known:
                values[name] = known[name].shape.read(child, place.under(key))
        self._report_missing(mended, place)
        broken = frozenset(name for name, value in values.items() if value is None)
        kept = {name: values[name] for name in values if name not in broken} if broken else values
        return Fields(_shown(node, place), kept, mended.entries, broken)

    def mended(self, node: MapNode) -> MapNode:
        """Return the node with misspelled keys under the names that they were meant to be.

        Each is still reported; but nothing else is, just because of it.
        """
        if node.entries.keys() <= self.known.keys():
            return node
        free = [key.name for key in self.keys if key.name not in node.entries]
        entries = {}
        for name, entry in node.entries.items():
            known = name in self.known or name in self.hints
            meant = None if known else self.instead.get(name) or near(name, free)
            if meant in free:
                free.remove(meant)
            entries[meant if meant and meant not in entries else name] = entry
        return node._replace(entries=entries)

    def _report_missing(self, node: MapNode, place: Place) -> None:
        for name in self.required:
            if name not in node.entries:
                span = _shown(node, place).span
                place.findings.append(missing_key.found(span, name, self.what))


@dataclass(frozen=True, slots=True)
class Short(Shape):
    """A record that may be written as just the text of one of its keys."""

    key: str
    record: Record

    @property
    def what(self) -> str:  # type: ignore[override]
        """Name it as its record does."""
        return self.record.what

    @property
    def text(self) -> Shape:
        """What may stand in place of the record."""
        return next(key.shape for key in self.record.keys if key.name == self.key)

    def read(self, node: Node, place: Place) -> Fields | None:
        if not isinstance(node, TextNode):
            return self.record.read(node, place)
        said = self.text.read(node, place)
        values = {} if said is None else {self.key: said}
        broken = frozenset({self.key} - values.keys())
        return Fields(_shown(node, place), values, {}, broken)


def _shown(node: Node, place: Place) -> Node:
    """Return where to point for all of a record: its key, unless it stands in a list."""
    return place.key if place.key and not place.item else node


def _write(instead: Mapping[str, str]) -> dict[str, str]:
    return {word: f"Write `{key}`." for word, key in instead.items()}
