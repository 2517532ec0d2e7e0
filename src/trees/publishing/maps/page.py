"""The page that shows a tree as a map: the picture, and the same as a list.

Boundary: a graph and addresses in, a page out. Where the reader is on it, the page's own script
says (``browser/map/way.js``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import zip_longest

from trees.engine.tree import other_tree

from ..assets import compact
from ..graph import Edge, Graph, Node
from ..page import Language, Page
from ..templating import render
from ..words import Words
from .boxes import note_of
from .drawing import Picture, picture
from .graphviz import NoGraphviz
from .layout import TooLarge

#: What the script says; the rest stands in the page.
SCRIPT_WORDS = ("map-step", "map-here")


@dataclass(frozen=True, slots=True)
class MapLinks:
    """Addresses as the map's page writes them: of its tree's page, of other trees, of languages."""

    guide: str
    trees: Mapping[str, str]
    languages: tuple[Language, ...] = ()

    def to(self, node: Node) -> str:
        """Return where a node leads: to its place in the guide, or to the other tree."""
        other = other_tree(node.id)
        return f"{self.guide}#{node.id}" if other is None else self.trees.get(other, "")


@dataclass(frozen=True, slots=True)
class Way:
    """A line of the list: the answers with their ids, and the node that they lead to."""

    answers: tuple[tuple[str, str], ...]
    target: Node
    href: str
    note: str
    #: The number of the question in this list that it is; 0 for what is none.
    number: int = 0


@dataclass(frozen=True, slots=True)
class Item:
    """A question of the list, with its ways."""

    node: Node
    href: str
    ways: tuple[Way, ...]


def map_page(graph: Graph, links: MapLinks, words: Words) -> Page:
    """Return the page of a map; without a picture where there can be none."""
    html = render(
        "map.html",
        graph=graph,
        links=links,
        items=_items(graph, links, words),
        picture=_picture(graph, links, words),
        order=" ".join(node.id for node in graph.nodes),
        script=compact({key: words[key] for key in SCRIPT_WORDS}),
        words=words,
    )
    title = words["map-title"].format(title=graph.title)
    # Searching finds the guide itself, not every text a second time.
    search = render("map_search.html", title=title)
    about = words["map-about"].format(title=graph.title)
    return Page(title, about, html, search=search, anchors=_anchors(graph))


def _picture(graph: Graph, links: MapLinks, words: Words) -> Picture | None:
    try:
        return picture(graph, words, links.to)
    except (NoGraphviz, TooLarge):
        return None


def _items(graph: Graph, links: MapLinks, words: Words) -> list[Item]:
    asked = [node for node in graph.nodes if node.kind == "question"]
    numbers = {node.id: at for at, node in enumerate(asked, 1)}

    def way(edge: Edge) -> Way:
        target = graph.node[edge.target]
        answers = tuple(zip_longest(edge.answers, edge.options, fillvalue=""))
        number = numbers.get(target.id, 0)
        href = f"#list.{target.id}" if number else links.to(target)
        return Way(answers, target, href, note_of(target, words), number)

    return [
        Item(
            node,
            links.to(node),
            tuple(map(way, graph.exits[node.id])),
        )
        for node in asked
    ]


def _anchors(graph: Graph) -> frozenset[str]:
    asked = (f"list.{node.id}" for node in graph.nodes if node.kind == "question")
    return frozenset(("list", *asked))
