"""A comparison as text for terminals.

Boundary: lays out words; decides nothing. Control characters of a file are shown, never sent.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..proof.refusal import Refusal
from ..report_text import visible
from .comparison import Change, Comparison
from .routes import Routes
from .texts import Wording
from .words import end_words, example_words, headline, node_words, through_words, told, ways_words


def render(comparison: Comparison) -> str:
    """Return a comparison as text; empty where nothing differs."""
    blocks = [f"new tree: {tree}" for tree in comparison.added]
    blocks += [f"gone: the tree {tree}" for tree in comparison.removed]
    blocks += [f"{tree}: not compared, it has errors" for tree in comparison.broken]
    blocks += ["\n".join(_change(change)) for change in comparison.changes]
    if comparison.sources:
        blocks.append("\n".join(["sources", *_wording(comparison.sources)]))
    return "\n\n".join(blocks)


def _change(change: Change) -> Iterator[str]:
    yield f"{change.tree}: {_headline(change)}"
    if isinstance(change.routes, Routes):
        yield from _moves(change.routes)
    elif change.routes:
        yield f"  hint: {change.routes.hint}"
    yield from (f"  {phrase}" for phrase in node_words(change))
    if change.lost:
        yield "  old links may lose the answer to"
        yield from (f"    {one.question}: {one.why}" for one in change.lost)
    if change.wording:
        yield "  wording"
        yield from _wording(change.wording)


def _headline(change: Change) -> str:
    if isinstance(change.routes, Refusal):
        return f"cannot be compared: {change.routes.message}"
    if change.routes is None:
        return "all ways end where they did"
    return headline(change.routes) + through_words(change)


def _moves(routes: Routes) -> Iterator[str]:
    for move in told(routes):
        old, new = end_words(move.old, routes.tree), end_words(move.new, routes.tree)
        yield f"  {old} → {new}: {ways_words(move.ways)}"
        yield f"    {visible(example_words(move.example))}"


def _wording(changes: tuple[Wording, ...]) -> Iterator[str]:
    for one in changes:
        yield f"    {one.node or 'the tree'}, {one.part}"
        yield from (f"      {line[0]} {visible(line[1:])}" for line in one.lines())
