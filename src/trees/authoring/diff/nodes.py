"""Which nodes came, went or have another name, and which answers old links may lose.

Boundary: two documents of one tree in, names out. Nothing is followed here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from trees.engine.questions import kind_of, options_of
from trees.engine.tree import Question

from ..document import Document
from .texts import outcome_texts


@dataclass(frozen=True, slots=True)
class Nodes:
    """The nodes that differ; ``renamed`` holds the new name for each old one."""

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    renamed: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Lost:
    """Answers to a question, kept in old links, that the new version may not take."""

    question: str
    why: str


def changed_nodes(old: Document, new: Document, shared: Collection[str]) -> Nodes:
    """Return the nodes that came, went, or only have another name.

    Names that several trees ask (``shared``) count as other questions when they change, because
    the trees rely on one another to use the same.
    """
    before, after = _said(old), _said(new)
    gone = {name: said for name, said in before.items() if name not in after}
    come = {name: said for name, said in after.items() if name not in before}
    renamed = {name: _only(said, gone, come) for name, said in gone.items() if name not in shared}
    names = {name: other for name, other in renamed.items() if other and other not in shared}
    return Nodes(
        added=tuple(name for name in come if name not in names.values()),
        removed=tuple(name for name in gone if name not in names),
        renamed=names,
    )


def _only(said: object, gone: Mapping[str, object], come: Mapping[str, object]) -> str:
    """Return the one new node that says the same, where no other old one says it."""
    found = [name for name, other in come.items() if other == said]
    return found[0] if len(found) == 1 and list(gone.values()).count(said) == 1 else ""


def _said(document: Document) -> dict[str, object]:
    """What makes a node what it is, whatever its name."""
    tree = document.tree
    said: dict[str, object] = {
        name: (one.kind, one.ask, one.settings) for name, one in tree.questions.items()
    }
    for name, outcome in tree.outcomes.items():
        said[name] = list(outcome_texts(outcome, document.outcomes[name]))
    return said


def lost_answers(old: Document, new: Document, renamed: Mapping[str, str]) -> Iterator[Lost]:
    """Return the answers of old links that the new version of a tree may not take."""
    for name, question in old.tree.questions.items():
        other = new.tree.questions.get(name)
        if name in renamed:
            yield Lost(name, f"its name is `{renamed[name]}` now")
        elif other is None:
            yield Lost(name, "it is not asked any more")
        elif other.kind != question.kind:
            yield Lost(name, f"its kind was `{question.kind}`, and is `{other.kind}`")
        else:
            yield from (Lost(name, why) for why in _narrower(question, other))


def _narrower(old: Question, new: Question) -> Iterator[str]:
    offered = options_of(new)
    yield from (f"the option `{name}` is gone" for name in options_of(old) if name not in offered)
    if "none" in old.settings and "none" not in new.settings:
        yield "“none” is gone"
    if old.settings.get("optional") and not new.settings.get("optional"):
        yield "it can no longer be left empty"
    least = "earliest" if kind_of(old).type == "date" else "min"
    most = "latest" if kind_of(old).type == "date" else "max"
    for bound, sign in ((least, 1), (most, -1), ("step", 1)):
        was, now = old.settings.get(bound), new.settings.get(bound)
        if now is not None and was != now and not _wider(was, now, sign):
            was_words = _words(was) if was is not None else "open"
            yield f"`{bound}` was {was_words}, and is {_words(now)}"


def _wider(was: Any, now: Any, sign: int) -> bool:
    """Whether a bound surely takes all that the other took."""
    if was is None:
        return False
    if isinstance(was, list):
        if was[0] != now[0]:
            return False
        was, now = was[1], now[1]
        return bool(now <= was) if sign > 0 else bool(now >= was)
    return (Fraction(now) - Fraction(was)) * sign <= 0


def _words(bound: Any) -> str:
    if not isinstance(bound, list):
        return f"{bound}"
    base, value = bound
    if base == "date":
        return f"{value}"
    return f"today {'+' if value > 0 else '−'} {abs(value)}" if value else "today"
