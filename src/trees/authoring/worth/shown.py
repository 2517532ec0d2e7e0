"""Which small changes to the values of a tree its stories would notice, by what they say is shown.

Boundary: tries the changes of ``value_slips`` on the stories that end where the value is shown. One
that none notices is looked for in what those stories show: the first that differs is the line that
is missing. Where none differs, the readers who would see it are not looked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from trees.engine.tree import Library, Tree

from ..document import Document
from ..facts import values_in
from ..findings import Finding, Span
from ..rules import unnoticed_change
from .places import value_span
from .trace import Story
from .value_slips import ValueSlip, value_slips


def try_values(
    library: Library, documents: Mapping[str, Document], told: list[Story], name: str
) -> Iterator[Finding | None]:
    """Try the changes of all values that outcomes of a tree show; None for each that is noticed."""
    tree = library[name]
    showing = {outcome.id: _shown(tree, outcome.uses) for outcome in tree.outcomes.values()}
    ending = sorted(
        (story for story in told if story.trace.end[0] == name), key=lambda one: one.tree != name
    )
    for slip in value_slips(tree):
        if any(slip.value.id in values for values in showing.values()):
            there = [story for story in ending if slip.value.id in showing[story.trace.end[1]]]
            yield _tried(library, tree, slip, there, value_span(documents, name, slip.value.id))


def _tried(
    library: Library, tree: Tree, slip: ValueSlip, there: list[Story], span: Span
) -> Finding | None:
    values = {**tree.values, slip.value.id: slip.value}
    changed = {**library, tree.id: replace(tree, values=values)}
    missing = None
    for story in there:
        before, after = story.shown_in(library), story.shown_in(changed)
        differs = {value: said for value, said in before.items() if after.get(value) != said}
        if differs.keys() & story.scenario.shows.keys():
            return None
        if differs and missing is None:
            missing = unnoticed_change.unsaid(span, slip.words, story.scenario.story, differs)
    return missing or unnoticed_change.unseen(span, slip.words)


def _shown(tree: Tree, uses: tuple[str, ...]) -> set[str]:
    """Return the values that some names need to be worked out, themselves among them."""
    waiting, found = [*uses], set[str]()
    while waiting:
        name = waiting.pop()
        if name in tree.values and name not in found:
            found.add(name)
            waiting.extend(values_in(tree.values[name].expression))
    return found
