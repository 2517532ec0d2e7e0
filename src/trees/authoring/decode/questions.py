"""Questions: their kind, settings and texts.

Boundary: everything of a question but its branches, which need all questions to be known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from trees.engine.questions import KINDS, Setting, kind_of
from trees.engine.tree import Question

from ..document import OptionText
from ..drafts import Prose
from ..findings import Finding
from ..rules import bad_bounds, never_empty, unclear_ways
from ..schema.names import NAME
from ..schema.questions import DEFAULT_KIND
from ..schema.shapes import Fields
from ..source import TextNode
from . import units

YES_NO = {"yes": "Yes", "no": "No"}
#: Keys of a question that do not matter for the answers it takes.
NO_SETTINGS = frozenset(("ask", "hint", "name", "if_empty", "go", "then", *YES_NO))


class Asked(NamedTuple):
    """A question without its branches, and its fields for those who read on."""

    key: TextNode
    question: Question
    fields: Fields
    options: Mapping[str, OptionText]
    option_fields: Mapping[str, tuple[TextNode, Fields | None]]
    #: Whether it is known which answers the question takes.
    settled: bool


def asked(key: TextNode, fields: Fields, findings: list[Finding]) -> Asked:
    """Return what a question asks."""
    kind = fields.text("kind")
    if kind not in KINDS:
        kind = DEFAULT_KIND
    settings = _settings(kind, fields)
    options = _options(fields)
    if options:
        settings["options"] = {name: text.label for name, text in options.items()}
    question = Question(key.value, kind, fields.text("ask"), (), settings, _uses())
    if fields.get("go") and fields.get("then"):
        findings.append(unclear_ways.found(fields.entries["go"].key.span))
    findings.extend(bad_bounds.check(question, fields))
    findings.extend(never_empty.check(question, fields))
    return Asked(
        key,
        question,
        fields,
        options,
        fields.get("options") or {},
        _settled(question, fields, options),
    )


def _settled(question: Question, fields: Fields, options: Iterable[str]) -> bool:
    said = fields.text("kind") or question.kind
    lacks = kind_of(question).type in ("option", "options") and not options
    named = all(map(NAME.fullmatch, options))
    unit = fields.get("unit")
    read = fields.broken <= NO_SETTINGS and not (unit and unit.broken)
    return said == question.kind and named and not lacks and read


def _uses() -> tuple[str, ...]:
    """Filled in with the texts, when the document is made."""
    return ()


def _settings(kind: str, fields: Fields) -> dict[str, Any]:
    return {
        setting.name: _setting(setting, fields.get(setting.name))
        for setting in KINDS[kind].settings
        if setting.shape != "options" and fields.get(setting.name)
    }


def _setting(setting: Setting, read: Any) -> Any:
    return units.unit(read) if setting.shape == "unit" else read.value


def _options(fields: Fields) -> dict[str, OptionText]:
    written = fields.get("options")
    if written:
        return {
            name: OptionText(option.text("label") or name, option.text("hint"))
            if option
            else OptionText(name)
            for name, (_, option) in written.items()
        }
    short = "yes" in fields.entries or "no" in fields.entries
    return {name: OptionText(label) for name, label in YES_NO.items()} if short else {}


def prose(asked: Asked) -> Iterator[Prose]:
    """Return the texts of a question and of its options."""
    owner = asked.key.value
    for name, markdown in (("ask", False), ("name", False), ("if_empty", False), ("hint", True)):
        said = asked.fields.get(name)
        if said:
            yield Prose(said.node, owner, markdown, filled=markdown)
    for _, option in asked.option_fields.values():
        for name, markdown in (("label", False), ("hint", True)):
            said = option.get(name) if option else None
            if said:
                yield Prose(said.node, owner, markdown, filled=markdown)
