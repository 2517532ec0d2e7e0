"""The words of the page in other languages: those that come with the package, and a project's own.

Boundary: overlays of the catalogue in, words out. The files are written, read and compared as those
of trees are; what a language does not say is said in English.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from trees.authoring.document import Project
from trees.authoring.findings import Finding
from trees.authoring.prose import PLACEHOLDER
from trees.authoring.rules import lost_placeholder
from trees.authoring.source import File, Limits, parse
from trees.authoring.translation.comparing import compare
from trees.authoring.translation.overlay import WORDS as NAME
from trees.authoring.translation.overlay import read_overlay
from trees.authoring.translation.placing import Keys
from trees.authoring.translation.texts import Texts

from ..sayings import plural
from ..words import ENGLISH, PLAYGROUND, Words

FOLDER = Path(__file__).parent
#: What is the language's own, and what only those read who write trees.
NOT_TRANSLATED = frozenset({"language", *PLAYGROUND})

#: A brace without its other half: no gap, and sentences that have one cannot be filled.
LOOSE = re.compile("[{}]")


def texts_of(language: str) -> Texts:
    """Return what there is to translate, with the forms that the language has for numbers."""
    texts: dict[Keys, str] = {
        (key,): text for key, text in ENGLISH.items() if key not in NOT_TRANSLATED
    }
    forms = {plural(language, number) for number in (0, 1, 2, 1_000_000)} - {"one", "other"}
    for key in [one.removesuffix(".one") for one in ENGLISH if one.endswith(".one")]:
        texts |= {(f"{key}.{form}",): ENGLISH[key] for form in sorted(forms)}
    return texts


def words_in(
    language: str, own: File | None = None, findings: list[Finding] | None = None
) -> Words:
    """Return the words of a language; those of a project's ``own`` file come first.

    ``findings`` takes what is wrong with that file. What it leaves out is none of it, as long as
    the package has the words.
    """
    told: list[Finding] = []
    ours = shipped_file(language)
    shipped = _read(language, ours, told)
    said = _read(language, own, told) if own else {}
    words = {**ENGLISH, **shipped, **said, "language": language}
    if own and findings is not None:
        findings += [
            one
            for one in told
            if one.span.path == own.path and not (ours.text and one.code == "missing-translation")
        ]
    return words


def words_of_project(project: Project, language: str, findings: list[Finding]) -> Words:
    """Return the words of a language as a project says them; see ``words_in``."""
    ending = f"/{language}/{NAME}.yaml"
    own = next((path for path in project.texts if f"/{path}".endswith(ending)), None)
    return words_in(language, File(own, project.texts[own]) if own else None, findings)


def shipped_file(language: str) -> File:
    """Return the file of words that comes with the package; empty where there is none."""
    path = FOLDER / language / f"{NAME}.yaml"
    shown = f"{FOLDER.name}/{language}/{path.name}"
    return File(shown, path.read_text("utf-8") if path.is_file() else "")


def _read(language: str, file: File, findings: list[Finding]) -> Mapping[str, str]:
    texts = texts_of(language)
    overlay = read_overlay(file, language, texts, findings, Limits(), parse)
    fit = compare(texts, overlay, findings)
    loose = {
        keys: node for keys, node in fit.items() if LOOSE.search(PLACEHOLDER.sub("", node.value))
    }
    findings += [lost_placeholder.found(node.span, "", added=True) for node in loose.values()]
    return {keys[0]: node.value.strip() for keys, node in fit.items() if keys not in loose}
