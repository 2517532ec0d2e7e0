"""The overlays of one language, brought up to date with their originals.

Boundary: texts of files in, texts of files out; nothing is read from the disk or written to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from ..decode.tree import read_tree
from ..findings import Finding
from ..source import File, Limits, Node, parse
from .loading import SOURCES
from .overlay import read_overlay
from .texts import Texts, texts_of_sources, texts_of_tree
from .writing import Written, memory_of, written


@dataclass(frozen=True, slots=True)
class Refreshed:
    """The files of a language by path, and what keeps files from being read."""

    files: Mapping[str, Written]
    findings: tuple[Finding, ...]


def refreshed(
    originals: Mapping[str, Texts], overlays: Mapping[str, str], language: str
) -> Refreshed:
    """Return the overlays of ``originals``, which are by path as the ``overlays`` are.

    A file that cannot be read is left out, and its findings say why.
    """
    findings: list[Finding] = []
    own = {path: text for path, text in overlays.items() if _language(path) == language}
    roots = {path: _root(File(path, text), findings) for path, text in own.items()}
    memory = dict(pair for root in roots.values() if root for pair in memory_of(root, language))
    unread = {finding.span.path for finding in findings}
    files: dict[str, Written] = {}
    for path, texts in originals.items():
        home = PurePosixPath(path)
        there = str(home.parent / language / home.name)
        if there not in unread:
            file = File(there, own.get(there, ""))
            overlay = read_overlay(file, language, texts, [], Limits(), parse)
            files[there] = written(home.stem, texts, overlay, memory)
    return Refreshed(files, tuple(findings))


def _language(path: str) -> str:
    return PurePosixPath(path).parent.name


def _root(file: File, findings: list[Finding]) -> Node | None:
    root, troubles = parse(file, Limits())
    findings.extend(troubles)
    return root


def originals(
    texts: Mapping[str, str], names: frozenset[str], findings: list[Finding]
) -> dict[str, Texts]:
    """Return what there is to translate of the trees ``names``, by path of the file."""
    found = {path: dict(_texts(File(path, text), findings)) for path, text in _named(texts, names)}
    return {path: one for path, one in found.items() if one}


def _named(texts: Mapping[str, str], names: frozenset[str]) -> Iterator[tuple[str, str]]:
    return ((path, texts[path]) for path in sorted(texts) if PurePosixPath(path).stem in names)


def _texts(file: File, findings: list[Finding]) -> Texts:
    if PurePosixPath(file.path).stem == SOURCES:
        root = _root(file, findings)
        return texts_of_sources(root) if root else {}
    reading = read_tree(file, findings, Limits())
    return texts_of_tree(reading.draft({})) if reading else {}
