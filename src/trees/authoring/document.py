"""A document: a tree as its author wrote it, decoded, with its texts and their places.

Boundary: data only. ``tree`` is the engine's lean model; everything that a reader reads and the
engine does not need stands here, as Markdown source.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

from trees.engine.tree import Tree

from .findings import Finding, Span

if TYPE_CHECKING:
    from .proof.certificate import Certificate
    from .source import MapNode


@dataclass(frozen=True, slots=True)
class OptionText:
    """An option: its label (plain) and its hint (Markdown, may be empty)."""

    label: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class BranchText:
    """A branch of a question's ``then`` or ``go``, or an option's ``go``, in words.

    Runs parallel to ``Question.branches``. ``say`` is ready to show; ``option`` is set where the
    branch is an option's own ``go``.
    """

    say: str
    option: str = ""


@dataclass(frozen=True, slots=True)
class QuestionText:
    """What a question says beyond its ``ask``."""

    hint: str
    name: str
    options: Mapping[str, OptionText]
    branches: tuple[BranchText, ...]


@dataclass(frozen=True, slots=True)
class Message:
    """A message ready to copy: plain text with ``{placeholders}`` and ``[gaps]``."""

    to: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class DateNote:
    """A day to remember: the name of a value or date question, and what to do on that day."""

    date: str
    label: str


@dataclass(frozen=True, slots=True)
class OutcomeText:
    """What an outcome says. Texts are Markdown source with ``{placeholders}`` and ``[@source]``."""

    title: str
    reason: str
    steps: tuple[str, ...] = ()
    messages: tuple[Message, ...] = ()
    dates: tuple[DateNote, ...] = ()
    read: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scenario:
    """A story: answers (canonical where they could be read) and the end that they must reach.

    ``ends`` is ``(tree, node)``. ``today`` is None where the story does not count days. ``shows``
    are values that the outcome must show, as the engine hands them out.
    """

    story: str
    answers: Mapping[str, str]
    ends: tuple[str, str]
    today: date | None
    span: Span
    shows: Mapping[str, str] = field(default_factory=dict)


#: How many days a source keeps after it was checked. What nobody confirmed changes soonest.
KEEPS = {"official": 365, "provider": 365, "reported": 180}


@dataclass(frozen=True, slots=True)
class Source:
    """Where a claim comes from, and how sure it is."""

    id: str
    title: str
    publisher: str
    address: str
    checked: date
    sure: Literal["official", "provider", "reported"]
    section: str = ""
    published: str = ""
    #: The sources that say otherwise, and what about.
    disagrees: tuple[tuple[str, str], ...] = ()
    #: Where the file says when it was checked.
    place: Span | None = field(default=None, compare=False)

    @property
    def best_before(self) -> date:
        """The last day on which the source need not be read again."""
        return self.checked + timedelta(KEEPS[self.sure])


@dataclass(frozen=True, slots=True)
class Document:
    """One decoded file. ``words`` says each value in words for readers without the engine.

    ``said`` holds readers' own words for each node that has some, and for the tree itself under "".
    ``spans`` maps a path of keys (``("questions", "who", "ask")``) to its place in the file, and
    ``root`` is all of the file as it was written. ``foreign`` names what a translation
    leaves in the original language: ``title``, ``summary``, or questions, values and outcomes as
    ``questions.who``.
    """

    path: str
    tree: Tree
    summary: str
    questions: Mapping[str, QuestionText]
    outcomes: Mapping[str, OutcomeText]
    words: Mapping[str, str] = field(default_factory=dict)
    scenarios: tuple[Scenario, ...] = ()
    listed: bool = True
    said: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    spans: Mapping[tuple[str | int, ...], Span] = field(default_factory=dict)
    root: MapNode | None = field(default=None, compare=False, repr=False)
    foreign: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Translation:
    """The documents and sources of a project in another language, ``es`` or ``pt-BR``.

    What is not translated stands there as in the original. A document that is missing has no
    translation at all.
    """

    language: str
    documents: Mapping[str, Document]
    sources: Mapping[str, Source]


@dataclass(frozen=True, slots=True)
class Project:
    """All documents of a content folder, the sources, and every finding.

    A tree is in ``documents`` only where its file has no error, so whatever stands there can be
    walked and published. ``walkable`` also holds those in which only a story fails, or what the
    proof has found can be seen by walking. ``certificates`` are of the trees that are proven to
    every end. ``texts`` holds the text of every file read, by path, for reporters.
    """

    documents: Mapping[str, Document]
    sources: Mapping[str, Source]
    findings: tuple[Finding, ...]
    texts: Mapping[str, str] = field(default_factory=dict)
    walkable: Mapping[str, Document] = field(default_factory=dict)
    certificates: Mapping[str, Certificate] = field(default_factory=dict)
    translations: Mapping[str, Translation] = field(default_factory=dict)

    @property
    def originals(self) -> Mapping[str, str]:
        """The texts of the trees and sources themselves, without those of translations."""
        folder = min((path.count("/") for path in self.texts), default=0)
        return {path: text for path, text in self.texts.items() if path.count("/") == folder}

    @property
    def broken(self) -> Mapping[str, tuple[Finding, ...]]:
        """Errors by path of the file that they are in."""
        errors: dict[str, list[Finding]] = {}
        for finding in self.findings:
            if finding.severity == "error":
                errors.setdefault(finding.span.path, []).append(finding)
        return {path: tuple(found) for path, found in errors.items()}


__all__ = [
    "BranchText",
    "DateNote",
    "Document",
    "Message",
    "OptionText",
    "OutcomeText",
    "Project",
    "QuestionText",
    "Scenario",
    "Source",
    "Translation",
]
