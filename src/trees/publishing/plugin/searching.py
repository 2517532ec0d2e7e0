"""Readers' own words in the index that a search plugin has written.

Boundary: ``search_index.json`` in the site's folder, as MkDocs' and Material's search write it.
What is added are tags, which Material weighs more than titles, and a weight for pages of trees; a
search that knows neither passes them over.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ..assets import compact
from ..page import look_alike

INDEX = Path("search", "search_index.json")
#: Pages for readers come before pages for authors that hold the same words.
WEIGHT = 4


def add_said(site: Path, said: Mapping[str, Sequence[str]]) -> None:
    """Add words to the entries of an index; ``said`` has them by address (``trees/refund/#due``).

    Every entry of a page that is named there gets the weight.
    """
    path = site / INDEX
    if not path.is_file():
        return
    index = json.loads(path.read_text(encoding="utf-8"))
    pages = {address.partition("#")[0] for address in said}
    for entry in index["docs"]:
        _mark(entry, said, pages)
    path.write_text(compact(index), encoding="utf-8")


def _mark(entry: dict[str, Any], said: Mapping[str, Sequence[str]], pages: set[str]) -> None:
    location = entry["location"]
    if location.partition("#")[0] in pages:
        entry["boost"] = WEIGHT
    if said.get(location):
        words = map(look_alike, said[location])  # Material shows tags raw
        entry["tags"] = [*entry.get("tags", ()), *words]
