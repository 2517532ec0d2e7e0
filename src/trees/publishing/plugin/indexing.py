"""The lists of a site, a part for each language: what can be searched, and which pages there are.

Boundary: files in the site's folder, as MkDocs and its search have written them. A page looks for
them at the root of its language, so that a search finds nothing in another one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..assets import compact
from .searching import INDEX

SITEMAP = "sitemap.xml"
URL = re.compile(r"\s*<url>.*?</url>", re.DOTALL)


def part(site: Path, search: Mapping[str, Mapping[str, str]], site_url: str) -> None:
    """Part both lists; ``search`` has what the theme says of searching, by language."""
    for code, said in search.items():
        _part_index(site, code, said)
        _part_sitemap(site, code, site_url)


def _part_index(site: Path, code: str, said: Mapping[str, str]) -> None:
    path = site / INDEX
    if not path.is_file():
        return
    index: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    begins = f"{code}/"
    own = [entry for entry in index["docs"] if entry["location"].startswith(begins)]
    docs = [{**entry, "location": entry["location"].removeprefix(begins)} for entry in own]
    config = {**index["config"], **_settings(said)}
    _write(site / code / INDEX, compact({**index, "config": config, "docs": docs}))
    others = (entry for entry in index["docs"] if not entry["location"].startswith(begins))
    index["docs"] = list(others)
    _write(path, compact(index))


def _settings(said: Mapping[str, str]) -> dict[str, Any]:
    """Return what differs in an index of another language."""
    settings: dict[str, Any] = {}
    if said.get("lang"):
        settings["lang"] = said["lang"].split(", ")
    if said.get("separator"):
        settings["separator"] = said["separator"]
    return settings


def _part_sitemap(site: Path, code: str, site_url: str) -> None:
    """Write the pages of one language; the site's own list keeps them all, for search engines."""
    path = site / SITEMAP
    if not path.is_file() or not site_url:
        return
    begins = f"<loc>{site_url.rstrip('/')}/{code}/"
    text = URL.sub(lambda url: url[0] if begins in url[0] else "", path.read_text(encoding="utf-8"))
    _write(site / code / SITEMAP, text)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
