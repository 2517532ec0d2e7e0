"""Readers' own words in the index of a site's search."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.publishing.building import REFUND, RISK, build, write_config, write_project

SAID = REFUND.replace("questions:", "said: [money not back]\nquestions:").replace(
    "  held:", "  held:\n    said: [only reserved, pending]"
)
HIDDEN = RISK.replace("questions:", "said: [banned]\nlisted: no\nquestions:")


@pytest.fixture(scope="module")
def entries(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, object]]:
    folder = tmp_path_factory.mktemp("project")
    index = build(write_project(folder, refund=SAID, risk=HIDDEN)) / "search/search_index.json"
    return {entry["location"]: entry for entry in json.loads(index.read_text())["docs"]}


def test_words_of_a_tree_and_of_an_outcome__indexed__stand_at_their_own_entry(entries) -> None:
    tags = {at: entry["tags"] for at, entry in entries.items() if "tags" in entry}
    assert tags == {
        "trees/refund/": ["money not back"],
        "trees/refund/#held": ["only reserved", "pending"],
    }


def test_words_of_readers__indexed__are_found_as_text_too(entries) -> None:
    assert "only reserved · pending" in entries["trees/refund/#held"]["text"]


def test_pages_of_listed_trees__indexed__weigh_more_than_other_pages(entries) -> None:
    weighed = {at.partition("#")[0] for at, entry in entries.items() if "boost" in entry}
    assert weighed == {"trees/refund/"}


def test_a_site_without_search__built__needs_no_index(tmp_path: Path) -> None:
    project = write_project(tmp_path, refund=SAID)
    write_config(project.parent, plugins=["decision-trees"])
    assert not (build(project) / "search" / "search_index.json").exists()
