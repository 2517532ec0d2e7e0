"""Advice on style: what makes a sound tree a good guide.

Boundary: documents in, findings out; none of them keeps a tree from being published. What today is
decides which sources are stale, so it is an input.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from trees.engine.tree import Tree

from .document import Document, Project
from .findings import Finding, Span
from .project import is_sources
from .rules import key_order, stale_source
from .rules.registry import OF_STYLE
from .source import File, parse


@dataclass(frozen=True, slots=True)
class Guide:
    """What a rule of style looks at: one document, its texts, and where they stand."""

    document: Document
    text: str

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

    def texts(self) -> Iterator[tuple[tuple[str | int, ...], str]]:
        """Return each text that readers read to understand something, and its path."""
        yield ("summary",), self.document.summary
        for name, question in self.document.questions.items():
            yield ("questions", name, "hint"), question.hint
        for name, outcome in self.document.outcomes.items():
            yield ("outcomes", name, "reason"), outcome.reason
            for at, step in enumerate(outcome.steps):
                yield ("outcomes", name, "steps", at), step


def advice(project: Project, today: date) -> list[Finding]:
    """Return all advice on the style of a project's trees and the age of its sources."""
    checks: list[Callable[[Guide], Iterator[Finding]]] = [rule.check for rule in OF_STYLE]
    guides = [
        Guide(document, project.texts.get(document.path, ""))
        for document in project.walkable.values()
    ]
    found = [finding for guide in guides for check in checks for finding in check(guide)]
    return sorted([*found, *_of_sources(project, today)])


def _of_sources(project: Project, today: date) -> Iterator[Finding]:
    yield from stale_source.check(project.sources.values(), today)
    for path, text in project.originals.items():
        root = parse(File(path, text))[0] if is_sources(path) else None
        if root is not None:
            yield from key_order.check_sources(root)
