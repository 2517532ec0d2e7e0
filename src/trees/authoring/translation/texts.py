"""The texts of a file that readers read, by the keys that lead to them.

Boundary: what can be translated, and nothing of translations. The format itself says which texts
readers read; to them come the sentences that the check makes where an author wrote none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from trees.engine.tree import other_tree

from ..drafts import BranchDraft, Draft
from ..facts import questions_in, values_in
from ..finish import uses, words
from ..language.words import LAST, ONLY
from ..schema.format import SOURCES, TREE
from ..schema.questions import UNIT
from ..schema.scalars import Link, Text, UnitWords
from ..schema.shapes import MapOf, Record, Shape, Short
from ..schema.walk import Met, walk
from ..source import Node, TextNode
from .placing import Keys, with_texts

#: Texts by their keys, in the order in which readers meet them.
type Texts = Mapping[Keys, str]

#: Stories are for those who check the tree.
READ = replace(TREE, keys=tuple(key for key in TREE.keys if key.name != "scenarios"))
#: Currencies and signs that all languages share, and units that browsers have words for.
SYMBOL = re.compile(r"[A-Z]{3}|%|cm|k?g|k?m")
UNITS = frozenset(
    f"{one}{many}"
    for one in ("day", "hour", "minute", "month", "week", "year")
    for many in ("", "s")
)
#: Titles and publishers are how a source is found, in whatever language it is.
NAMES = frozenset({"title", "publisher"})


def texts_of_tree(draft: Draft) -> Texts:
    """Return every text of a tree that readers read."""
    written = dict(_written(READ, draft.root))
    made = {**dict(_branches(draft)), **dict(_values(draft))}
    added = {keys: _node(draft, text) for keys, text in made.items() if keys not in written}
    return dict(_written(READ, with_texts(draft.root, added))) if added else written


def _node(draft: Draft, text: str) -> TextNode:
    return TextNode(draft.root.file, draft.root.start, draft.root.start, text, "")


def texts_of_sources(root: Node) -> Texts:
    """Return what sources say in the words of this guide: where to look, what to know."""
    assert isinstance(SOURCES, MapOf)
    assert isinstance(SOURCES.item, Record)
    record = replace(
        SOURCES.item, keys=tuple(key for key in SOURCES.item.keys if key.name not in NAMES)
    )
    return dict(_written(replace(SOURCES, item=record), root))


def _written(shape: Shape, root: Node) -> Iterator[tuple[Keys, str]]:
    short: Keys = ()
    for met in walk(Met(shape, root)):
        if isinstance(met.shape, Short):
            # A unit may be one text in every language; all else that is short can be made longer.
            is_short = isinstance(met.node, TextNode) and met.shape is not UNIT
            short = (met.shape.key,) if is_short else ()
            continue
        node, below, short = met.node, short, ()
        if isinstance(node, TextNode) and _read_by_readers(met, node.value.strip()):
            yield keys_of(met.path) + below, node.value


def _read_by_readers(met: Met, text: str) -> bool:
    """Whether a text differs from language to language."""
    if isinstance(met.shape, Link):
        return bool(text) and other_tree(text) is None
    if isinstance(met.shape, UnitWords) and (SYMBOL.fullmatch(text) or text in UNITS):
        return False
    return isinstance(met.shape, Text) and bool(text)


def keys_of(path: tuple[str | int, ...]) -> Keys:
    """Return a path as people write it: what stands first is 1."""
    return tuple(str(step + 1) if isinstance(step, int) else step for step in path)


def _branches(draft: Draft) -> Iterator[tuple[Keys, str]]:
    """The sentences that were made of conditions and that a page may show.

    Left out are labels, words that every page has, and what the answer to the question decides.
    """
    for name, question in draft.questions.items():
        labels = {option.label for option in question.options.values()}
        rest = [branch for branch in question.branches if not branch.option]
        if labels and all(_decided(branch, name) for branch in rest):
            continue
        for at, branch in enumerate(rest, 1):
            if branch.say not in (LAST, ONLY, *labels):
                yield ("questions", name, "then", str(at), "say"), branch.say


def _decided(branch: BranchDraft, question: str) -> bool:
    """Whether the answer to a question alone decides if a branch is taken."""
    if branch.when is None:
        return True
    return not any(values_in(branch.when)) and {*questions_in(branch.when)} <= {question}


def _values(draft: Draft) -> Iterator[tuple[Keys, str]]:
    """The words of values that stand in texts."""
    made = words(draft)
    used = {name for names in uses(draft).values() for name in names}
    for name in draft.values:
        if name in used and name in made:
            yield ("values", name, "words"), made[name]
