"""Outcomes: verdict, texts, messages, dates and links.

Boundary: fields in, drafts and texts out.
"""

from __future__ import annotations

from collections.abc import Iterator

from trees.engine.tree import other_tree

from ..document import DateNote, Message
from ..drafts import OutcomeDraft, Prose
from ..schema.shapes import Fields, Said
from ..source import TextNode


def outcome(key: TextNode, fields: Fields) -> OutcomeDraft:
    """Return one outcome."""
    dates = _records(fields, "dates")
    links = _texts(fields, "read")
    return OutcomeDraft(
        key=key,
        verdict=fields.text("verdict"),
        title=fields.text("title"),
        reason=fields.text("reason"),
        steps=tuple(step.value.strip() for step in _texts(fields, "steps")),
        messages=tuple(
            Message(message.text("to"), message.text("label"), message.text("text"))
            for message in _records(fields, "messages")
        ),
        dates=tuple(DateNote(note.text("date"), note.text("label")) for note in dates),
        date_names=tuple(note.get("date") for note in dates if note.get("date")),
        read=tuple(link.value for link in links),
        links=tuple(links),
    )


def prose(key: TextNode, fields: Fields) -> Iterator[Prose]:
    """Return every text of an outcome."""
    for name, markdown in (("title", False), ("reason", True)):
        if fields.get(name):
            yield Prose(fields.get(name).node, key.value, markdown)
    further = [link for link in _texts(fields, "read") if not other_tree(link.value)]
    for said in (*_texts(fields, "steps"), *further):
        yield Prose(said.node, key.value)
    for record in (*_records(fields, "messages"), *_records(fields, "dates")):
        for name in ("to", "label", "text"):
            if record.get(name):
                yield Prose(record.get(name).node, key.value, markdown=False)


def _texts(fields: Fields, name: str) -> list[Said]:
    return [said for said in fields.get(name) or [] if said]


def _records(fields: Fields, name: str) -> list[Fields]:
    return [record for record in fields.get(name) or [] if record]
