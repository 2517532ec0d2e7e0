"""The single files that a site offers to save: which there are, where they lie, who offers them.

Boundary: files as values. Large as they are, they are no assets: whoever builds the site writes
them last, part by part.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from posixpath import join

from .addresses import INDEX
from .assets import Download
from .one_file import OneFile, OneFiles

#: `each`: a file for every tree, and one for all of them; `all`: only that one, offered everywhere.
CHOICES = EACH, ALL, NONE = "each", "all", "none"
WHOLE = "downloads/all-guides.html"


@dataclass(frozen=True, slots=True)
class Downloads:
    """The files by path, and what each page offers: pages by the names of their trees."""

    files: Mapping[str, OneFile] = field(default_factory=dict)
    offered: Mapping[str, Download] = field(default_factory=dict)


def downloads(files: OneFiles | None, wanted: str, folder: str = "") -> Downloads:
    """Return what is wanted of the files of some trees; nothing where there can be none.

    ``folder`` is where a further language lies, empty for the site's root.
    """
    if files is None or wanted == NONE or not files.documents:
        return Downloads()
    whole = join(folder, WHOLE)
    each = {name: join(folder, _path(name)) for name in files.documents}
    paths = each if wanted == EACH else dict.fromkeys(files.documents, whole)
    made = {whole: files.of_all()}
    made |= {path: files.of_tree(name) for name, path in paths.items() if path != whole}
    sizes = {path: Download(path, file.size) for path, file in made.items()}
    return Downloads(made, {INDEX: sizes[whole], **{name: sizes[at] for name, at in paths.items()}})


def _path(name: str) -> str:
    return f"downloads/guide-{name}.html"
