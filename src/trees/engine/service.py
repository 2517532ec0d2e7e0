"""The engine's one door for the page: a JSON request in, a JSON response out.

Boundary: keeps the trees that the page has handed in, and nothing of the reader. The requests
and responses are a closed set, mirrored by src/trees/browser/protocol.js.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from . import session
from .session import State, Step
from .tree import Tree
from .view import transcript, view
from .wire import TooNewError, from_json


class Service:
    """Answers the page's requests over the trees loaded so far."""

    def __init__(self) -> None:
        """Begin without any tree; ``load`` brings them in."""
        self.trees: dict[str, Tree] = {}

    def load(self, compiled: str) -> None:
        """Take in one compiled tree, as JSON text."""
        tree = from_json(json.loads(compiled))
        self.trees[tree.id] = tree

    def handle(self, request: str) -> str:
        """Answer one request.

        Returns JSON text: ``{"view": …}``, or ``{"transcript": …}`` where that was asked for;
        ``{"needs": tree}`` when the way goes on in a tree not loaded yet; ``{"error": code}``
        when the request cannot be served.
        """
        try:
            return json.dumps(self._response(json.loads(request)))
        except session.MissingTreeError as missing:
            return json.dumps({"needs": missing.tree})
        except session.BrokenTreeError as broken:
            return json.dumps({"error": broken.code})
        except (TooNewError, LookupError, TypeError, ValueError) as error:
            return json.dumps({"error": "bad-request", "detail": repr(error)})

    def _response(self, asked: Mapping[str, Any]) -> dict[str, Any]:
        if asked["do"] != "transcript":
            return {"view": view(self._step(asked))}
        today = date.fromisoformat(asked["today"])
        return {"transcript": transcript(self.trees, _state(asked["state"]), today)}

    def _step(self, asked: Mapping[str, Any]) -> Step:
        state = _state(asked["state"])
        today = date.fromisoformat(asked["today"])
        match asked["do"]:
            case "answer":
                return session.answer(self.trees, state, asked["raw"], today)
            case "back":
                return session.back(self.trees, state, today)
            case "change":
                return session.change(self.trees, state, asked["question"], today)
            case "show":
                return session.replay(self.trees, state, today)
        raise ValueError(asked["do"])


def _state(told: Mapping[str, Any]) -> State:
    """Read a state that came by an address: any text may stand there, but only text."""
    tree, at, answers = told["tree"], told.get("at", ""), dict(told.get("answers", {}))
    if not all(isinstance(word, str) for word in (tree, at, *answers, *answers.values())):
        raise TypeError("a state holds words only")
    return State(tree, answers, at)
