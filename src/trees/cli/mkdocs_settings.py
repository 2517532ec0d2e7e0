"""What mkdocs.yml says of a site, for a command that works beside it and without MkDocs.

Boundary: four settings, where they are plain text. Whatever else can stand there (tags, inherited
files) is left to MkDocs; a file that is missing says nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

from .usage import UsageError

FILE = "mkdocs.yml"


@dataclass(frozen=True, slots=True)
class Settings:
    """The name of a site, a note about it, its address, its sources'; each may be empty."""

    name: str = ""
    note: str = ""
    address: str = ""
    repository: str = ""


def settings_beside(folder: Path) -> Settings:
    """Return what the mkdocs.yml beside a content folder says.

    Raises:
        UsageError: there is one, and it cannot be read.
    """
    path = folder.parent / FILE
    try:
        said = _plain(yaml.compose(path.read_text("utf-8"), yaml.SafeLoader))
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        first, *_ = str(error).splitlines()
        raise UsageError(f"cannot read {path}: {first}") from None
    names = ("site_name", "copyright", "site_url", "repo_url")
    return Settings(*(said.get(name, "") for name in names))


def _plain(node: yaml.Node | None) -> dict[str, str]:
    """Return the entries of a mapping that are plain text."""
    if not isinstance(node, yaml.MappingNode):
        return {}
    return {
        key.value: value.value
        for key, value in node.value
        if isinstance(value, yaml.ScalarNode) and value.tag == "tag:yaml.org,2002:str"
    }
