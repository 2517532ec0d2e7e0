"""What is compared: every way of every tree up to a bound, and every scenario.

Boundary: content in, cases out; a case is a state and the day it is played on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from trees.authoring.document import Project
from trees.authoring.explore import ways
from trees.authoring.project import load
from trees.engine.session import State
from trees.engine.tree import Library
from trees.engine.view import transcript
from trees.publishing import assets

ROOT = Path(__file__).resolve().parents[2]
#: A Monday, so that counting business days back from it crosses weekends.
TODAY = date(2026, 3, 23)


@dataclass(frozen=True, slots=True)
class Case:
    """One way to play: where it begins, the answers, the day."""

    tree: str
    answers: tuple[tuple[str, str], ...]
    today: date

    @property
    def state(self) -> State:
        """The state that the answers lead to."""
        return State(self.tree, dict(self.answers))

    @property
    def ask(self) -> dict[str, Any]:
        """The case as a request to the service."""
        state = {"tree": self.tree, "answers": dict(self.answers)}
        return {"state": state, "today": self.today.isoformat()}


def content() -> Project:
    """Return our own content; sameness is only spoken of where nothing is broken."""
    project = load(ROOT / "decision_trees", ROOT)
    assert not project.broken
    return project


def library_of(project: Project) -> Library:
    """Return the trees of a project, as the engine takes them."""
    return {document.tree.id: document.tree for document in project.documents.values()}


def compiled(library: Library) -> list[str]:
    """Return each tree as the very text that the site ships."""
    return [assets.compiled(tree).content.decode() for tree in library.values()]


def cases(project: Project, bound: int) -> list[Case]:
    """Return the scenarios of all trees, then the first ``bound`` ways of each tree."""
    library = library_of(project)
    explored = (
        Case(name, tuple(way.answers.items()), TODAY)
        for name in sorted(library)
        for way in ways(library, name, TODAY, bound)
    )
    return list(dict.fromkeys([*_scenarios(project), *explored]))


def direct(library: Library, case: Case) -> dict[str, Any]:
    """Return the transcript of a case in this interpreter."""
    return transcript(library, case.state, case.today)


def _scenarios(project: Project) -> Iterator[Case]:
    for name, document in project.documents.items():
        for story in document.scenarios:
            yield Case(name, tuple(story.answers.items()), story.today or TODAY)
