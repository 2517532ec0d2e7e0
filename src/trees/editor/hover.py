"""Say what is under the cursor: the text of what is named, what a key holds, why a finding is one.

Boundary: a place in, Markdown out.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from trees.authoring.findings import Finding, Span
from trees.authoring.rules.registry import RULES
from trees.authoring.schema.shapes import Key, Record
from trees.authoring.schema.walk import Met, walk
from trees.authoring.source import MapNode

from .index import Index
from .names import Name, TreeNames


class Told(NamedTuple):
    """Markdown, and the place that it speaks of."""

    markdown: str
    span: Span


def told(
    index: Index, findings: Iterable[Finding], path: str, place: tuple[int, int]
) -> Told | None:
    """Return what is to say of a place: first what is wrong there, then what is named there."""
    parts = [*_findings(findings, path, place), *_name(index, path, place)]
    parts = parts or list(_key(index, path, place))
    if not parts:
        return None
    return Told("\n\n---\n\n".join(part.markdown for part in parts), parts[-1].span)


def _findings(findings: Iterable[Finding], path: str, place: tuple[int, int]) -> Iterator[Told]:
    codes = {
        finding.code: finding.span
        for finding in findings
        if finding.span.path == path and holds(finding.span, place)
    }
    for code, span in codes.items():
        yield Told(f"**{code}**: {inspect.getdoc(RULES[code])}", span)


def _name(index: Index, path: str, place: tuple[int, int]) -> Iterator[Told]:
    mention = index.at(path, place)
    text = words_of(index, mention.name) if mention else ""
    if mention and text:
        yield Told(text, mention.span)


def words_of(index: Index, name: Name) -> str:
    """Return what readers see of a name, in a line or two of Markdown; empty if it is unknown."""
    if name.sort == "source":
        return _source(index.sources, name.id)
    tree = index.trees.get(name.id if name.sort == "tree" else name.tree)
    if tree is None:
        return ""
    if name.sort == "tree":
        return f"**{tree.text('title')}**\n\n{tree.text('summary')}"
    if name.sort == "option":
        question, _, option = name.id.partition(".")
        path = ("questions", question, "options", option)
        return tree.text(*path) or tree.text(*path, "label")
    if name.sort == "value":
        return f"`{tree.text('values', name.id) or tree.text('values', name.id, 'is')}`"
    return _node(tree, name.id)


def _node(tree: TreeNames, name: str) -> str:
    if name in tree.questions:
        parts = (f"**{tree.text('questions', name, 'ask')}**", tree.text("questions", name, "hint"))
    elif name in tree.outcomes:
        title = tree.text("outcomes", name, "title")
        parts = (
            f"**{tree.text('outcomes', name, 'verdict')}: {title}**",
            tree.text("outcomes", name, "reason"),
        )
    else:
        return ""
    return "\n\n".join(filter(None, parts))


def _source(sources: TreeNames | None, name: str) -> str:
    if sources is None or name not in sources.root.entries:
        return ""
    said = {key: sources.text(name, key) for key in ("title", "publisher", "checked", "address")}
    return "**{title}**, {publisher} (read {checked})\n\n{address}".format(**said)


def _key(index: Index, path: str, place: tuple[int, int]) -> Iterator[Told]:
    for met in walk(index.files[path]) if path in index.files else ():
        for key, span in _keys(met):
            if holds(span, place):
                yield Told(f"`{key.name}`: {key.about or key.shape.what}", span)
                return


def _keys(met: Met) -> Iterator[tuple[Key, Span]]:
    if isinstance(met.shape, Record) and isinstance(met.node, MapNode):
        for key in met.shape.keys:
            if key.name in met.node.entries:
                yield key, met.node.entries[key.name].key.span


def holds(span: Span, place: tuple[int, int]) -> bool:
    """Whether a place lies within a span, or just at its end."""
    return (span.line, span.column) <= place <= (span.end_line, span.end_column)
