"""A tree: from a file's source to its draft.

Boundary: puts the parts together; each part is read in its own module.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from typing import Any

from trees.engine.tree import Value

from ..drafts import Draft, Prose, QuestionDraft, ValueDraft
from ..findings import Finding
from ..language.names import Names
from ..language.values import Values
from ..rules import duplicate_name, unknown_target, wrong_type
from ..schema.format import TREE
from ..schema.shapes import Fields, Place, Said
from ..source import File, Limits, MapNode, Parse, TextNode, parse
from . import outcomes, questions, scenarios, units
from .branches import Branches

type Entries = Mapping[str, tuple[TextNode, Fields | None]]


class Reading:
    """A file whose shapes have been read; its branches wait until all questions are known."""

    def __init__(self, file: File, root: MapNode, fields: Fields, findings: list[Finding]) -> None:
        """Read every part that needs no other tree."""
        self.file = file
        self.root = root
        self.fields = fields
        self.findings = findings
        self.id = PurePosixPath(file.path).stem
        self.asked = {
            name: questions.asked(key, question, findings)
            for name, (key, question) in self._entries("questions").items()
            if question
        }
        self.outcomes = {
            name: outcomes.outcome(key, outcome)
            for name, (key, outcome) in self._entries("outcomes").items()
            if outcome
        }

    def _entries(self, name: str) -> Entries:
        entries: Entries = self.fields.get(name) or {}
        return entries

    def draft(self, elsewhere: Mapping[str, str]) -> Draft:
        """Return the draft; ``elsewhere`` names, for each question, a tree that asks it."""
        names = Names(
            {name: asked.question for name, asked in self.asked.items()},
            tuple(self._entries("values")),
            elsewhere,
            self._unsettled() if self.fields.get("questions") else None,
        )
        short = {name: asked.fields.text("name") for name, asked in self.asked.items()}
        branches = Branches(names, short, self.findings)
        drafted = {name: branches.question(asked) for name, asked in self.asked.items()}
        start, start_node = self._start()
        self.findings.extend(duplicate_name.check(self.fields))
        return Draft(
            id=self.id,
            path=self.file.path,
            root=self.root,
            title=self.fields.text("title"),
            summary=self.fields.text("summary"),
            listed=not self.fields.get("listed") or self.fields.get("listed").value,
            start=start,
            start_node=start_node,
            questions=drafted,
            outcomes=self.outcomes,
            values=self._values(names),
            scenarios=tuple(filter(None, self._scenarios())),
            prose=tuple(self._prose()),
            said=self._said(),
            whole=self._whole(drafted.values()),
        )

    def _unsettled(self) -> frozenset[str]:
        """The questions of which it is not known what they ask for."""
        return frozenset(
            name
            for name in self._entries("questions")
            if name not in self.asked or not self.asked[name].settled
        )

    def _start(self) -> tuple[str, TextNode | None]:
        first = next(iter(self.asked), "")
        said = self.fields.get("start")
        if said is None:
            return first, None
        if said.value in self.asked:
            return said.value, said.node
        self.findings.append(unknown_target.start(said.node.span, said.value, self.asked))
        return first, said.node

    def _values(self, names: Names) -> dict[str, ValueDraft]:
        entries = {
            name: (key, fields, fields.get("is").node)
            for name, (key, fields) in self._entries("values").items()
            if fields and fields.get("is")
        }
        nodes = {name: node for name, (_, _, node) in entries.items()}
        typed = Values(nodes, names, self.findings).all()
        return {
            name: _value(key, fields, node, typed[name])
            for name, (key, fields, node) in entries.items()
        }

    def _scenarios(self) -> list[Any]:
        return [
            scenarios.scenario(fields) for fields in self.fields.get("scenarios") or [] if fields
        ]

    def _said(self) -> dict[str, tuple[Said, ...]]:
        """Readers' own words, by node; those for the tree itself under an empty name."""
        entries = {**self._entries("questions"), **self._entries("outcomes")}
        fields = {"": self.fields, **{name: of for name, (_, of) in entries.items() if of}}
        return {
            name: tuple(filter(None, of.get("said")))
            for name, of in fields.items()
            if of.get("said")
        }

    def _prose(self) -> Iterable[Prose]:
        for name in ("title", "summary"):
            if self.fields.get(name):
                yield Prose(self.fields.get(name).node, "", markdown=False, filled=False)
        for said in self._said().values():
            yield from (Prose(one.node, "", markdown=False, filled=False) for one in said)
        for asked in self.asked.values():
            yield from questions.prose(asked)
        for key, fields in self._entries("outcomes").values():
            if fields:
                yield from outcomes.prose(key, fields)

    def _whole(self, drafted: Iterable[QuestionDraft]) -> bool:
        """Whether every question, branch and outcome could be read."""
        read = len(self.asked) == len(self._entries("questions"))
        ends = len(self.outcomes) == len(self._entries("outcomes"))
        there = self.fields.get("questions") and self.fields.get("outcomes")
        return bool(read and ends and there and all(question.whole for question in drafted))


def _value(key: TextNode, fields: Fields, node: TextNode, typed: Any) -> ValueDraft:
    if typed is None:
        return ValueDraft(key, node, None)
    value = Value(key.value, typed.expression, units.unit(fields.get("unit")))
    return ValueDraft(key, node, value, typed.type, fields.text("words"))


def read_tree(
    file: File, findings: list[Finding], limits: Limits, parse: Parse = parse
) -> Reading | None:
    """Read one file's shapes, or return None when there is nothing to go on with."""
    root, troubles = parse(file, limits)
    findings.extend(troubles)
    if root is None:
        if not troubles:
            findings.append(wrong_type.empty_file(file.path))
        return None
    fields = TREE.read(root, Place(findings, None, file.path))
    if fields is None or not isinstance(root, MapNode):
        return None
    return Reading(file, TREE.mended(root), fields, findings)
