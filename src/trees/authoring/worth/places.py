"""Where in the files the stories are missing.

Boundary: documents and nodes in, spans out; a place that is not written anywhere falls back to
what holds it.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..document import Document
from ..findings import Span
from ..proof.refusal import Node

type Path = tuple[str | int, ...]


def node_span(documents: Mapping[str, Document], node: Node) -> Span:
    """Return the place of a question's words or of an outcome's title."""
    tree, name = node
    paths: list[Path] = [
        ("questions", name, "ask"),
        ("outcomes", name, "title"),
        ("questions", name),
        ("outcomes", name),
    ]
    return _first(documents[tree], paths)


def branch_span(documents: Mapping[str, Document], node: Node, at: int) -> Span:
    """Return the place of one branch of a question, counted as the engine tries them."""
    tree, name = node
    document = documents[tree]
    texts = document.questions[name].branches
    options = [branch.option for branch in texts if branch.option]
    base: Path = ("questions", name)
    if at < len(options):
        option = options[at]
        paths: list[Path] = [(*base, "options", option, "go"), (*base, option)]
    else:
        then = (*base, "then", at - len(options))
        paths = [(*then, "if"), (*then, "otherwise"), then, (*base, "go")]
    return _first(document, [*paths, (*base, "then"), (*base, "ask"), base])


def value_span(documents: Mapping[str, Document], tree: str, value: str) -> Span:
    """Return the place of how a value is worked out."""
    return _first(documents[tree], [("values", value, "is"), ("values", value)])


def option_span(documents: Mapping[str, Document], node: Node, option: str) -> Span:
    """Return the place of one option of a question."""
    tree, name = node
    base: Path = ("questions", name)
    paths: list[Path] = [
        (*base, "options", option, "label"),
        (*base, "options", option),
        (*base, option),
    ]
    return _first(documents[tree], [*paths, (*base, "ask"), base])


def _first(document: Document, paths: list[Path]) -> Span:
    for path in paths:
        span = document.spans.get(path)
        if span:
            return span
    return Span(document.path, 1, 1, 1, 2)
