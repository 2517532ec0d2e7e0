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
    """What differs in one tree; ``routes`` is None where every way is as it was.

    ``through`` names the other trees that alone have changed what readers of this one come to.
    """

    tree: str
    title: str
    nodes: Nodes
    lost: tuple[Lost, ...]
    wording: tuple[Wording, ...]
    routes: Routes | Refusal | None
    through: tuple[str, ...] = ()

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
    comparing = _Comparing(old, new, both, period)
    changes = [comparing.change(tree) for tree in both]
    return Comparison(
        added=tuple(tree for tree in after if tree not in before),
        removed=tuple(tree for tree in before if tree not in after),
        changes=tuple(change for change in changes if not change.empty),
        sources=() if only else sources_wording(old.sources, new.sources),
        broken=tuple(sorted(name for name in broken if only in ("", name))),
        trees=len(both),
    )


class _Comparing:
    """Compares the trees that are in both versions, one by one."""

    def __init__(self, old: Project, new: Project, both: list[str], period: Period) -> None:
        shared = _shared(old) | _shared(new)
        self.documents = {tree: (old.walkable[tree], new.walkable[tree]) for tree in both}
        self.nodes = {tree: changed_nodes(*pair, shared) for tree, pair in self.documents.items()}
        self.old = _library(old, {tree: one.renamed for tree, one in self.nodes.items()})
        self.new = _library(new, {})
        self.period = period

    def change(self, tree: str) -> Change:
        old, new = self.documents[tree]
        nodes = self.nodes[tree]
        changed = self._changed(tree)
        return Change(
            tree=tree,
            title=new.tree.title,
            nodes=nodes,
            lost=tuple(lost_answers(old, new, nodes.renamed)),
            wording=wording(old, new, nodes.renamed),
            routes=self._routes(tree) if changed else None,
            through=() if tree in changed else tuple(changed),
        )

    def _changed(self, tree: str) -> list[str]:
        """Return the trees on the ways from a tree, or itself, that lead elsewhere than before."""
        trees = [*connected(self.old, tree), *connected(self.new, tree)]
        return [one for one in dict.fromkeys(trees) if _way(self.old, one) != _way(self.new, one)]

    def _routes(self, tree: str) -> Routes | Refusal:
        try:
            return compare_routes(self.old, self.new, tree, self.period)
        except Refusal as refusal:
            return refusal


def _way(library: Library, name: str) -> object:
    """Return what decides where readers of one tree go, and nothing else."""
    tree = library.get(name)
    if tree is None:
        return None
    asked = {one.id: (one.kind, telling(one), one.branches) for one in tree.questions.values()}
    return tree.start, asked


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
