"""The translations of a project: every overlay read, compared with its original, and applied.

Boundary: sound trees and overlays in; documents in other languages and findings out. A card is
never in two languages: where one of its texts cannot be shown, all of it stays in the original.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from ..decode.sources import read_sources
from ..document import Document, Source, Translation
from ..drafts import Draft
from ..findings import Finding
from ..finish import document, tree
from ..graph import Trees
from ..rules import missing_translation, unknown_translation
from ..rules.registry import check_tree
from ..source import File, Limits, Parse, TextNode
from ..subject import Subject
from .applied import translated_tree
from .comparing import compare
from .overlay import WORDS, Overlay, read_overlay
from .placing import Keys, Placed, with_texts
from .texts import Texts, texts_of_sources, texts_of_tree

SOURCES = "sources"
#: Groups whose members are translated whole or not at all.
GROUPS = ("questions", "values", "outcomes")


@dataclass(frozen=True)
class Originals:
    """What there is to translate. ``documents`` are those of the trees that are sound."""

    trees: Trees
    documents: Mapping[str, Document]
    sources: Mapping[str, Source]
    #: The file of the sources, if there is one, and their names; None if it could not be read.
    sources_file: File | None
    names: frozenset[str] | None

    @property
    def asks(self) -> dict[str, str]:
        """For each question, a tree that asks it."""
        drafts = self.trees.drafts
        # The first tree that asks a question counts, as it does where the trees are read.
        return {name: tree for tree in reversed([*drafts]) for name in drafts[tree].questions}


def load_translations(
    originals: Originals,
    overlays: Mapping[str, str],
    findings: list[Finding],
    limits: Limits,
    parse: Parse,
) -> dict[str, Translation]:
    """Return the translations by language; ``overlays`` are texts by path: ``trees/es/x.yaml``."""
    found = sorted({PurePosixPath(path).parent.name for path in overlays})
    made: dict[str, Translation] = {}
    for language in found:
        files = {
            PurePosixPath(path).stem: File(path, text)
            for path, text in overlays.items()
            if PurePosixPath(path).parent.name == language
        }
        made[language] = _Loading(originals, language, files, limits, parse, findings).all()
    return made


@dataclass
class _Loading:
    """The overlays of one language."""

    originals: Originals
    language: str
    files: Mapping[str, File]
    limits: Limits
    parse: Parse
    findings: list[Finding]
    asks: Mapping[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self.asks = self.originals.asks
        self.folder = PurePosixPath(next(iter(self.files.values())).path).parent

    def all(self) -> Translation:
        """Return all that is translated."""
        known = {*self.originals.trees.ids, SOURCES, WORDS}
        for name, file in self.files.items():
            if name not in known:
                self.findings.append(unknown_translation.tree(file.path, sorted(known)))
        documents = {
            name: made
            for name, one in self.originals.documents.items()
            if (made := self._document(name, one))
        }
        return Translation(self.language, documents, self._sources())

    def _document(self, name: str, original: Document) -> Document | None:
        if name not in self.files:
            if original.listed:
                self._missing_file(name)
            return None
        draft = self.originals.trees.drafts[name]
        texts = texts_of_tree(draft)
        overlay = self._overlay(name, texts)
        fit = compare(texts, overlay, self.findings)
        said = self._tried(draft, fit)
        self.findings.extend(said)
        whole, foreign = _whole(texts, _without(fit, overlay, said))
        made = translated_tree(draft, whole, self.asks, [])
        done = document(made, tree(made), original.scenarios)
        return replace(done, foreign=foreign)

    def _tried(self, draft: Draft, fit: Placed) -> list[Finding]:
        """Return what the rules say of the translated texts, and of nothing else."""
        found: list[Finding] = []
        made = translated_tree(draft, fit, self.asks, found)
        subject = Subject(made, self.originals.trees, self.originals.names)
        found.extend(check_tree(subject))
        return [one for one in found if one.span.path != draft.path]

    def _sources(self) -> Mapping[str, Source]:
        file = self.originals.sources_file
        root = self.parse(file, self.limits)[0] if file else None
        texts = texts_of_sources(root) if root else {}
        if file is None or root is None or not texts:
            return self.originals.sources
        if SOURCES not in self.files:
            self._missing_file(SOURCES)
            return self.originals.sources
        overlay = self._overlay(SOURCES, texts)
        made = with_texts(root, compare(texts, overlay, self.findings))
        return read_sources(file, [], self.limits, lambda *_: (made, []))[0]

    def _overlay(self, name: str, texts: Texts) -> Overlay:
        file = self.files[name]
        return read_overlay(file, self.language, texts, self.findings, self.limits, self.parse)

    def _missing_file(self, name: str) -> None:
        path = str(self.folder / f"{name}.yaml")
        self.findings.append(missing_translation.file(path, name, self.language))


def _without(fit: Placed, overlay: Overlay, said: Iterable[Finding]) -> Placed:
    """Return the translations that no error was found in."""
    lines = {one.span.line for one in said if one.severity == "error"}
    return {
        keys: node
        for keys, node in fit.items()
        if lines.isdisjoint(range(overlay.entries[keys].key.span.line, node.span.end_line + 1))
    }


def _whole(texts: Texts, fit: Placed) -> tuple[dict[Keys, TextNode], frozenset[str]]:
    """Return the translations of cards that have all of theirs, and the names of the others."""
    foreign = frozenset(card(keys) for keys in texts if keys not in fit)
    return {keys: node for keys, node in fit.items() if card(keys) not in foreign}, foreign


def card(keys: Keys) -> str:
    """Return the name of what a text is a part of: ``questions.who``, ``title``."""
    return ".".join(keys[:2] if keys[0] in GROUPS else keys[:1])
