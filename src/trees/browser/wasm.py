"""WebAssembly modules as far as trimming needs them: which names come in, which go out.

Boundary: the bytes of a module in, names or bytes out. Reads the sections of imports and exports,
and passes all others on as they are. Source: the WebAssembly core specification, "Binary Format".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

HEADER = 8
IMPORTS, EXPORTS = 2, 7
FUNCTION, TABLE, MEMORY, GLOBAL, TAG = range(5)
#: Set in the flags of a table or memory whose most is said as well as its least.
HAS_MOST = 1


@dataclass
class _Cursor:
    """A place in the bytes, moved by reading."""

    content: bytes
    at: int

    def byte(self) -> int:
        self.at += 1
        return self.content[self.at - 1]

    def number(self) -> int:
        """Read an unsigned number of the variable length that WebAssembly writes (LEB128)."""
        value = shift = 0
        while True:
            byte = self.byte()
            value |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                return value

    def name(self) -> str:
        length = self.number()
        self.at += length
        return self.content[self.at - length : self.at].decode()


def imports(module: bytes) -> frozenset[tuple[str, str]]:
    """Return what a module wants from outside, as pairs of a namespace and a name."""
    return frozenset(
        entry
        for kind, cursor, _ in _sections(module)
        if kind == IMPORTS
        for entry in [_import(cursor) for _ in range(cursor.number())]
    )


def without_exports(module: bytes, keeps: Callable[[str], bool]) -> bytes:
    """Return the module with those exports alone whose name is kept."""
    whole = module[:HEADER]
    for kind, cursor, end in _sections(module):
        if kind == EXPORTS:
            kept = [entry for name, entry in _exports(cursor) if keeps(name)]
            content = _number(len(kept)) + b"".join(kept)
        else:
            content = module[cursor.at : end]
        whole += bytes([kind]) + _number(len(content)) + content
    return whole


def _sections(module: bytes) -> Iterator[tuple[int, _Cursor, int]]:
    """Yield each section's kind, a cursor at its content, and where it ends."""
    at = HEADER
    while at < len(module):
        cursor = _Cursor(module, at)
        kind, length = cursor.byte(), cursor.number()
        at = cursor.at + length
        yield kind, cursor, at


def _exports(cursor: _Cursor) -> Iterator[tuple[str, bytes]]:
    for _ in range(cursor.number()):
        start = cursor.at
        name, _, _ = cursor.name(), cursor.byte(), cursor.number()
        yield name, cursor.content[start : cursor.at]


def _import(cursor: _Cursor) -> tuple[str, str]:
    namespace, name, kind = cursor.name(), cursor.name(), cursor.byte()
    if kind in (TABLE, GLOBAL, TAG):
        cursor.byte()
    if kind in (TABLE, MEMORY):
        has_most = cursor.byte() & HAS_MOST
        cursor.number()
        if has_most:
            cursor.number()
    elif kind == GLOBAL:
        cursor.byte()
    else:
        cursor.number()
    return namespace, name


def _number(value: int) -> bytes:
    written = bytearray()
    while value >= 0x80:
        written.append(value & 0x7F | 0x80)
        value >>= 7
    written.append(value)
    return bytes(written)
