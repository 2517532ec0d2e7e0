"""The format as JSON Schema (draft-07), for editors: what the shapes say, in their words.

Boundary: shapes in, plain data out. It sees a file as editors do: `12` is a number, `true` a
boolean, an empty place null. How things refer to one another it cannot say; the check does.
"""

from __future__ import annotations

import re
from functools import singledispatch
from typing import Any

from .format import SOURCES, TREE
from .names import NAME, RESERVED, SLUG
from .scalars import (
    AROUND_TODAY,
    COUNT,
    ISO,
    NUMBER,
    Answer,
    Count,
    Day,
    Flag,
    IsoDate,
    Number,
    OneOf,
    Scalar,
)
from .shapes import Key, ListOf, MapOf, Record, Shape, Short
from .variants import Case, Unclear, Variant, When

type Json = dict[str, Any]

DRAFT = "http://json-schema.org/draft-07/schema#"
#: Where this project publishes its schemas; what files name in their first line.
HOME = "https://decision-trees.github.io/decision-trees/trees/"
FILES = {"tree": "tree.schema.json", "sources": "sources.schema.json"}
#: YAML reads `12` and `true` as more than text; here they are text again.
SCALAR = ["string", "number", "boolean"]
NAMES: dict[str, Json] = {
    "name": {"pattern": f"^{NAME.pattern}$", "not": {"enum": sorted(RESERVED)}},
    "slug": {"pattern": f"^{SLUG.pattern}$"},
    "any": {},
}


def schemas() -> dict[str, Json]:
    """Return the schema of each file that is published, by the file's name."""
    shapes: dict[str, tuple[str, Shape]] = {
        "tree": ("A decision tree, format 1", TREE),
        "sources": ("The sources of decision trees", SOURCES),
    }
    return {
        FILES[name]: {"$schema": DRAFT, "title": title, **json_of(shape)}
        for name, (title, shape) in shapes.items()
    }


@singledispatch
def json_of(shape: Shape) -> Json:
    """Return the schema of what may stand in a place."""
    raise NotImplementedError(type(shape).__name__)


@json_of.register
def _(shape: Scalar) -> Json:
    return _scalars().get(type(shape), {"type": SCALAR, "pattern": r"\S"})


@json_of.register
def _(_: Answer) -> Json:
    one = {"type": SCALAR}
    return {"anyOf": [one, {"type": "array", "items": one, "minItems": 1}]}


@json_of.register
def _(shape: OneOf) -> Json:
    return _one_of(shape.words)


@json_of.register
def _(shape: ListOf) -> Json:
    return {"type": "array", "items": json_of(shape.item), "minItems": 1}


@json_of.register
def _(shape: MapOf) -> Json:
    return {
        "type": "object",
        "propertyNames": NAMES[shape.names],
        "additionalProperties": json_of(shape.item),
        "minProperties": 1,
    }


@json_of.register
def _(shape: Record) -> Json:
    return {
        "type": "object",
        "properties": {key.name: _described(key) for key in shape.keys},
        "required": [key.name for key in shape.keys if key.required],
        "additionalProperties": False,
    }


@json_of.register
def _(shape: Short) -> Json:
    return {"anyOf": [json_of(shape.text), json_of(shape.record)]}


@json_of.register
def _(shape: Variant) -> Json:
    *cases, last = shape.cases
    chain = _case(last, _unclear(shape, shape.unclear)) if shape.unclear else json_of(last.record)
    for case in reversed(cases):
        chain = _case(case, chain)
    return {"type": "object", **chain}


def _scalars() -> dict[type[Scalar], Json]:
    """Return what may stand where more than some text is asked for."""
    largest = 10**15
    number = {"type": "number", "exclusiveMinimum": -largest, "exclusiveMaximum": largest}
    day = {**_text(ISO), "format": "date"}
    around = _text(re.compile(rf"\s*{AROUND_TODAY.pattern}\s*"))
    return {
        Flag: {"enum": ["yes", "no"]},
        Number: {"anyOf": [number, _text(NUMBER)]},
        Count: {"anyOf": [{"type": "integer", "minimum": 1, "maximum": 999_999}, _text(COUNT)]},
        IsoDate: day,
        Day: {"anyOf": [{"enum": ["today"]}, around, day]},
    }


def _case(case: Case, otherwise: Json) -> Json:
    told = [_when(when) for when in case.when]
    return {
        "if": told[0] if len(told) == 1 else {"anyOf": told},
        "then": json_of(case.record),
        "else": otherwise,
    }


def _when(when: When) -> Json:
    """Return what tells a record. Wherever this is looser, the record refuses the rest."""
    told: list[Json] = []
    if when.any_of:
        told.append({"anyOf": [{"required": [key]} for key in when.any_of]})
    absent = [*when.none_of, *filter(None, [when.silent])]
    if absent:
        told.append({"not": {"anyOf": [{"required": [key]} for key in absent]}})
    if when.says:
        key, words = when.says
        told.append({"required": [key], "properties": {key: _one_of(words)}})
    return told[0] if len(told) == 1 else {"allOf": told}


def _unclear(variant: Variant, unclear: Unclear) -> Json:
    """Return what editors propose before it is clear which record is meant.

    It refuses what is there: with any of the words that it asks for, a case would have held.
    """
    says = [when.says for case in variant.cases for when in case.when if when.says]
    words = [word for key, words in says if key == unclear.key for word in words]
    record = json_of(unclear.record)
    told = {**record["properties"][unclear.key], "enum": list(dict.fromkeys(words))}
    return {
        **record,
        "properties": {**record["properties"], unclear.key: told},
        "required": [*record["required"], unclear.key],
    }


def _described(key: Key) -> Json:
    return {"description": key.about or key.shape.what, **json_of(key.shape)}


def _one_of(words: tuple[str, ...]) -> Json:
    """Return a choice of words; blanks around one are only possible in quotes."""
    listed = "|".join(map(re.escape, words))
    return {"anyOf": [{"enum": list(words)}, _text(re.compile(rf"\s*({listed})\s*"))]}


def _text(pattern: re.Pattern[str]) -> Json:
    return {"type": "string", "pattern": f"^({pattern.pattern})$"}
