"""A project: a content folder checked as a whole.

Boundary: ``load_texts`` is pure (texts in, project out); ``load`` reads the folder for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from .decode.sources import read_sources
from .decode.tree import Reading, read_tree
from .document import Document, Project, Source
from .drafts import Draft
from .files import read_folder
from .findings import Finding
from .finish import document
from .graph import Trees
from .rules import bad_name
from .rules.registry import check_project, check_tree
from .scenarios import check_scenarios
from .schema.names import SLUG
from .source import File, Limits
from .subject import Subject
from .suggest import guess_afresh

SOURCES = "sources.yaml"
#: The name of the page that lists the trees.
INDEX = "index"


def load(folder: Path, root: Path | None = None, limits: Limits | None = None) -> Project:
    """Read and check a content folder.

    Paths in findings are relative to ``root``, which is the folder's parent unless given.
    Nothing in the folder raises: every problem is a finding of the project.
    """
    texts, findings = read_folder(folder, root or folder.absolute().parent, limits or Limits())
    return load_texts(texts, limits, findings)


def load_texts(
    texts: Mapping[str, str],
    limits: Limits | None = None,
    findings: tuple[Finding, ...] = (),
) -> Project:
    """Check trees that are given as texts by path; ``sources.yaml`` holds the sources."""
    guess_afresh()
    unread = frozenset(finding.span.path for finding in findings)
    loading = _Loading(texts, limits or Limits(), list(findings), unread)
    return loading.project()


@dataclass(slots=True)
class _Loading:
    """One run of the check."""

    texts: Mapping[str, str]
    limits: Limits
    findings: list[Finding]
    unread: frozenset[str]
    ids: set[str] = field(default_factory=set)

    def project(self) -> Project:
        sources, known = self._sources()
        trees = Trees(self._drafts(), self.ids)
        self._check(trees, known)
        sound = {tree: one for tree, one in trees.drafts.items() if self._sound(one)}
        told = check_scenarios(trees, sound, self.findings)
        walkable = {tree: document(draft, told.get(tree, ())) for tree, draft in sound.items()}
        return Project(
            documents=self._without_errors(walkable),
            sources=sources,
            findings=_in_order(self.findings),
            texts=dict(self.texts),
            walkable=walkable,
        )

    def _sources(self) -> tuple[dict[str, Source], frozenset[str] | None]:
        for path in sorted(self.texts):
            if PurePosixPath(path).name == SOURCES:
                return read_sources(File(path, self.texts[path]), self.findings, self.limits)
        return {}, None if self._unread() & {"sources"} else frozenset()

    def _unread(self) -> set[str]:
        """The names of files that are there, but could not even be read as text."""
        return {PurePosixPath(path).stem for path in self.unread}

    def _drafts(self) -> dict[str, Draft]:
        readings = self._readings()
        asks: dict[str, str] = {}
        for reading in readings:
            for question in reading.asked:
                asks.setdefault(question, reading.id)
        return {reading.id: reading.draft(asks) for reading in readings}

    def _readings(self) -> list[Reading]:
        readings: dict[str, Reading] = {}
        self.ids |= self._unread() - {"sources"}
        for path in sorted(self.texts):
            name = PurePosixPath(path)
            if name.name == SOURCES:
                continue
            if not SLUG.fullmatch(name.stem):
                self.findings.append(bad_name.file(path, name.stem))
            if name.stem == INDEX:
                self.findings.append(bad_name.index(path))
            self.ids.add(name.stem)
            reading = read_tree(File(path, self.texts[path]), self.findings, self.limits)
            if reading:
                readings[name.stem] = reading
        return list(readings.values())

    def _check(self, trees: Trees, sources: frozenset[str] | None) -> None:
        for draft in trees.drafts.values():
            self.findings.extend(check_tree(Subject(draft, trees, sources)))
        self.findings.extend(check_project(trees))

    def _sound(self, draft: Draft) -> bool:
        """Whether a tree can be walked; faults of its scenarios do not matter for that."""
        return not any(
            finding.severity == "error"
            and finding.span.path == draft.path
            and not draft.in_scenarios(finding.span)
            for finding in self.findings
        )

    def _without_errors(self, documents: Mapping[str, Document]) -> dict[str, Document]:
        broken = {finding.span.path for finding in self.findings if finding.severity == "error"}
        return {tree: one for tree, one in documents.items() if one.path not in broken}


def _in_order(findings: list[Finding]) -> tuple[Finding, ...]:
    """Sort by place, each finding once. Tuples compare many times faster than findings do."""
    keyed = {
        (
            span.path,
            span.line,
            span.column,
            span.end_line,
            span.end_column,
            finding.code,
            finding.message,
            finding.hint,
            finding.severity,
        ): finding
        for finding in findings
        for span in (finding.span,)
    }
    return tuple(keyed[key] for key in sorted(keyed))


__all__ = ["load", "load_texts"]
