"""What readers of two versions read: the texts of each node, and those that differ.

Boundary: documents in, changes of words out. Where readers end is not looked at here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import unified_diff

from trees.engine.tree import Outcome, Question

from ..document import Document, OutcomeText, QuestionText, Source

#: Texts by what they are: ``("overdue", "title")``; the node is empty for the tree itself.
type Texts = dict[tuple[str, str], str]


@dataclass(frozen=True, slots=True)
class Wording:
    """A text that differs; ``old`` or ``new`` is empty where there was, or is, none."""

    node: str
    part: str
    old: str
    new: str

    def lines(self) -> list[str]:
        """Return the lines that go, with ``-`` before them, and those that come, with ``+``."""
        changed = unified_diff(self.old.splitlines(), self.new.splitlines(), lineterm="", n=0)
        return [line for line in changed if not line.startswith(("---", "+++", "@@"))]


def wording(old: Document, new: Document, names: Mapping[str, str]) -> tuple[Wording, ...]:
    """Return the texts that differ in nodes of both versions; ``names`` are the new names."""
    before = {(names.get(node, node), part): text for (node, part), text in _texts(old).items()}
    return _changed(before, _texts(new), {"", *new.questions, *new.outcomes})


def sources_wording(old: Mapping[str, Source], new: Mapping[str, Source]) -> tuple[Wording, ...]:
    """Return what differs in sources of both versions."""
    before, after = (
        {(name, part): text for name, source in some.items() for part, text in _said(source)}
        for some in (old, new)
    )
    return _changed(before, after, old.keys() & new.keys())


def _said(source: Source) -> Iterator[tuple[str, str]]:
    for part in ("title", "publisher", "address", "section", "published", "checked", "sure"):
        yield part, str(getattr(source, part))
    for other, about in source.disagrees:
        yield f"disagrees {other}", about


def _changed(old: Texts, new: Texts, nodes: set[str]) -> tuple[Wording, ...]:
    known = {node for node, _ in old}
    places = [place for place in {**new, **old} if place[0] in nodes and place[0] in known]
    return tuple(
        Wording(*place, old.get(place, ""), new.get(place, ""))
        for place in places
        if old.get(place, "") != new.get(place, "")
    )


def _texts(document: Document) -> Texts:
    texts: Texts = {("", "title"): document.tree.title, ("", "summary"): document.summary}
    for name, question in document.questions.items():
        for part, text in _question(document.tree.questions[name], question):
            texts[name, part] = text
    for name, outcome in document.outcomes.items():
        for part, text in outcome_texts(document.tree.outcomes[name], outcome):
            texts[name, part] = text
    for node, said in document.said.items():
        texts[node, "said"] = "\n".join(said)
    for name, words in document.words.items():
        texts["", f"value {name}"] = words
    return texts


def _question(question: Question, text: QuestionText) -> Iterator[tuple[str, str]]:
    yield "ask", question.ask
    yield "hint", text.hint
    yield "name", text.name
    unit = question.settings.get("unit", "")
    yield "unit", unit if isinstance(unit, str) else "\n".join(unit.values())
    yield "if_empty", question.settings.get("if_empty", "")
    for name, option in text.options.items():
        yield f"option {name}", option.label
        yield f"hint of {name}", option.hint


def outcome_texts(outcome: Outcome, text: OutcomeText) -> Iterator[tuple[str, str]]:
    """Return what an outcome says, part by part; lists have a line for each item."""
    yield "verdict", outcome.verdict
    yield "title", text.title
    yield "reason", text.reason
    yield "steps", "\n".join(text.steps)
    yield "messages", "\n".join(f"{one.to} {one.label}\n{one.text}" for one in text.messages)
    yield "dates", "\n".join(f"{one.date}: {one.label}" for one in text.dates)
    yield "read", "\n".join(text.read)
