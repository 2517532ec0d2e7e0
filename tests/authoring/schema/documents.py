"""Documents for comparing the schema with the check: written from the schema, and near misses.

A document is what JSON holds; ``as_yaml`` writes it for the check, ``as_json`` is what an editor
takes a file of ours for (YAML 1.2, core schema).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from random import Random
from typing import Any

from trees.authoring.schema.names import FUNCTIONS, WORDS
from trees.authoring.source import ListNode, Node, TextNode

NULL = re.compile(r"~|null|Null|NULL|")
TRUTH = re.compile(r"true|True|TRUE|false|False|FALSE")
WHOLE = re.compile(r"[-+]?[0-9]+")
BASED = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
ENDLESS = re.compile(r"[-+]?(\.inf|\.Inf|\.INF)|\.nan|\.NaN|\.NAN")

#: Texts that come near what some place asks for, or near what breaks it.
ODD_TEXTS = (
    *("", " ", "\t", "\n", "é", "yes", "no", "Yes", "true", "null", "~", "12", "-0", "007", "+5"),
    *("1.5", "1.", ".5", "1e3", "0x1F", "1234567", "1" * 15, "1" * 16, "1.1234567", "٣"),
    *("2026-02-28", "2026-02-30", "0000-01-01", "2026-1-1", "2026-07-01 ", "today", " today - 5 "),
    *("today-180", "today + 123456", "tomorrow", " choice ", "choice\n", "Choice", " wait", "fix"),
    *("tree:refund", "a" * 61, "a_b", "A", "9a", "a-b", "-", *WORDS, *FUNCTIONS),
)
ODD = (*ODD_TEXTS, None, True, False, 0, 1, -1, 12, 1.5, 999_999, 1_000_000, 10**15, [], {}, [[]])


def as_yaml(document: Any) -> str:
    """Return a document as the YAML that an author could have written: JSON is YAML."""
    return json.dumps(document, ensure_ascii=False)


def as_json(node: Node) -> Any:
    """Return a file of ours as an editor sees it."""
    if isinstance(node, TextNode):
        return node.value if node.style else _core(node.value)
    if isinstance(node, ListNode):
        return [as_json(item) for item in node.items]
    return {name: as_json(entry.node) for name, entry in node.entries.items()}


def _core(text: str) -> Any:
    if NULL.fullmatch(text):
        return None
    if TRUTH.fullmatch(text):
        return text.lower() == "true"
    if WHOLE.fullmatch(text):
        return int(text)
    if BASED.fullmatch(text):
        return int(text, 0)
    if FLOAT.fullmatch(text) or ENDLESS.fullmatch(text):
        return float(re.sub(r"\.(inf|nan)", r"\1", text, flags=re.IGNORECASE))
    return text


class Writer:
    """Writes documents that a schema of ours describes, most of them without a fault."""

    def __init__(self, random: Random) -> None:
        self.random = random

    def write(self, schema: dict[str, Any]) -> Any:
        if "anyOf" in schema:
            return self.write(self.random.choice(schema["anyOf"]))
        if "enum" in schema:
            return self.random.choice(schema["enum"])
        if "if" in schema:
            return self._variant(schema)
        make = {"array": self._list, "object": self._object}.get(str(schema.get("type")))
        return make(schema) if make else self._scalar(schema)

    def _variant(self, schema: dict[str, Any]) -> Any:
        cases = []
        while "if" in schema:
            cases.append((schema["if"], schema["then"]))
            schema = schema["else"]
        told, record = self.random.choice([*cases, ({}, schema)])
        document = self.write(record)
        for one in (told, *told.get("allOf", ()), *told.get("anyOf", ())):
            document |= {key: self.write(word) for key, word in one.get("properties", {}).items()}
        return document

    def _object(self, schema: dict[str, Any]) -> dict[str, Any]:
        if schema.get("additionalProperties"):
            names = {f"n{self.random.randrange(9)}" for _ in range(self.random.randint(1, 3))}
            return {name: self.write(schema["additionalProperties"]) for name in sorted(names)}
        return {
            key: self.write(value)
            for key, value in schema["properties"].items()
            if key in schema["required"] or self.random.random() < 0.3
        }

    def _list(self, schema: dict[str, Any]) -> list[Any]:
        return [self.write(schema["items"]) for _ in range(self.random.randint(1, 2))]

    def _scalar(self, schema: dict[str, Any]) -> Any:
        if schema.get("format") == "date":
            return str(date(2026, 1, 1) + timedelta(self.random.randrange(2000)))
        if schema["type"] == "number":
            return self.random.randrange(-(10**6), 10**6) / 100
        if schema["type"] == "integer":
            return self.random.randint(schema["minimum"], schema["maximum"])
        return self.random.choice(fitting(schema.get("pattern", ""), tuple(schema["type"])))


@cache
def fitting(pattern: str, types: tuple[str, ...]) -> list[Any]:
    """Return some scalars that fit a pattern."""
    words = re.findall(r"\w+", pattern)
    texts = [text for text in (*words, "words", *ODD_TEXTS) if re.search(pattern, text)]
    return [*texts, 12, 0.5, True] if "number" in types else texts


def spoiled(document: Any, random: Random) -> Any:
    """Return a copy with one place changed: another value, a key more, fewer or misspelled."""
    document = json.loads(json.dumps(document))
    places = list(_places(document))
    if not places:
        return random.choice(ODD)
    holder, key = random.choice(places)
    if isinstance(holder, dict) and random.random() < 0.4:
        value = holder.pop(key)
        if random.random() < 0.7:
            holder[random.choice((f"{key}s", *ODD_TEXTS, "kind", "options", "go", "yes"))] = value
    else:
        holder[key] = random.choice(ODD)
    return document


def _places(document: Any) -> Iterator[tuple[Any, Any]]:
    inside = document.items() if isinstance(document, dict) else enumerate(document)
    for key, value in inside if isinstance(document, (dict, list)) else ():
        yield document, key
        yield from _places(value) if isinstance(value, (dict, list)) else ()
