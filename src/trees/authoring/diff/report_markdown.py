"""A comparison as Markdown, for the comment on a pull request.

Boundary: lays out words; decides nothing. What authors wrote stands in code only, so that it can
neither call anybody nor look like a part of the report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..proof.refusal import Refusal
from ..report_text import visible
from .comparison import Change, Comparison
from .routes import Routes
from .texts import Wording
from .words import (
    by_node,
    end_words,
    example_words,
    headline,
    node_words,
    number_words,
    summary,
    through_words,
    told,
)

#: A longer table helps no reviewer; `trees diff` shows all of it.
MOST_ROWS = 20
HEAD = ("| ended at | ends at | ways | shortest example |", "|---|---|--:|---|")
TICKS = re.compile(r"`+")


def render(comparison: Comparison) -> str:
    """Return a comparison as Markdown, GitHub's dialect."""
    blocks = ["### What changes for readers", f"{summary(comparison)}."]
    blocks += [f"**New tree** {_code(tree)}" for tree in comparison.added]
    blocks += [f"**Gone** {_code(tree)}" for tree in comparison.removed]
    blocks += [f"**Not compared** {_code(tree)} has errors." for tree in comparison.broken]
    for change in comparison.changes:
        blocks += _change(change)
    if comparison.sources:
        blocks.append(_folded("Sources", comparison.sources))
    return "\n\n".join(blocks) + "\n"


def _change(change: Change) -> Iterator[str]:
    yield f"#### {_code(change.tree)} {_code(change.title)}"
    if isinstance(change.routes, Refusal):
        yield f"**Cannot be compared.** {change.routes.message}. {change.routes.hint}"
    elif change.routes:
        yield f"**{_sentence(headline(change.routes) + through_words(change))}**"
        table = "\n".join([*HEAD, *_rows(change.routes)])
        # What another tree changes is told there: here it is enough to know of it.
        yield _closed("The ways", table) if change.through else table
    else:
        yield "All ways end where they did."
    yield from (_sentence(phrase) for phrase in node_words(change))
    if change.lost:
        lines = [f"- {_code(one.question)}: {one.why}" for one in change.lost]
        yield "\n".join(["Old links may lose the answer to", "", *lines])
    if change.wording:
        nodes = ", ".join(by_node(change))
        yield _folded(f"Wording: {nodes}", change.wording)


def _rows(routes: Routes) -> Iterator[str]:
    moves = told(routes)
    for move in moves[:MOST_ROWS]:
        old, new = end_words(move.old, routes.tree), end_words(move.new, routes.tree)
        example = _code(example_words(move.example)).replace("|", "\\|")
        yield f"| {_code(old)} | {_code(new)} | {number_words(move.ways)} | {example} |"
    if len(moves) > MOST_ROWS:
        yield f"| … | and {len(moves) - MOST_ROWS} more pairs | | |"


def _folded(title: str, changes: tuple[Wording, ...]) -> str:
    blocks: list[str] = []
    for one in changes:
        text = "\n".join(f"{line[0]} {visible(line[1:])}" for line in one.lines())
        fence = "`" * (3 + max((len(ticks) for ticks in TICKS.findall(text)), default=0))
        blocks += [f"{_code(one.node or 'the tree')}, {one.part}", f"{fence}diff\n{text}\n{fence}"]
    return _closed(title, "\n\n".join(blocks))


def _closed(title: str, content: str) -> str:
    """Return content that a reader opens if they want to see it."""
    return f"<details><summary>{title}</summary>\n\n{content}\n\n</details>"


def _code(text: str) -> str:
    """Return text as code, whatever backticks it holds."""
    text = visible(text)
    ticks = "`" * (1 + max((len(some) for some in TICKS.findall(text)), default=0))
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{ticks}{pad}{text}{pad}{ticks}"


def _sentence(phrase: str) -> str:
    return f"{phrase[0].upper()}{phrase[1:]}."
