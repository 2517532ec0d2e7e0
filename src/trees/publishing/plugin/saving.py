"""The files that readers can save, beside the pages that MkDocs writes.

Boundary: MkDocs' settings in, files on disk out; what is in them is made elsewhere.
"""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.utils import get_build_datetime

from ..downloads import Downloads
from ..one_file import About


def about(config: MkDocsConfig) -> About:
    """Return what a file says of the site that it was saved from."""
    day = get_build_datetime().date()
    return About(
        name=config.site_name,
        day=day,
        note=config.copyright or "",
        address=config.site_url or "",
        repository=config.repo_url or "",
    )


def write(downloads: Downloads, site: Path) -> None:
    """Write the files into the folder of the built site."""
    for name, file in downloads.files.items():
        path = site / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("wb") as opened:
                opened.writelines(file.parts)
        except OSError as error:
            raise PluginError(
                f"{path} cannot be written: {error.strerror}. To build without files to save, set "
                "the option 'downloads' of the plugin decision-trees to 'none'."
            ) from None
