"""Advice on style: what makes a sound tree a good guide.

Boundary: documents in, findings out; none of them keeps a tree from being published. What today is
decides which sources are stale, so it is an input.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import ModuleType

from trees.engine.tree import Tree

from .document import Document, Project
from .findings import Finding, Span
from .project import is_sources
from .reading.ease import Sentences, sentences
from .reading.languages import LANGUAGES, ORIGINAL, Language, language_of
from .rules import key_order, stale_source
from .rules.registry import OF_STYLE, OF_WORDING
from .source import File, parse

OF_AN_ORIGINAL = (*OF_STYLE, *OF_WORDING)
SOURCES = "sources"


@dataclass(frozen=True)
class Guide:
    """What a rule of style looks at: one document in one language, and where its texts stand."""

    document: Document
    language: Language = LANGUAGES[ORIGINAL]

    @property
    def tree(self) -> Tree:
        """The engine's part of the document."""
        return self.document.tree

    def span(self, *path: str | int) -> Span:
        """Return the place of something in the file, or of what holds it."""
        for end in range(len(path), 0, -1):
            if found := self.document.spans.get(path[:end]):
                return found
        return Span(self.document.path, 1, 1, 1, 2)

    def option(self, question: str, option: str) -> Span:
        """Return the place of an option's label."""
        path = ("questions", question, "options", option)
        return self.document.spans.get((*path, "label")) or self.span(*path)

    @cached_property
    def prose(self) -> list[tuple[tuple[str | int, ...], Sentences]]:
        """The sentences of each text, and its path."""
        return [(where, sentences(text)) for where, text in self.texts() if text]

    def texts(self) -> Iterator[tuple[tuple[str | int, ...], str]]:
        """Return each text that somebody reads to understand something, and its path."""
        yield ("summary",), self.document.summary
        for name, question in self.document.questions.items():
            yield ("questions", name, "hint"), question.hint
            for option, shown in question.options.items():
                yield ("questions", name, "options", option, "hint"), shown.hint
        for name, outcome in self.document.outcomes.items():
            yield ("outcomes", name, "reason"), outcome.reason
            for at, step in enumerate(outcome.steps):
                yield ("outcomes", name, "steps", at), step
            for at, message in enumerate(outcome.messages):
                yield ("outcomes", name, "messages", at, "text"), message.text


def advice(project: Project, today: date, names: Collection[str] = ()) -> list[Finding]:
    """Return all advice on the style of a project's trees and the age of its sources.

    Only the files ``names`` are looked at, and their translations; all if there are none.
    """
    found = [
        one
        for guide, rules in _guides(project, names)
        for one in _said(guide, rules)
        # What a translation leaves in the original is judged there.
        if rules is not OF_WORDING or one.span.path != guide.document.path
    ]
    if not names or SOURCES in names:
        found.extend(_of_sources(project, today))
    return sorted(found)


def _guides(
    project: Project, names: Collection[str]
) -> Iterator[tuple[Guide, tuple[ModuleType, ...]]]:
    """Return what there is to judge, with its rules: translations are judged by their words."""
    for name, document in project.walkable.items():
        if not names or name in names:
            yield Guide(document), OF_AN_ORIGINAL
    for translation in project.translations.values():
        if language := language_of(translation.language):
            for name, document in translation.documents.items():
                if not names or name in names:
                    yield Guide(document, language), OF_WORDING


def _said(guide: Guide, rules: Iterable[ModuleType]) -> Iterator[Finding]:
    for rule in rules:
        check: Callable[[Guide], Iterator[Finding]] = rule.check
        yield from check(guide)


def _of_sources(project: Project, today: date) -> Iterator[Finding]:
    yield from stale_source.check(project.sources.values(), today)
    for path, text in project.originals.items():
        root = parse(File(path, text))[0] if is_sources(path) else None
        if root is not None:
            yield from key_order.check_sources(root)
