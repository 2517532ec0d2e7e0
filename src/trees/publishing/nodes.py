"""From a document's nodes to what the templates show: every text rendered, every way resolved.

Boundary: one pass over the nodes of one document; no HTML of its own beyond what ``markdown.py``
makes. Question kinds describe their own forms; nothing here knows them by name.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from trees.authoring.document import Document, Message, OptionText, QuestionText, Source
from trees.engine.questions import Form, kind_of
from trees.engine.tree import Outcome, Question, other_tree

from .addresses import Place
from .citations import Citations, Cited
from .markdown import Setting, Texts
from .slots import message, plain, unfilled
from .steps import Step, step_name
from .ways import Exits, Ways
from .words import ENGLISH, Words


@dataclass(frozen=True, slots=True)
class QuestionNode:
    """A question, ready for its template. ``anchor`` is its id in the page."""

    id: str
    anchor: str
    ask: str
    start: bool
    hint: Markup
    option_hints: dict[str, Markup]
    form: Form
    exits: Exits
    sources: tuple[Cited, ...]
    #: What readers type who look for this.
    said: tuple[str, ...] = ()
    #: The language of the node, where it is another than that of the page.
    lang: str = ""
    type: Literal["question"] = "question"

    @property
    def title(self) -> str:
        """The heading in words alone."""
        return self.ask


@dataclass(frozen=True, slots=True)
class MessageBox:
    """A message: its caption and its text, both with slots.

    ``original`` is the English text, which is the one to send, where ``text`` is a translation.
    """

    caption: Markup
    text: Markup
    original: Markup | None = None


@dataclass(frozen=True, slots=True)
class OutcomeNode:
    """An outcome, ready for its template. ``title`` is in words alone, ``heading`` has slots."""

    id: str
    anchor: str
    verdict: str
    title: str
    heading: Markup
    reason: Markup
    steps: tuple[Step, ...]
    messages: tuple[MessageBox, ...]
    dates: tuple[tuple[str, Markup, Markup], ...]
    read: tuple[Markup, ...]
    sources: tuple[Cited, ...]
    said: tuple[str, ...] = ()
    #: The language of the node, where it is another than that of the page.
    lang: str = ""
    type: Literal["outcome"] = "outcome"


type Node = QuestionNode | OutcomeNode


class Nodes:
    """Renders the nodes of one document for one page."""

    def __init__(
        self,
        document: Document,
        sources: Mapping[str, Source],
        place: Place,
        tree_link: Callable[[str], tuple[str, str] | None],
        words: Words,
        original: Document | None = None,
    ) -> None:
        """``tree_link`` gives another tree's address and title, or None where there is none.

        ``original`` is the document that this one translates.
        """
        self._document = document
        self._sources = sources
        self._place = place
        self._tree_link = tree_link
        self._words = words
        self._original = original
        self._texts = Texts(lambda tree: (tree_link(tree) or (None,))[0])
        self._slots = fallback_words(document, words)
        self._ways = Ways(document, place, lambda tree: tree_link(tree) or ("#", tree))

    def all(self) -> list[Node]:
        """Return every node: the start, then questions and outcomes as the author ordered them."""
        tree = self._document.tree
        questions = sorted(tree.questions.values(), key=lambda node: node.id != tree.start)
        asked: list[Node] = [self._question(question) for question in questions]
        return [*asked, *(self._outcome(outcome) for outcome in tree.outcomes.values())]

    def _question(self, question: Question) -> QuestionNode:
        text = self._document.questions[question.id]
        anchor = self._place.anchor(question.id)
        lang = self._foreign(f"questions.{question.id}")
        citations = Citations(anchor, self._sources, ENGLISH if lang else self._words)
        setting = Setting(self._slots, citations.cite)
        return QuestionNode(
            id=question.id,
            anchor=anchor,
            ask=question.ask,
            start=question.id == self._document.tree.start,
            hint=self._texts.block(text.hint, setting),
            option_hints=self._option_hints(text, setting),
            form=kind_of(question).form(question),
            exits=self._ways.exits(question),
            sources=citations.entries,
            said=self._document.said.get(question.id, ()),
            lang=lang,
        )

    def _option_hints(self, text: QuestionText, setting: Setting) -> dict[str, Markup]:
        """Return the hints of options; their links are words, since they stand in a link."""

        def hint(option: OptionText) -> Markup:
            return self._texts.within_link(option.hint, setting)

        return {name: hint(option) for name, option in text.options.items() if option.hint}

    def _outcome(self, outcome: Outcome) -> OutcomeNode:
        text = self._document.outcomes[outcome.id]
        anchor = self._place.anchor(outcome.id)
        lang = self._foreign(f"outcomes.{outcome.id}")
        citations = Citations(anchor, self._sources, ENGLISH if lang else self._words)
        setting = Setting(self._slots, citations.cite)
        return OutcomeNode(
            id=outcome.id,
            anchor=anchor,
            verdict=outcome.verdict,
            title=unfilled(text.title, self._slots),
            heading=plain(text.title, self._slots),
            reason=self._texts.block(text.reason, setting),
            steps=self._steps(outcome.id, text.steps, setting),
            messages=self._messages(outcome.id, text.messages, ENGLISH if lang else self._words),
            dates=tuple(
                (note.date, plain(f"{{{note.date}}}", self._slots), plain(note.label, self._slots))
                for note in text.dates
            ),
            read=tuple(self._reading(entry, setting) for entry in text.read),
            sources=citations.entries,
            said=self._document.said.get(outcome.id, ()),
            lang=lang,
        )

    def _foreign(self, card: str) -> str:
        """Return the language of a card that is left in another one than the page's."""
        return ENGLISH["language"] if card in self._document.foreign else ""

    def _steps(self, outcome: str, steps: tuple[str, ...], setting: Setting) -> tuple[Step, ...]:
        """Return the steps, named by what they were before somebody translated them."""
        written = self._original.outcomes[outcome].steps if self._original else steps
        return tuple(
            Step(step_name(first), self._texts.line(step, setting))
            for first, step in zip(written, steps, strict=True)
        )

    def _messages(
        self, outcome: str, messages: tuple[Message, ...], words: Words
    ) -> tuple[MessageBox, ...]:
        original = self._original
        if original is None or words is ENGLISH:
            sent: list[Markup | None] = [None] * len(messages)
        else:
            slots = fallback_words(original, ENGLISH)
            sent = [message(one.text, slots) for one in original.outcomes[outcome].messages]
        return tuple(
            MessageBox(
                plain(one.label or words["message-to"].format(to=one.to), self._slots),
                message(one.text, self._slots),
                text,
            )
            for one, text in zip(messages, sent, strict=True)
        )

    def _reading(self, entry: str, setting: Setting) -> Markup:
        tree = other_tree(entry)
        link = self._tree_link(tree) if tree else None
        if link is None:
            return self._texts.line(entry, setting)
        return Markup('<a href="{}">{}</a>').format(*link)


def fallback_words(document: Document, words: Words) -> dict[str, str]:
    """Return what stands in each slot until the engine fills it."""
    named = {
        name: text.name or document.tree.questions[name].ask
        for name, text in document.questions.items()
    }
    values = {name: name.replace("_", " ") for name in document.tree.values}
    return {**named, **values, **document.words, "today": words["today"]}
