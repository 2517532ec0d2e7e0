"""What the finder knows of a site, and where its field stands."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.publishing.building import HOME, REFUND, RISK, build, write_config, write_project
from tests.publishing.markup import elements

MARKED = f"{HOME}\n<!-- decision-finder -->\n"
SAID = REFUND.replace("questions:", "said: [money not back]\nquestions:")
HIDDEN = RISK.replace("questions:", "listed: no\nquestions:")
ASKED = SAID.replace("  taken:", "  taken:\n    said: [charged]")


def project(folder: Path, refund: str = SAID, **settings: object) -> Path:
    config = write_project(folder, refund=refund, risk=HIDDEN)
    (folder / "docs" / "index.md").write_text(MARKED)
    (folder / "docs" / "deep").mkdir()
    (folder / "docs" / "deep" / "page.md").write_text(MARKED)
    return write_config(folder, **settings) if settings else config


def places(site: Path) -> list[dict[str, Any]]:
    (file,) = site.glob("assets/places-*.json")
    found: list[dict[str, Any]] = json.loads(file.read_text("utf-8"))
    return found


def test_places__are_listed_trees_and_their_outcomes(tmp_path: Path) -> None:
    found = places(build(project(tmp_path)))
    assert [(place["at"], place["said"]) for place in found] == [
        ("trees/refund/", ["money not back"]),
        ("trees/refund/#held", []),
    ]


def test_a_question__is_a_place__where_readers_have_words_for_it(tmp_path: Path) -> None:
    found = {place["at"]: place for place in places(build(project(tmp_path, ASKED)))}
    assert found["trees/refund/#taken"]["more"] == ["Yes", "No"]


@pytest.mark.parametrize("directories", [True, False])
def test_the_field__on_a_page_of_any_depth__names_files_and_the_root(
    tmp_path: Path, directories: bool
) -> None:
    site = build(project(tmp_path, use_directory_urls=directories))
    for page in ("index.html", "deep/page/index.html" if directories else "deep/page.html"):
        html = (site / page).read_text("utf-8")
        start, end = html.index("<tree-finder"), html.index("</tree-finder>")
        field, *_ = elements(f"{html[start:end]}</tree-finder>")
        folder = (site / page).parent
        assert (folder / field.attributes["data-places"]).resolve().is_file()
        assert (folder / field.attributes["data-root"]).resolve() == site.resolve()
