"""A file of the content folder cannot be read as text.

Every tree is a text file in UTF-8, in the content folder itself. A folder with a name such as
`refund.yaml`, a link to a file elsewhere, an empty file, or a file saved in another encoding
cannot be a tree. Save the file as UTF-8 (most editors offer it under "save as").
"""

from __future__ import annotations

from ..findings import Finding, Span
from .base import make


def found(path: str, why: str, hint: str) -> Finding:
    """Say why a file cannot be read."""
    return make(__name__, Span(path, 1, 1, 1, 1), why, hint)


def outside(path: str) -> Finding:
    """Refuse a link that leads out of the folder."""
    return found(
        path,
        "The file is a link to something outside this folder",
        "Put the file itself into the folder.",
    )


def no_file(path: str) -> Finding:
    """Refuse a folder, or anything else that is no file."""
    return found(path, "This is not a file", "Only files can be trees. Rename or delete it.")


def encoding(path: str, at: int) -> Finding:
    """Refuse a file in another encoding."""
    return found(
        path,
        f"The file is not text in UTF-8 (byte {at + 1} cannot be read)",
        "Save it as UTF-8: most editors offer it under “save as”.",
    )
