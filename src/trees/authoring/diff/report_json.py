"""A comparison as JSON data, for programs.

Boundary: plain data out. Numbers of ways are text, because readers of JSON round large numbers.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from ..proof.refusal import Refusal
from .comparison import Change, Comparison
from .routes import Move, Routes
from .states import End


def to_json(comparison: Comparison) -> dict[str, Any]:
    """Return a comparison as dicts, lists and texts."""
    return {
        "added": list(comparison.added),
        "removed": list(comparison.removed),
        "broken": list(comparison.broken),
        "changes": [_change(change) for change in comparison.changes],
        "sources": [asdict(one) for one in comparison.sources],
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "tree": change.tree,
        "routes": _routes(change.routes),
        "through": list(change.through),
        "nodes": {
            "added": list(change.nodes.added),
            "removed": list(change.nodes.removed),
            "renamed": dict(change.nodes.renamed),
        },
        "lost": [asdict(one) for one in change.lost],
        "wording": [asdict(one) for one in change.wording],
    }


def _routes(routes: Routes | Refusal | None) -> dict[str, Any] | None:
    if isinstance(routes, Refusal):
        return {"refused": routes.code, "message": routes.message, "hint": routes.hint}
    if routes is None:
        return None
    return {
        "compared": str(routes.compared),
        "elsewhere": [_move(move) for move in routes.elsewhere],
        "lost": [_move(move) for move in routes.lost],
        "won": [_move(move) for move in routes.won],
    }


def _move(move: Move) -> dict[str, Any]:
    example = {"today": move.example.today, "answers": dict(move.example.answers)}
    return {
        "old": _end(move.old),
        "new": _end(move.new),
        "ways": str(move.ways),
        "example": example,
    }


def _end(end: End) -> dict[str, str]:
    tree, node = end.node
    return {"tree": tree, "node": node, "how": end.how}
