"""The words that every report of a comparison uses.

Boundary: parts of a comparison in, short plain phrases out; how they are laid out is the
reports'.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from math import log10

from ..proof.certificate import Witness
from ..proof.refusal import Refusal
from .comparison import Change, Comparison
from .routes import Move, Routes
from .states import End

#: What is said of an end that is no outcome.
STOPS = {
    "again": "asks {} again: the answer does not fit",
    "waits": "asks {}, which no answer fits",
    "nowhere": "no branch of {} holds",
}


def end_words(end: End, tree: str) -> str:
    """Return where readers are left; nodes of another tree have its name before theirs."""
    home, name = end.node
    node = name if home == tree else f"{home}/{name}"
    return STOPS[end.how].format(node) if end.how in STOPS else node


def number_words(number: int) -> str:
    """Return a number for readers: those with more than 30 digits only as a power of ten."""
    return f"{number:,}" if number < 10**30 else f"about 10^{round(log10(number))}"


def ways_words(number: int) -> str:
    """Return a number of ways with its noun."""
    return f"{number_words(number)} {'way' if number == 1 else 'ways'}"


def example_words(witness: Witness) -> str:
    """Return answers as `trees play --answers` reads them, and their day."""
    return f"{json.dumps(dict(witness.answers), ensure_ascii=False)} on {witness.today}"


def headline(routes: Routes) -> str:
    """Return how many ways end elsewhere, came and went."""
    elsewhere = sum(move.ways for move in routes.elsewhere)
    lost, won = (sum(move.ways for move in moves) for moves in (routes.lost, routes.won))
    parts = (
        [f"{number_words(elsewhere)} of {ways_words(routes.compared)} end elsewhere"]
        if elsewhere
        else []
    )
    parts += [f"{ways_words(lost)} to an outcome gone"] if lost else []
    parts += [f"{ways_words(won)} to an outcome new"] if won else []
    return ", ".join(parts) or f"all {ways_words(routes.compared)} end where they did"


def through_words(change: Change) -> str:
    """Return by which other trees readers are led elsewhere, if it is these alone."""
    return f", by {' and '.join(change.through)}" if change.through else ""


def told(routes: Routes) -> Sequence[Move]:
    """Return the moves worth telling: all but those that stay."""
    return [*routes.elsewhere, *routes.lost, *routes.won]


def by_node(change: Change) -> Mapping[str, list[str]]:
    """Return the parts of each node whose words differ; the tree's own under `the tree`."""
    parts: dict[str, list[str]] = {}
    for one in change.wording:
        parts.setdefault(one.node or "the tree", []).append(one.part)
    return parts


def node_words(change: Change) -> list[str]:
    """Return the nodes that came, went or were renamed, a phrase for each sort."""
    nodes = change.nodes
    phrases = [f"new: {', '.join(nodes.added)}"] if nodes.added else []
    phrases += [f"gone: {', '.join(nodes.removed)}"] if nodes.removed else []
    renames = ", ".join(f"{old} → {new}" for old, new in nodes.renamed.items())
    return [*phrases, f"renamed: {renames}"] if renames else phrases


def summary(comparison: Comparison) -> str:
    """Return the whole comparison in one line."""
    refused = sum(isinstance(change.routes, Refusal) for change in comparison.changes)
    reroutes = sum(change.reroutes for change in comparison.changes) - refused
    words = len(comparison.changes) - reroutes - refused
    parts = [f"{_trees(comparison.trees)} compared"]
    parts += [f"{reroutes} with readers who end elsewhere"] if reroutes else []
    parts += [f"{words} where all end as before"] if words else []
    parts += [f"{refused} that cannot be decided"] if refused else []
    parts += [f"{len(comparison.added)} new"] if comparison.added else []
    parts += [f"{len(comparison.removed)} gone"] if comparison.removed else []
    parts += [f"{len(comparison.broken)} left out because of errors"] if comparison.broken else []
    return ", ".join(parts) if len(parts) > 1 else f"{parts[0]}, no difference"


def _trees(number: int) -> str:
    return f"{number} {'tree' if number == 1 else 'trees'}"
