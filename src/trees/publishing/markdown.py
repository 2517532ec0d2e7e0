"""Texts → safe HTML.

Boundary: knows Markdown, ``{slots}`` and ``[@citations]``; nothing of trees or pages. HTML in a
text is shown as it was typed. Links lead to ``https:`` or to a tree, never anywhere else; images
are not among the things that a text can hold, since they would be fetched from elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markupsafe import Markup, escape

from .slots import SLOT, slot

CITATION = re.compile(r"\[@([A-Za-z0-9_-]+)\]")

#: What a text may hold. Anything else is shown as it was typed.
BLOCKS = ("paragraph", "list", "blockquote")
INLINES = ("text", "newline", "escape", "backticks", "emphasis", "link", "autolink", "entity")
AFTERWARDS = ("balance_pairs", "emphasis", "fragments_join")

#: The address of a tree's page by the tree's id; None where there is no such tree.
type TreeAddress = Callable[[str], str | None]


class Cite(Protocol):
    """What turns the name of a source into its citation."""

    def __call__(self, name: str, *, linked: bool) -> Markup | None: ...


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a text stands: the words that slots fall back to, and how a source is cited.

    ``cite`` returns the HTML of a citation, or None for an unknown source; ``linked`` is False
    where the citation stands inside a link already.
    """

    slots: Mapping[str, str]
    cite: Cite


class Texts:
    """Turns texts into HTML; one for each page, since addresses are relative to the page."""

    def __init__(self, address: TreeAddress) -> None:
        """Make the parser once; each text is then parsed once."""
        self.address = address
        self._parser = _Parser(address)

    def block(self, source: str, setting: Setting) -> Markup:
        """Return Markdown as blocks; empty for an empty text."""
        return _safe(self._parser.render(source, {"setting": setting}).strip())

    def line(self, source: str, setting: Setting) -> Markup:
        """Return Markdown without its outer ``<p>`` where it is one paragraph."""
        html = self.block(source, setting)
        single = html.startswith("<p>") and html.endswith("</p>") and html.count("<p>") == 1
        return _safe(html[3:-4]) if single else html

    def within_link(self, source: str, setting: Setting) -> Markup:
        """Return Markdown on one line without links, for a text that is part of a link."""
        env = {"setting": setting, "within_link": True}
        return _safe(self._parser.renderInline(source.strip(), env))


def _safe(html: str) -> Markup:
    """Mark what the parser made as HTML: it runs with raw HTML off and escapes every text."""
    return Markup(html)  # noqa: S704


class _Parser(MarkdownIt):
    """Markdown as the format allows it, with slots and citations."""

    def __init__(self, address: TreeAddress) -> None:
        super().__init__("commonmark", {"html": False})
        self.address = address
        self.block.ruler.enableOnly(BLOCKS)
        self.inline.ruler.enableOnly(INLINES)
        self.inline.ruler2.enableOnly(AFTERWARDS)
        self.inline.ruler.before("link", "citation", _citation_rule)
        self.inline.ruler.push("slot", _slot_rule)
        self.add_render_rule("citation", _citation_html)
        self.add_render_rule("slot", _slot_html)
        self.add_render_rule("link_open", _link_html(address))
        self.add_render_rule("link_close", _link_end)

    def validateLink(self, url: str) -> bool:  # noqa: N802
        """Allow ``https:`` and trees that exist; anything else stays as it was typed."""
        if url.startswith("tree:"):
            return self.address(url.removeprefix("tree:")) is not None
        return url.lower().startswith("https://")


def _slot_rule(state: StateInline, silent: bool) -> bool:
    found = SLOT.match(state.src, state.pos)
    if not found or found[1] not in state.env["setting"].slots:
        return False
    return _take(state, "slot", found, silent=silent)


def _citation_rule(state: StateInline, silent: bool) -> bool:
    # Silent, the parser looks for the end of a link, and would take a citation for one within it.
    found = None if silent else CITATION.match(state.src, state.pos)
    if not found:
        return False
    # The number belongs to the word before it, whatever space or line end the author left.
    state.pending = state.pending.rstrip(" ")
    if not state.pending and state.tokens and state.tokens[-1].type == "softbreak":
        state.tokens.pop()
    return _take(state, "citation", found, silent=silent)


def _take(state: StateInline, kind: str, found: re.Match[str], *, silent: bool) -> bool:
    if not silent:
        token = state.push(kind, "", 0)
        token.content, token.meta = found[1], {"within_link": state.linkLevel > 0}
    state.pos = found.end()
    return True


def _slot_html(_self: Any, tokens: Sequence[Token], at: int, _options: Any, env: Any) -> str:
    name = tokens[at].content
    return slot(name, env["setting"].slots[name])


def _citation_html(_self: Any, tokens: Sequence[Token], at: int, _options: Any, env: Any) -> str:
    name = tokens[at].content
    linked = "within_link" not in env and not tokens[at].meta["within_link"]
    cited: Markup | None = env["setting"].cite(name, linked=linked)
    return escape(f"[@{name}]") if cited is None else cited


def _link_html(address: TreeAddress) -> Callable[..., str]:
    def link(_self: Any, tokens: Sequence[Token], at: int, _options: Any, env: Any) -> str:
        if "within_link" in env:
            return ""
        url = str(tokens[at].attrs["href"])
        if url.startswith("tree:"):
            return Markup('<a href="{}">').format(address(url.removeprefix("tree:")))
        return Markup('<a href="{}" rel="noopener noreferrer">').format(url)

    return link


def _link_end(_self: Any, _tokens: Sequence[Token], _at: int, _options: Any, env: Any) -> str:
    return "" if "within_link" in env else "</a>"
