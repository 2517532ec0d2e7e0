"""A text or a condition uses an answer that readers have not given by then.

A text may show an answer (or a value made from it) only where every way has passed that question;
otherwise some readers would see a gap. A condition may look at a question that only some ways have
passed, but not at one that no way has.

Bad: `{paid_on}` in the reason of an outcome that some ways reach without the question `paid_on`.

Good: ask `paid_on` on every way to it, or make two outcomes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..facts import questions_in
from ..findings import Finding, Span
from ..language.syntax import parse, words
from ..prose import placeholders
from .base import make

if TYPE_CHECKING:
    from ..subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Report uses of answers before they are given."""
    if not subject.certain or subject.order is None:
        return
    for node, span, name in _shown(subject):
        for question in _needed(subject, name):
            if node in subject.reachable and not subject.surely_asked(node, question):
                yield _gap(subject, node, span, name, question)
                break
    yield from _conditions(subject)


def _shown(subject: Subject) -> Iterator[tuple[str, Span, str]]:
    draft = subject.draft
    for prose in draft.prose:
        for mark in placeholders(prose.node.value) if prose.filled else ():
            yield prose.owner, prose.node.span_of(mark.start, mark.end), mark.name
    for name, outcome in draft.outcomes.items():
        for said in outcome.date_names:
            if subject.is_day(said.value):
                yield name, said.node.span, said.value


def _needed(subject: Subject, name: str) -> list[str]:
    if name in subject.draft.questions:
        return [name]
    needs = subject.value_needs.get(name, frozenset())
    return [question for question in subject.draft.questions if question in needs]


def _gap(subject: Subject, node: str, span: Span, name: str, question: str) -> Finding:
    way = subject.flow.way_without(node, question)
    shown = way if len(way) <= 6 else [*way[:2], "…", *way[-3:]]
    example = f" For example: {' → '.join(shown)}." if way else ""
    what = "it" if name == question else f"`{question}`, which `{name}` needs,"
    return make(
        __name__,
        span,
        f"`{name}` may be missing here: some ways come to `{node}` without asking {what}".rstrip(
            ","
        ),
        f"Ask `{question}` on every way to `{node}`, or leave it out.{example}",
    )


def _conditions(subject: Subject) -> Iterator[Finding]:
    for name, question in subject.draft.questions.items():
        for branch in question.branches:
            if branch.when is None or branch.condition is None or name not in subject.reachable:
                continue
            for asked in dict.fromkeys(questions_in(branch.when)):
                if not subject.perhaps_asked(name, asked):
                    at = _position(branch.condition.value, asked)
                    yield make(
                        __name__,
                        branch.condition.node.span_of(at, at + len(asked)),
                        f"No way asks `{asked}` before `{name}`, so this can never hold",
                        f"Ask `{asked}` earlier, or compare another answer.",
                    )


def _position(text: str, name: str) -> int:
    return next((word.start for word in words(parse(text)) if word.text == name), 0)
