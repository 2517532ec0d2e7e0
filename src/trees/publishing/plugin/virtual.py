"""Files that lie in no folder: handed to MkDocs as if they did.

Boundary: MkDocs' ``File`` objects and where "edit this page" leads. What the files hold is made
elsewhere.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from ..assets import Asset
from ..page import chrome


class VirtualFiles:
    """Adds files to those of a build. ``root`` is the folder of mkdocs.yml."""

    def __init__(self, files: Files, config: MkDocsConfig, root: Path) -> None:
        self._files = files
        self._config = config
        self._root = root

    def add_page(self, uri: str, source: Path | None, markdown: str = "") -> None:
        """Add a page; ``source`` is the file that whoever wants to change it must edit."""
        # MkDocs lists index pages by itself; the many others are reached through them.
        named = uri.endswith("/index.md")
        level = InclusionLevel.UNDEFINED if named else InclusionLevel.NOT_IN_NAV
        file = File.generated(self._config, uri, content=markdown, inclusion=level)
        file.edit_uri = self._edit_uri(source) if source else None
        self._files.append(file)

    def add_asset(self, asset: Asset) -> None:
        """Add a file that pages load."""
        self._files.append(File.generated(self._config, asset.path, content=asset.content))

    def has(self, uri: str) -> bool:
        """Say whether somebody wrote this page by hand."""
        return self._files.get_file_from_path(uri) is not None

    def _edit_uri(self, path: Path) -> str | None:
        """Return the way from docs/ to a file; None for a file outside the project."""
        if not path.is_relative_to(self._root):
            return None
        return Path(os.path.relpath(path, self._config.docs_dir)).as_posix()


def module(path: str) -> ExtraScriptValue:
    """Return a script that pages load as a module."""
    script = ExtraScriptValue(path)
    script.type = "module"
    return script


def heading(anchor: str, title: str) -> Any:
    """Return a heading as MkDocs' table of contents takes it."""
    return {"level": 2, "id": anchor, "name": chrome(title), "children": []}
