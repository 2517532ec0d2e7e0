"""The texts of a tree's page, for saying the same in another form.

Boundary: the HTML of a page in; plain Markdown (headings and links), and a story for Ink, out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

HEADINGS = {"h1": "#", "h2": "##", "h3": "###"}
BLOCKS = {*HEADINGS, "p", "li"}
#: What only the element uses, and what is no text.
SKIPPED = {"form", "nav", "button", "svg", "script", "style"}
#: What Ink reads as a command wherever it stands.
COMMANDS = re.compile(r"[\[\]{}|#~\\<>*=]|//|^[-+]+")


@dataclass
class Block:
    """A heading (``h1`` to ``h3``), a paragraph (``p``), or a link (``a``) with where it leads."""

    kind: str
    text: str = ""
    anchor: str = ""
    href: str = ""


@dataclass
class Node:
    """A question or an outcome."""

    name: str
    blocks: list[Block] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.nodes = [Node("")]
        self._block = Block("p")
        self._skips: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in SKIPPED:
            self._skips.append(tag)
        if self._skips:
            return
        if tag == "span":
            self._block.text += " "
        given = {name: value or "" for name, value in attrs}
        if "data-node" in given:
            self._next(Block("p"))
            self.nodes.append(Node(given["data-node"]))
        if tag in BLOCKS:
            kind = tag if tag in HEADINGS else "p"
            self._next(Block(kind, anchor=given.get("id", "")))
        if "dt-option" in given.get("class", "").split():
            self._next(Block("a", href=given.get("href", "")))

    def handle_endtag(self, tag: str) -> None:
        if self._skips and self._skips[-1] == tag:
            self._skips.pop()
        elif not self._skips and (tag in BLOCKS or (tag == "a" and self._block.kind == "a")):
            self._next(Block("p"))

    def handle_data(self, data: str) -> None:
        if not self._skips:
            self._block.text += data

    def _next(self, block: Block) -> None:
        self._block.text = " ".join(self._block.text.split())
        if self._block.text:
            self.nodes[-1].blocks.append(self._block)
        self._block = block


def texts(page: str) -> list[Node]:
    """Return what a tree's page says, node by node; the first holds what stands before them."""
    reader = _Reader()
    reader.feed(page[page.index('<div class="dt-intro">') : page.index("</decision-tree>")])
    reader.close()
    return reader.nodes


def markdown(nodes: list[Node]) -> str:
    """Say it as somebody would without the plugin: headings, and links to them."""
    return "\n\n".join(_markdown(block) for node in nodes for block in node.blocks) + "\n"


def _markdown(block: Block) -> str:
    text = re.sub(r"([\[\]<>*_#`])", r"\\\1", block.text)
    if block.kind == "a":
        return f"- [{text}]({block.href})"
    if block.kind in HEADINGS:
        anchor = f" {{ #{block.anchor} }}" if block.anchor else ""
        return f"{HEADINGS[block.kind]} {text}{anchor}"
    return text


def ink(nodes: list[Node]) -> str:
    """Say it as a story for Ink: a knot for each node; other trees are not part of it."""
    questions = [node for node in nodes if node.name]
    knots = {node.name for node in questions}
    return f"-> {_knot(questions[0].name)}\n" + "".join(_told(node, knots) for node in questions)


def _told(node: Node, knots: set[str]) -> str:
    lines = [f"=== {_knot(node.name)} ==="]
    for block in node.blocks:
        text = COMMANDS.sub("", block.text).strip()
        target = block.href.partition("#")[2]
        leads = _knot(target) if target in knots else "END"
        lines.append(f"+ [{text}] -> {leads}" if block.kind == "a" else text)
    if not any(block.kind == "a" for block in node.blocks):
        lines.append("-> END")
    return "\n".join(lines) + "\n"


def _knot(name: str) -> str:
    return "k_" + re.sub(r"\W", "_", name)
