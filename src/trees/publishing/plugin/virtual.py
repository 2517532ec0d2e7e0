"""Files that lie in no folder: handed to MkDocs as if they did.

Boundary: MkDocs' ``File`` objects and where "edit this page" leads. What the files hold is made
elsewhere.
"""

from __future__ import annotations

import os
import posixpath
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.toc import TableOfContents, get_toc

from ..assets import Asset


class VirtualFiles:
    """Adds files to those of a build. ``root`` is the folder of mkdocs.yml."""

    def __init__(self, files: Files, config: MkDocsConfig, root: Path) -> None:
        self._files = self.files = files
        self._config = config
        self.root = root
        #: The pages of the site by where they end up: two paths can lead to one place.
        self._pages = {
            file.dest_uri: file.src_uri
            for file in files
            if file.inclusion is not InclusionLevel.EXCLUDED
        }

    def add_page(self, uri: str, source: Path | None, markdown: str = "") -> None:
        """Add a page; ``source`` is the file that whoever wants to change it must edit."""
        # MkDocs lists index pages by itself; the many others are reached through them.
        named = posixpath.basename(uri) == "index.md"
        level = InclusionLevel.UNDEFINED if named else InclusionLevel.NOT_IN_NAV
        file = File.generated(self._config, uri, content=markdown, inclusion=level)
        file.edit_uri = self._edit_uri(source) if source else None
        excluded = self._files.get_file_from_path(uri)
        if excluded:
            self._files.remove(excluded)
        self._files.append(file)
        self._pages[file.dest_uri] = uri

    def add_assets(self, assets: Iterable[Asset]) -> None:
        """Add files that pages load."""
        new = (asset for asset in assets if not self._files.get_file_from_path(asset.path))
        for asset in new:
            self._files.append(File.generated(self._config, asset.path, content=asset.content))

    def edits(self, uris: Mapping[str, str]) -> dict[str, str]:
        """Return where the files behind pages can be changed, by the same keys as their paths."""
        files = {key: self._files.get_file_from_path(uri) for key, uri in uris.items()}
        pages = {key: file.page for key, file in files.items() if file}
        return {key: page.edit_url for key, page in pages.items() if page and page.edit_url}

    def taken(self, uri: str) -> str:
        """Return the page that lies where this one would, whatever its own path; or nothing."""
        wanted = File.generated(self._config, uri, content="")
        return self._pages.get(wanted.dest_uri, "")

    def _edit_uri(self, path: Path) -> str | None:
        """Return the way from docs/ to a file; None for a file outside the project."""
        if not path.is_relative_to(self.root):
            return None
        return Path(os.path.relpath(path, self._config.docs_dir)).as_posix()


def module(path: str) -> ExtraScriptValue:
    """Return a script that pages load as a module."""
    script = ExtraScriptValue(path)
    script.type = "module"
    return script


def contents(headings: Iterable[tuple[str, str]], write: Callable[[str], str]) -> TableOfContents:
    """Return headings by anchor as MkDocs' table of contents; ``write`` makes texts fit for it."""
    return get_toc(
        [
            {"level": 2, "id": anchor, "name": write(title), "children": []}
            for anchor, title in headings
        ]
    )
