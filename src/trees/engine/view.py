"""What a step looks like from outside: JSON for the page, and the transcript of a whole way.

Boundary: step → plain data. Whoever draws it (page, terminal, test) adds words and looks.
"""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any

from .questions import kind_of
from .session import Entry, State, Step, replay
from .tree import Library, Question


def view(step: Step) -> dict[str, Any]:
    """Return a step as JSON data; the shape is described in docs/contributing/architecture.md."""
    question = isinstance(step.node, Question)
    return {
        "state": state_json(step.state),
        "trail": [{**_entry(entry), **_nature(entry.question)} for entry in step.trail],
        "here": {
            "tree": step.tree.id,
            "node": step.node.id,
            "type": "question" if question else "outcome",
            "verdict": None if isinstance(step.node, Question) else step.node.verdict,
        },
        "form": asdict(kind_of(step.node).form(step.node, step.given))
        if isinstance(step.node, Question)
        else None,
        "given": step.given,
        "values": dict(step.values),
        "problem": asdict(step.problem) if step.problem else None,
    }


def transcript(library: Library, state: State, today: date) -> dict[str, Any]:
    """Return the whole way of a state: each answer given, where it ended, what it computed.

    The same answers give the same transcript in every place that the engine runs in.
    """
    step = replay(library, state, today)
    return {
        "tree": state.tree,
        "today": today.isoformat(),
        "steps": [_entry(entry) for entry in step.trail],
        "end": {
            "tree": step.tree.id,
            "node": step.node.id,
            "verdict": None if isinstance(step.node, Question) else step.node.verdict,
            "values": dict(step.values),
        },
    }


def state_json(state: State) -> dict[str, Any]:
    """Return a state as JSON data."""
    return {"tree": state.tree, "answers": dict(state.answers), "at": state.at}


def _nature(question: Question) -> dict[str, Any]:
    """Return what an answer is, so that readers' own words go nowhere without their consent."""
    return {
        "type": kind_of(question).type,
        "optional": bool(question.settings.get("optional")),
    }


def _entry(entry: Entry) -> dict[str, Any]:
    question = entry.question
    return {
        "tree": entry.tree,
        "question": question.id,
        "ask": question.ask,
        "answer": entry.answer,
        "shown": kind_of(question).part(question, entry.answer),
    }
