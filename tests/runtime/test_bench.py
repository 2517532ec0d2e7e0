"""The checker in the browser finds what the checker finds: the same bytes, from the cut bundle.

In CPython it reads YAML by the parser in C, in the browser by the one in Python. Both are asked
here for every bad file of the corpus, for our own trees, and for a page.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.runtime.node import bundle_copy, node

from trees.browser import checker_files, playground_parts, runtime, standard_library
from trees.publishing.workbench import Workbench

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "tests" / "corpus"
ASKER = Path(__file__).with_name("bench.mjs")


def texts_of(folder: Path, pattern: str = "*.yaml") -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in folder.glob(pattern)}


def answers_under_node(texts: str, asks: list[dict[str, Any]]) -> list[str]:
    checker = playground_parts.FOLDER / playground_parts.CHECKER
    asked = {"bundle": str(bundle_copy()), "checker": str(checker), "texts": texts, "asks": asks}
    told: list[str] = json.loads(node(str(ASKER), told=json.dumps(asked)))["told"]
    return told


def answers_here(texts: str, asks: list[dict[str, Any]]) -> list[str]:
    bench = Workbench(texts)
    return [bench.handle(json.dumps(ask)) for ask in asks]


@pytest.mark.slow
def test_every_bad_file__is_found_the_same_in_the_browser() -> None:
    beside = json.dumps(texts_of(CORPUS / "beside"))
    asks = [{"do": "check", "path": name, "text": text} for name, text in texts_of(CORPUS).items()]
    there = answers_under_node(beside, asks)
    assert there == answers_here(beside, asks)
    assert sum(len(json.loads(told)["checked"]["findings"]) for told in there) > len(asks)


@pytest.mark.slow
def test_our_own_trees__are_proven_rendered_and_walked_the_same_in_the_browser() -> None:
    texts = texts_of(ROOT / "decision_trees")
    walk = {"do": "show", "state": {"tree": "refund"}, "today": "2026-03-23"}
    asks = [
        {"do": "check", "path": "refund.yaml", "text": texts["refund.yaml"]},
        {"do": "page", "tree": "refund"},
        {"do": "walk", "request": walk},
    ]
    there = answers_under_node(json.dumps(texts), asks)
    assert there == answers_here(json.dumps(texts), asks)
    assert json.loads(there[0])["checked"]["certificate"]["ways"]


@pytest.mark.slow
def test_the_kept_modules__are_what_checking_needs() -> None:
    kept = standard_library.listed(checker_files.LIST)
    assert checker_files.measured(runtime.PACKAGE) == kept


@pytest.mark.slow
def test_two_builds__are_byte_identical(tmp_path: Path) -> None:
    assert playground_parts.build(runtime.PACKAGE, tmp_path)
    first = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert not playground_parts.build(runtime.PACKAGE, tmp_path)
    for path in playground_parts.FOLDER.iterdir():
        assert path.read_bytes() == first[path.name], path.name
