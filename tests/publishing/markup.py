"""Reads HTML as a browser would split it: elements with their attributes and texts."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Element:
    """One element: its tag, attributes, and the text within it."""

    tag: str
    attributes: dict[str, str]
    text: str = ""
    ancestors: tuple[Element, ...] = field(default=(), repr=False)

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()


VOID = {"br", "hr", "img", "input", "link", "meta"}


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Element] = []
        self.open: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"an attribute stands twice: {tag} {names}"
        element = Element(tag, {k: v or "" for k, v in attrs}, ancestors=tuple(self.open))
        self.found.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.text += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")


def elements(html: str) -> list[Element]:
    """Return all elements in order; fails where they do not nest."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert not reader.open, f"never closed: {[one.tag for one in reader.open]}"
    return reader.found


def by_class(html: str, name: str) -> list[Element]:
    """Return the elements of a class."""
    return [one for one in elements(html) if name in one.classes]


def by_tag(html: str, tag: str) -> list[Element]:
    """Return the elements with a tag."""
    return [one for one in elements(html) if one.tag == tag]
