"""From a sound draft to the document that is published.

Boundary: no checking. Whatever arrives here has been found sound.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from trees.engine.tree import Outcome, Question, Tree

from .document import BranchText, Document, OutcomeText, QuestionText, Scenario
from .drafts import Draft, OutcomeDraft, QuestionDraft, engine_branches
from .findings import Span
from .language.value_words import ValueSpeaker
from .language.words import Speaker
from .prose import placeholders
from .source import ListNode, Node, TextNode

type Path = tuple[str | int, ...]


def document(draft: Draft, made: Tree, scenarios: tuple[Scenario, ...]) -> Document:
    """Return the document of a draft without errors; ``made`` is its tree."""
    return Document(
        path=draft.path,
        tree=made,
        summary=draft.summary,
        questions={name: _question(question) for name, question in draft.questions.items()},
        outcomes={name: _outcome(outcome) for name, outcome in draft.outcomes.items()},
        words=words(draft),
        scenarios=scenarios,
        listed=draft.listed,
        said={name: tuple(one.value for one in said) for name, said in draft.said.items()},
        spans=Spans(draft.root),
        root=draft.root,
    )


def tree(draft: Draft) -> Tree:
    """Return the engine's tree of a draft."""
    used = uses(draft)
    return Tree(
        id=draft.id,
        title=draft.title,
        start=draft.start,
        questions={
            name: _asked(question, used.get(name, ())) for name, question in draft.questions.items()
        },
        outcomes={
            name: Outcome(name, outcome.verdict, outcome.title, used.get(name, ()))
            for name, outcome in draft.outcomes.items()
        },
        values={name: value.value for name, value in draft.values.items() if value.value},
    )


def _asked(draft: QuestionDraft, uses: tuple[str, ...]) -> Question:
    read = draft.question
    branches = engine_branches(draft)
    return Question(read.id, read.kind, read.ask, branches, read.settings, uses)


def uses(draft: Draft) -> dict[str, tuple[str, ...]]:
    """Return the names that stand in the texts of each node, in the order of their first use."""
    used: dict[str, dict[str, None]] = {}
    for prose in draft.prose:
        if prose.filled:
            for mark in placeholders(prose.node.value):
                used.setdefault(prose.owner, {})[mark.name] = None
    for name, outcome in draft.outcomes.items():
        for note in outcome.dates:
            used.setdefault(name, {})[note.date] = None
    return {owner: tuple(names) for owner, names in used.items()}


def words(draft: Draft) -> dict[str, str]:
    """Return each value in words, for readers without the engine."""
    questions = {name: question.question for name, question in draft.questions.items()}
    names = {name: question.name for name, question in draft.questions.items()}
    types = {name: value.type for name, value in draft.values.items()}
    speaker = ValueSpeaker(Speaker(questions, names), types)
    for name in _in_order(draft):
        value = draft.values[name]
        if value.value:
            speaker.value(name, value.value.expression, value.value.unit, value.words)
    return {name: speaker.known[name] for name in draft.values if name in speaker.known}


def _in_order(draft: Draft) -> Iterator[str]:
    """The values, each after those that it uses."""
    done: set[str] = set()
    waiting = list(draft.values)[::-1]
    while waiting:
        name = waiting[-1]
        value = draft.values[name].value
        needs = [used for used in _used(value.expression) if used not in done] if value else []
        if needs:
            waiting.extend(needs)
            continue
        waiting.pop()
        if name not in done:
            done.add(name)
            yield name


def _used(expression: object) -> Iterator[str]:
    waiting = [expression]
    while waiting:
        part = waiting.pop()
        if isinstance(part, list):
            if part and part[0] == "value":
                yield part[1]
            waiting.extend(part[1:])


def _question(question: QuestionDraft) -> QuestionText:
    return QuestionText(
        hint=question.hint,
        name=question.name,
        options=question.options,
        branches=tuple(BranchText(branch.say, branch.option) for branch in question.branches),
    )


def _outcome(outcome: OutcomeDraft) -> OutcomeText:
    return OutcomeText(
        title=outcome.title,
        reason=outcome.reason,
        steps=outcome.steps,
        messages=outcome.messages,
        dates=outcome.dates,
        read=outcome.read,
    )


class Spans(Mapping[Path, Span]):
    """The place of every path of keys, looked up in the source when it is asked for."""

    def __init__(self, root: Node) -> None:
        """Hold the file's node."""
        self._root = root

    def __getitem__(self, path: Path) -> Span:
        node: Node = self._root
        try:
            for step in path:
                node = _below(node, step)
        except (LookupError, TypeError):
            raise KeyError(path) from None
        return node.span

    def __iter__(self) -> Iterator[Path]:
        waiting: list[tuple[Path, Node]] = [((), self._root)]
        while waiting:
            path, node = waiting.pop()
            yield path
            waiting.extend(((*path, step), child) for step, child in _children(node))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _below(node: Node, step: str | int) -> Node:
    if isinstance(node, TextNode):
        raise LookupError(step)
    if isinstance(node, ListNode):
        return node.items[int(step)]
    return node.entries[str(step)].node


def _children(node: Node) -> list[tuple[str | int, Node]]:
    if isinstance(node, TextNode):
        return []
    if isinstance(node, ListNode):
        return list(enumerate(node.items))
    return [(name, entry.node) for name, entry in node.entries.items()]
