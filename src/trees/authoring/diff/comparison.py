"""Two versions of a content folder compared: the door for commands.

Boundary: two checked projects in, a comparison out. Both must be sound; what cannot be decided
stands in the place of the routes, never a guess.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from trees.engine.tree import Library, Tree

from ..document import Project
from ..explore import connected
from ..proof.days import Period
from ..proof.refusal import Refusal
from ..proof.variants import telling
from .nodes import Lost, Nodes, changed_nodes, lost_answers
from .renaming import renamed
from .routes import Routes, compare_routes
from .texts import Wording, sources_wording, wording


@dataclass(frozen=True, slots=True)
class Change:
    """What differs in one tree; ``routes`` is None where every way is as it was."""

    tree: str
    title: str
    nodes: Nodes
    lost: tuple[Lost, ...]
    wording: tuple[Wording, ...]
    routes: Routes | Refusal | None

    @property
    def reroutes(self) -> bool:
        """Whether readers end elsewhere, or it cannot be told."""
        return isinstance(self.routes, Refusal) or (
            self.routes is not None and not self.routes.same
        )

    @property
    def empty(self) -> bool:
        """Whether readers notice nothing."""
        nodes = self.nodes.added or self.nodes.removed or self.nodes.renamed
        return not (nodes or self.lost or self.wording or self.reroutes)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs between two projects; trees without a difference are left out.

    ``trees`` says how many were compared, ``broken`` which were not because of their errors.
    """

    added: tuple[str, ...]
    removed: tuple[str, ...]
    changes: tuple[Change, ...]
    sources: tuple[Wording, ...]
    broken: tuple[str, ...]
    trees: int

    @property
    def reroutes(self) -> bool:
        """Whether any reader ends elsewhere, or it cannot be told."""
        return bool(self.removed) or any(change.reroutes for change in self.changes)

    @property
    def refused(self) -> bool:
        """Whether some of it cannot be decided."""
        return any(isinstance(change.routes, Refusal) for change in self.changes)


def compare(old: Project, new: Project, period: Period, only: str = "") -> Comparison:
    """Compare two projects, or one tree of both, over all answers and all days of a period."""
    broken = _broken(old) | _broken(new)
    before, after = (
        [tree for tree in project.walkable if tree not in broken and only in ("", tree)]
        for project in (old, new)
    )
    both = [tree for tree in after if tree in before]
    shared = _shared(old) | _shared(new)
    nodes = {tree: changed_nodes(old.walkable[tree], new.walkable[tree], shared) for tree in both}
    libraries = _library(old, {tree: one.renamed for tree, one in nodes.items()}), _library(new, {})
    changes = [
        Change(
            tree=tree,
            title=new.walkable[tree].tree.title,
            nodes=nodes[tree],
            lost=tuple(lost_answers(old.walkable[tree], new.walkable[tree], nodes[tree].renamed)),
            wording=wording(old.walkable[tree], new.walkable[tree], nodes[tree].renamed),
            routes=_routes(*libraries, tree, period),
        )
        for tree in both
    ]
    return Comparison(
        added=tuple(tree for tree in after if tree not in before),
        removed=tuple(tree for tree in before if tree not in after),
        changes=tuple(change for change in changes if not change.empty),
        sources=() if only else sources_wording(old.sources, new.sources),
        broken=tuple(sorted(name for name in broken if only in ("", name))),
        trees=len(both),
    )


def _broken(project: Project) -> frozenset[str]:
    """The names of trees with errors; a story that fails leaves its tree walkable."""
    names = frozenset(PurePosixPath(path).stem for path in project.broken)
    return names - project.walkable.keys()


def _shared(project: Project) -> frozenset[str]:
    """The names of questions that several trees ask."""
    trees = project.walkable.values()
    counts = Counter(name for document in trees for name in document.tree.questions)
    return frozenset(name for name, count in counts.items() if count > 1)


def _library(project: Project, names: Mapping[str, Mapping[str, str]]) -> dict[str, Tree]:
    """Return a project's trees, their nodes under the names of the new version."""
    trees = {name: document.tree for name, document in project.walkable.items()}
    questions = {
        name: other
        for tree, some in names.items()
        for name, other in some.items()
        if name in trees[tree].questions
    }
    return {name: renamed(tree, names.get(name, {}), questions) for name, tree in trees.items()}


def _routes(old: Library, new: Library, tree: str, period: Period) -> Routes | Refusal | None:
    if _ways(old, tree) == _ways(new, tree):
        return None
    try:
        return compare_routes(old, new, tree, period)
    except Refusal as refusal:
        return refusal


def _ways(library: Library, tree: str) -> list[object]:
    """Return what decides where readers end, and nothing else."""
    trees = [library[name] for name in connected(library, tree)]
    return [
        (
            one.id,
            one.start,
            {q.id: (q.kind, telling(q), q.branches) for q in one.questions.values()},
        )
        for one in trees
    ]
