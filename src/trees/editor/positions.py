"""Places: ours count lines and characters from 1, editors' from 0 in UTF-16 or what was agreed on.

Boundary: arithmetic, by pygls's codec. Lines end as YAML says they do.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from lsprotocol.types import Position, Range
from pygls.workspace import PositionCodec

from trees.authoring.findings import Span

LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")


class Positions:
    """Turns places of one moment's texts into an editor's and back."""

    def __init__(self, codec: PositionCodec, texts: Mapping[str, str]) -> None:
        """Hold the unit that was agreed on, and the texts by path."""
        self._codec = codec
        self._lines = _Lines(texts)

    def range(self, span: Span) -> Range:
        """Return a span as an editor's range."""
        start = Position(span.line - 1, span.column - 1)
        end = Position(span.end_line - 1, span.end_column - 1)
        return self._codec.range_to_client_units(self._lines[span.path], Range(start, end))

    def place(self, path: str, position: Position) -> tuple[int, int]:
        """Return an editor's position as line and column, counted from 1."""
        ours = self._codec.position_from_client_units(self._lines[path], position)
        return ours.line + 1, ours.character + 1


class _Lines(dict[str, list[str]]):
    """The lines of each text, split when they are first asked for."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self.texts = texts

    def __missing__(self, path: str) -> list[str]:
        self[path] = LINE.findall(self.texts.get(path, ""))
        return self[path]
