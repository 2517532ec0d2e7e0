"""A project: a content folder checked as a whole.

Boundary: ``load_texts`` is pure (texts in, project out); ``load`` reads the folder for it.
"""

from __future__ import annotations

import gc
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from .decode.sources import read_sources
from .decode.tree import Reading, read_tree
from .document import Document, Project, Source, Translation
from .drafts import Draft
from .files import read_folder, read_overlays
from .findings import Finding
from .finish import document
from .graph import Trees
from .proof.days import Period
from .proof.followed import followed
from .proof.proofs import prove_trees
from .rules import bad_name
from .rules.registry import check_project, check_tree
from .scenarios import check_scenarios
from .schema.names import SLUG
from .source import File, Limits, Parse, parse
from .subject import Subject
from .suggest import guess_afresh

SOURCES = "sources.yaml"
#: The name of the page that lists the trees.
INDEX = "index"


def load(
    folder: Path,
    root: Path | None = None,
    limits: Limits | None = None,
    period: Period | None = None,
    translated: Collection[str] = (),
) -> Project:
    """Read, check and prove a content folder; the proof is over all days of a period.

    Paths in findings are relative to ``root``, which is the folder's parent unless given. Only
    the translations of the trees ``translated`` are read, of all trees if there are none.
    Nothing in the folder raises: every problem is a finding of the project.
    """
    base, within = root or folder.absolute().parent, limits or Limits()
    texts, findings = read_folder(folder, base, within)
    overlays, further = read_overlays(folder, base, within, translated)
    return load_texts(texts, limits, findings + further, period, overlays=overlays)


def load_texts(
    texts: Mapping[str, str],
    limits: Limits | None = None,
    findings: tuple[Finding, ...] = (),
    period: Period | None = None,
    parse: Parse = parse,
    overlays: Mapping[str, str] | None = None,
) -> Project:
    """Check trees that are given as texts by path; ``sources.yaml`` holds the sources.

    ``overlays`` are their translations, each in a folder named like its language. Whoever checks
    the same texts again and again hands in a ``parse`` that remembers.
    """
    guess_afresh()
    unread = frozenset(finding.span.path for finding in findings)
    loading = _Loading(
        texts,
        limits or Limits(),
        list(findings),
        unread,
        period or Period(),
        parse,
        overlays or {},
    )
    with _no_search_for_circles():
        return loading.project()


@contextmanager
def _no_search_for_circles() -> Iterator[None]:
    """Let the garbage collector rest: nothing is thrown away, and its search takes a third more."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@dataclass(slots=True)
class _Loading:
    """One run of the check."""

    texts: Mapping[str, str]
    limits: Limits
    findings: list[Finding]
    unread: frozenset[str]
    period: Period
    parse: Parse
    overlays: Mapping[str, str]
    ids: set[str] = field(default_factory=set)

    def project(self) -> Project:
        sources, known = self._sources()
        trees = Trees(self._drafts(), self.ids)
        certain = self._check(trees, known)
        sound = [name for name in self._sound(trees) if name in certain]
        library = followed(trees, certain, sound)
        proof = prove_trees(trees, library, sound, self.period)
        self.findings.extend(proof.findings)
        proven = {name: library[name] for name in self._sound(trees) if name in certain}
        told = check_scenarios(trees, proven, self.findings)
        walkable = {name: document(trees.drafts[name], library[name], told[name]) for name in sound}
        whole = self._without_errors(walkable)
        documents = {name: walkable[name] for name in whole}
        translations = self._translations(trees, documents, sources, known)
        return Project(
            documents=documents,
            sources=sources,
            findings=_in_order(self.findings),
            texts={**self.texts, **self.overlays},
            walkable=walkable,
            certificates=proof.certificates(whole),
            translations=translations,
        )

    def _translations(
        self,
        trees: Trees,
        documents: Mapping[str, Document],
        sources: Mapping[str, Source],
        known: frozenset[str] | None,
    ) -> dict[str, Translation]:
        if not self.overlays:
            return {}
        # Most folders hold one language, and would wait for the import.
        from .translation.loading import Originals, load_translations  # noqa: PLC0415

        file = next((File(*one) for one in self.texts.items() if is_sources(one[0])), None)
        originals = Originals(trees, documents, sources, file, known)
        return load_translations(originals, self.overlays, self.findings, self.limits, self.parse)

    def _sources(self) -> tuple[dict[str, Source], frozenset[str] | None]:
        for path in sorted(self.texts):
            if is_sources(path):
                file = File(path, self.texts[path])
                return read_sources(file, self.findings, self.limits, self.parse)
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
            file = File(path, self.texts[path])
            reading = read_tree(file, self.findings, self.limits, self.parse)
            if reading:
                readings[name.stem] = reading
        return list(readings.values())

    def _check(self, trees: Trees, sources: frozenset[str] | None) -> set[str]:
        """Run the rules, and return the trees whose ways are all known."""
        subjects = [Subject(draft, trees, sources) for draft in trees.drafts.values()]
        for subject in subjects:
            self.findings.extend(check_tree(subject))
        self.findings.extend(check_project(trees))
        return {subject.draft.id for subject in subjects if subject.certain}

    def _sound(self, trees: Trees) -> list[str]:
        """The trees that can be walked; faults of their scenarios do not matter for that."""
        drafts = {draft.path: draft for draft in trees.drafts.values()}
        faulty = {
            span.path
            for finding in self.findings
            if finding.severity == "error" and (span := finding.span).path in drafts
            if not drafts[span.path].in_scenarios(span)
        }
        return [name for name, draft in trees.drafts.items() if draft.path not in faulty]

    def _without_errors(self, documents: Mapping[str, Document]) -> list[str]:
        faulty = {finding.span.path for finding in self.findings if finding.severity == "error"}
        return [name for name, one in documents.items() if one.path not in faulty]


def is_sources(path: str) -> bool:
    """Whether a path is that of the sources."""
    return PurePosixPath(path).name == SOURCES


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


__all__ = ["is_sources", "load", "load_texts"]
