"""All names of a content folder, and every place that mentions them.

Boundary: structures in, mentions out. Which mentions mean the same thing is decided here: a
question is one question in all trees that share its answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import PurePosixPath

from trees.authoring.schema.walk import Met
from trees.authoring.source import MapNode

from .mentions import of_file, ways_out
from .names import Mention, Name, TreeNames, tree_of


class Index:
    """All names of a content folder."""

    def __init__(self, files: Mapping[str, Met]) -> None:
        """Hold the structure of each file by path."""
        self.files = {path: met for path, met in files.items() if isinstance(met.node, MapNode)}

    @cached_property
    def trees(self) -> Mapping[str, TreeNames]:
        """The trees by their names."""
        return {
            (tree := PurePosixPath(path).stem): TreeNames(tree, path, met.node)
            for path, met in self.files.items()
            if isinstance(met.node, MapNode) and tree_of(path) != "sources"
        }

    @cached_property
    def sources(self) -> TreeNames | None:
        """The sources, as a file whose keys are their names."""
        found = (
            TreeNames("sources", path, met.node)
            for path, met in self.files.items()
            if isinstance(met.node, MapNode) and tree_of(path) == "sources"
        )
        return next(found, None)

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """Every mention of every name."""
        return tuple(self._mentions())

    def _mentions(self) -> Iterator[Mention]:
        for path, met in self.files.items():
            yield from of_file(path, met, self.trees, self.after)

    def at(self, path: str, place: tuple[int, int]) -> Mention | None:
        """Return the mention at a place, or just before it."""
        found = (
            one
            for one in self.mentions
            if one.span.path == path
            and (one.span.line, one.span.column)
            <= place
            <= (one.span.end_line, one.span.end_column)
        )
        return min(found, key=lambda one: one.span.end_column - one.span.column, default=None)

    def all_of(self, name: Name) -> list[Mention]:
        """Return every mention of a name; of a question, in all trees that share its answer."""
        same = self._sharing(name)
        return [one for one in self.mentions if one.name in same]

    def _sharing(self, name: Name) -> set[Name]:
        owner = self.trees.get(name.tree)
        question = name.id.partition(".")[0]
        if name.sort not in ("node", "option") or not owner or question not in owner.questions:
            return {name}
        asking = [tree for tree, one in self.trees.items() if question in one.questions]
        seen, waiting = {name.tree}, [name.tree]
        while waiting:
            tree = waiting.pop()
            for other in asking:
                meets = other in self.after[tree] or tree in self.after[other]
                if other not in seen and meets:
                    seen.add(other)
                    waiting.append(other)
        return {name._replace(tree=tree) for tree in seen}

    @cached_property
    def after(self) -> Mapping[str, set[str]]:
        """For each tree, all trees that it may go on in, or tells stories of."""
        return {tree: self._spread(tree) for tree in self.trees}

    def _spread(self, tree: str) -> set[str]:
        seen: set[str] = set()
        waiting = [tree]
        while waiting:
            for other in self._next.get(waiting.pop(), ()):
                if other not in seen:
                    seen.add(other)
                    waiting.append(other)
        return seen

    @cached_property
    def _next(self) -> Mapping[str, set[str]]:
        return {tree: ways_out(self.files[one.path]) for tree, one in self.trees.items()}
