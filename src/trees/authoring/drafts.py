"""Drafts: a file decoded as far as it goes, with the places that rules point at.

Boundary: data only. A draft may be wrong in every way; only one without errors becomes a
document.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from trees.engine.tree import Branch, Expression, Question, Value, other_tree

from .document import DateNote, Message, OptionText
from .findings import Span
from .schema.shapes import Said
from .source import MapNode, TextNode


class Prose(NamedTuple):
    """A text of a node: what may stand in it, and whose text it is."""

    node: TextNode
    owner: str
    markdown: bool = True
    filled: bool = True


class BranchDraft(NamedTuple):
    """A way on: ``target`` where it leads, ``when`` its condition (None for the last).

    ``say`` is what readers see; it is ``aloud`` where the author wrote it.
    """

    target: Said
    when: Expression | None = None
    condition: Said | None = None
    say: str = ""
    option: str = ""
    aloud: bool = False

    @property
    def go(self) -> str:
        """The target as text."""
        go: str = self.target.value
        return go


class QuestionDraft(NamedTuple):
    """A question. ``whole`` is False where a branch could not be read."""

    key: TextNode
    question: Question
    hint: str
    name: str
    options: Mapping[str, OptionText]
    option_keys: Mapping[str, TextNode]
    branches: tuple[BranchDraft, ...]
    #: Where the question says how it goes on, if it does: ``go`` or ``then``.
    ways_key: TextNode | None
    whole: bool
    #: False where something that says which answers it takes could not be read.
    settled: bool


@dataclass(frozen=True, slots=True)
class OutcomeDraft:
    """An outcome."""

    key: TextNode
    verdict: str
    title: str
    reason: str = ""
    steps: tuple[str, ...] = ()
    messages: tuple[Message, ...] = ()
    dates: tuple[DateNote, ...] = ()
    date_names: tuple[Said, ...] = ()
    read: tuple[str, ...] = ()
    links: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class ValueDraft:
    """A value; ``value`` and ``type`` are None where the expression was refused."""

    key: TextNode
    node: TextNode
    value: Value | None
    type: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class ScenarioDraft:
    """A scenario with its answers as they were written."""

    story: Said
    answers: Mapping[str, tuple[TextNode, Said | list[Said]]]
    ends: Said
    today: date | None
    shows: Mapping[str, tuple[TextNode, Said]] = field(default_factory=dict)

    def end(self, tree: str) -> tuple[str, str]:
        """Return the tree and the outcome that the story of a tree ends at."""
        elsewhere = other_tree(self.ends.value)
        if elsewhere is None:
            return tree, self.ends.value
        other, _, name = elsewhere.rpartition("/")
        return other, name


@dataclass(frozen=True, slots=True)
class Draft:
    """One decoded file.

    ``whole`` is False where parts could not be read; rules that look at all of a tree then keep
    quiet about what may only be a consequence.
    """

    id: str
    path: str
    root: MapNode
    title: str
    summary: str
    listed: bool
    start: str
    start_node: TextNode | None
    questions: Mapping[str, QuestionDraft]
    outcomes: Mapping[str, OutcomeDraft]
    values: Mapping[str, ValueDraft]
    scenarios: tuple[ScenarioDraft, ...]
    prose: tuple[Prose, ...]
    #: Readers' own words for each question and outcome; those for the tree itself under "".
    said: Mapping[str, tuple[Said, ...]] = field(default_factory=dict)
    whole: bool = True

    def written(self, key: str) -> tuple[str, ...]:
        """Return the names that stand under a key of the file, readable or not."""
        node = self.root.get(key)
        return tuple(node.entries) if isinstance(node, MapNode) else ()

    def in_scenarios(self, span: Span) -> bool:
        """Whether a place is in the scenarios, whose faults leave the tree itself sound."""
        entry = self.root.entries.get("scenarios")
        if entry is None:
            return False
        begun, at = _start(entry.key.span), _start(span)
        starts = [_start(other.key.span) for other in self.root.entries.values()]
        return begun <= at and not any(begun < other <= at for other in starts)

    @property
    def nodes(self) -> tuple[str, ...]:
        """The names of all questions and outcomes."""
        return (*self.questions, *self.outcomes)


def _start(span: Span) -> tuple[int, int]:
    return span.line, span.column


def engine_branches(draft: QuestionDraft) -> tuple[Branch, ...]:
    """Return the branches as the engine takes them."""
    return tuple(Branch(branch.go, branch.when) for branch in draft.branches)
