"""Variants: places where one of several records may stand, told apart by their keys.

Boundary: how a record is told is data, so that the JSON Schema tells it in the same way.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from ..source import MapNode, Node, TextNode
from .shapes import Fields, Key, Place, Record, Shape


class When(NamedTuple):
    """What tells that a record is meant; an empty one always does.

    ``any_of`` are keys of which one is there, ``none_of`` keys of which none is; ``says`` is a
    key and the words of which one stands under it; under ``silent`` stands no text.
    """

    any_of: tuple[str, ...] = ()
    none_of: tuple[str, ...] = ()
    says: tuple[str, tuple[str, ...]] | None = None
    silent: str = ""

    def holds(self, node: MapNode) -> bool:
        """Whether a node looks like this."""
        keys = node.entries.keys()
        return (
            (not self.any_of or not keys.isdisjoint(self.any_of))
            and keys.isdisjoint(self.none_of)
            and (self.says is None or word_under(node, self.says[0]) in self.says[1])
            and not (self.silent and word_under(node, self.silent))
        )


class Case(NamedTuple):
    """A record, and what tells that it is meant: one of ``when``."""

    record: Record
    when: tuple[When, ...] = (When(),)


class Unclear(NamedTuple):
    """What to do when no case holds: report it, and read the ``record`` that has all keys.

    ``key`` is the one that would have told the case.
    """

    record: Record
    key: str
    report: Callable[[MapNode, Place], None]


@dataclass(frozen=True)
class Variant(Shape):
    """One of several records: that of the first case that holds."""

    what: str
    cases: tuple[Case, ...]
    unclear: Unclear | None = None

    @property
    def records(self) -> tuple[Record, ...]:
        """All records that may be meant."""
        unclear = (self.unclear.record,) if self.unclear else ()
        return (*(case.record for case in self.cases), *unclear)

    def record_of(self, node: MapNode) -> Record | None:
        """Return the record that is meant, or None if that is unclear."""
        mended = self.every.mended(node)
        held = (case.record for case in self.cases if any(one.holds(mended) for one in case.when))
        return next(held, None)

    def read(self, node: Node, place: Place) -> Fields | None:
        if not isinstance(node, MapNode):
            place.wrong(node, self.what)
            return None
        record = self.record_of(node)
        if record is None:
            assert self.unclear, "the last case always holds where nothing is unclear"
            self.unclear.report(self.every.mended(node), place)
            record = self.unclear.record
        return record.read(node, place)

    @cached_property
    def every(self) -> Record:
        """The keys of all records at once, in an order that each of them keeps."""
        keys: list[Key] = []
        for record in self.records:
            at = 0
            for key in record.keys:
                names = [one.name for one in keys]
                if key.name in names:
                    at = names.index(key.name) + 1
                else:
                    keys.insert(at, key)
                    at += 1
        instead = {word: key for record in self.records for word, key in record.instead.items()}
        return Record(self.what, tuple(keys), instead=instead)


def word_under(node: MapNode, key: str) -> str:
    """Return the text under a key without outer blanks; empty where there is no text."""
    said = node.get(key)
    return said.value.strip() if isinstance(said, TextNode) else ""
