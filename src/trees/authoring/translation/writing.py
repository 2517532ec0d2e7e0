"""The file of a translation, written anew: every text in order, each below its original.

Boundary: texts and what is translated already in, the text of a file out. Translations follow their
originals wherever these have moved; what is stale is marked, and nothing is ever translated here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import yaml

from ..reading.languages import ORIGINAL
from ..source import MapNode, Node, TextNode
from .comparing import differs
from .overlay import WAS, Overlay
from .placing import Keys
from .texts import Texts

WIDTH = 100
INDENT = 2
HEAD = """\
# {name} in `{language}`. Write below each text what it means in that language.
# `trees translate {language}` adds texts that are new, and marks those that have changed.
"""


@dataclass
class Written:
    """A file that is ready to be written: its text, and how many of its texts are what."""

    lines: list[str] = field(default_factory=list)
    texts: int = 0
    missing: int = 0
    stale: int = 0

    @property
    def text(self) -> str:
        """The file."""
        return "\n".join(self.lines) + "\n"


#: Translations by their originals, without line breaks.
type Memory = Mapping[str, str]


def memory_of(root: Node, language: str) -> Iterator[tuple[str, str]]:
    """Return each translation of a file that is fresh by its own account, by its original."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if not isinstance(node, MapNode):
            continue
        said, original = node.get(language), node.get(ORIGINAL)
        if isinstance(said, TextNode) and isinstance(original, TextNode) and said.value.strip():
            if node.get(WAS) is None:
                yield _flat(original.value), said.value
        else:
            waiting += [entry.node for entry in node.entries.values()]


def written(name: str, texts: Texts, overlay: Overlay, memory: Memory) -> Written:
    """Return the file of the tree ``name`` with every text of ``texts``."""
    file = Written([_head(name, overlay)])
    comments = Comments(overlay)
    known = Known(overlay, memory, frozenset(map(_flat, texts.values())))
    before: Keys = ()
    for keys, text in texts.items():
        same = next((at for at, key in enumerate(keys) if before[at : at + 1] != (key,)), 0)
        for at in range(same, len(keys)):
            if at == 0 or at == same == 1:
                file.lines.append("")
            file.lines += comments.above(keys[: at + 1], INDENT * at)
            file.lines.append(f"{' ' * INDENT * at}{keys[at]}:")
        _entry(file, keys, text, known)
        before = keys
    return file


def _entry(file: Written, keys: Keys, text: str, known: Known) -> None:
    was, said = known.of(keys, text)
    indent = INDENT * len(keys)
    file.lines += _said(ORIGINAL, text, indent)
    file.lines += _said(WAS, was, indent) if was else []
    file.lines += _said(known.overlay.language, said, indent)
    file.texts += 1
    file.missing += not said
    file.stale += bool(was)


@dataclass(frozen=True, slots=True)
class Known:
    """What is translated already; ``originals`` are all texts that there are now."""

    overlay: Overlay
    memory: Memory
    originals: frozenset[str]

    def of(self, keys: Keys, text: str) -> tuple[str, str]:
        """Return what a translation was made from, where that is another text now, and itself."""
        entry = self.overlay.entries.get(keys)
        remembered = self.memory.get(_flat(text), "")
        if entry is None or entry.said is None:
            return "", remembered
        source = entry.was or entry.original
        made_from = source.value if source else "?"
        if not differs(made_from, text):
            return "", entry.said.value
        # A translation whose text stands elsewhere now has gone there with it.
        if remembered or _flat(made_from) in self.originals:
            return "", remembered
        return made_from, entry.said.value


def _said(key: str, text: str, indent: int) -> list[str]:
    """Return a key and its text as lines, broken so that people can read them."""
    shown = text.strip()
    room = WIDTH - indent
    if not shown:
        return [f"{' ' * indent}{key}:"]
    value = _scalar(shown, _style(key, shown, room))
    pair = yaml.MappingNode("tag:yaml.org,2002:map", [(_scalar(key), value)])
    lines = yaml.serialize(pair, Dumper=yaml.SafeDumper, allow_unicode=True, width=room)
    return [" " * indent + line if line else "" for line in lines.rstrip("\n").split("\n")]


def _scalar(text: str, style: str | None = None) -> yaml.ScalarNode:
    return yaml.ScalarNode("tag:yaml.org,2002:str", text, style=style)


def _style(key: str, text: str, room: int) -> str | None:
    lines = text.split("\n")
    if len(lines) > 1:
        # Folding would change lines that are indented, and those of messages are meant as they are.
        folds = not any(line[:1].isspace() for line in lines)
        return ">" if folds and max(map(len, lines)) > room else "|"
    return ">" if len(key) + 2 + len(text) > room else None


def _flat(text: str) -> str:
    return " ".join(text.split())


def _head(name: str, overlay: Overlay) -> str:
    lines = overlay.file.text.split("\n")
    head = list(_while_comment(lines))
    return "\n".join(head) if head else HEAD.format(name=name, language=overlay.language).rstrip()


def _while_comment(lines: list[str]) -> Iterator[str]:
    for line in lines:
        if not line.startswith("#"):
            return
        yield line


class Comments:
    """What translators have written above keys, so that it stays there."""

    def __init__(self, overlay: Overlay) -> None:
        self._lines = overlay.file.text.split("\n")
        self._head = len(list(_while_comment(self._lines)))
        self._keys = overlay.keys

    def above(self, keys: Keys, indent: int) -> list[str]:
        """Return the comment above a key, indented anew."""
        key = self._keys.get(keys)
        at = key.span.line - 1 if key else 0
        found: list[str] = []
        while at > self._head and self._lines[at - 1].lstrip().startswith("#"):
            at -= 1
            found.append(" " * indent + self._lines[at].strip())
        return found[::-1]
