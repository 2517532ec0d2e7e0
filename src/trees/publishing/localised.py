"""A document as readers of a language get it, whatever of it is translated.

Boundary: documents in, documents out. What the check says by itself, where authors need not, is
said in the words of the page; what has no translation is marked as English.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from trees.authoring.decode.questions import YES_NO
from trees.authoring.document import Document, OptionText, QuestionText, Source, Translation
from trees.authoring.language.words import LAST, ONLY
from trees.engine.questions import options_of
from trees.engine.tree import Question

from .words import Words


@dataclass(frozen=True, slots=True)
class Edition:
    """What a site says in one language. ``originals`` are the documents as they were written."""

    words: Words
    documents: Mapping[str, Document]
    sources: Mapping[str, Source]
    originals: Mapping[str, Document]


def edition(
    originals: Mapping[str, Document],
    sources: Mapping[str, Source],
    translation: Translation | None,
    words: Words,
) -> Edition:
    """Return the edition of all documents; those without a translation are whole in English."""
    translated = translation.documents if translation else {}
    documents = {
        name: _localised(translated[name], words) if name in translated else _foreign(original)
        for name, original in originals.items()
    }
    return Edition(words, documents, translation.sources if translation else sources, originals)


def _foreign(document: Document) -> Document:
    """Return a document all of whose cards are marked as English."""
    cards = [f"questions.{name}" for name in document.questions]
    cards += [f"outcomes.{name}" for name in document.outcomes]
    return replace(document, foreign=frozenset({"title", "summary", *cards}))


def _localised(document: Document, words: Words) -> Document:
    """Return a document with the page's words where an author wrote none."""
    asked = {
        name: (question, document.questions[name])
        for name, question in document.tree.questions.items()
    }
    done = {
        name: pair if f"questions.{name}" in document.foreign else _question(*pair, words)
        for name, pair in asked.items()
    }
    return replace(
        document,
        tree=replace(document.tree, questions={name: pair[0] for name, pair in done.items()}),
        questions={name: pair[1] for name, pair in done.items()},
    )


def _question(
    question: Question, text: QuestionText, words: Words
) -> tuple[Question, QuestionText]:
    said = {LAST: words["otherwise"], ONLY: words["continue"]}
    if options_of(question) == YES_NO:
        said |= {label: words[f"answer.{name}"] for name, label in YES_NO.items()}
    options = {
        name: OptionText(said.get(one.label, one.label), one.hint)
        for name, one in text.options.items()
    }
    branches = tuple(replace(one, say=said.get(one.say, one.say)) for one in text.branches)
    settings: dict[str, Any] = dict(question.settings)
    if options:
        settings["options"] = {name: one.label for name, one in options.items()}
    return (
        replace(question, settings=settings),
        replace(text, options=options, branches=branches),
    )
