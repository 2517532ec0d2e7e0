"""The playground's page: what it holds without script, and what only it loads."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from tests.publishing.building import REFUND, build, write_config, write_project

from trees.publishing import playground

EDIT = "https://github.com/example/example/edit/main/decision_trees"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("project")
    write_project(folder)
    plugins = ["search", {"decision-trees": {"playground": True}}]
    return build(write_config(folder, plugins=plugins), strict=True)


def config_of(html: str) -> Any:
    written = re.search(r'<tree-playground [^>]*data-config="([^"]*)"', html)
    assert written
    return json.loads(unescape(written[1]))


def test_the_page__without_script__links_to_the_files(site: Path) -> None:
    html = (site / "playground/index.html").read_text()
    assert f'<a href="{EDIT}/refund.yaml">Where is my refund?</a>' in html


def test_the_page__names_files_that_are_there(site: Path) -> None:
    html = (site / "playground/index.html").read_text()
    config = config_of(html)
    named = [config[key] for key in ("worker", "checker", "texts")]
    named += re.findall(r'(?:src|href)="(\.\./assets/playground-[^"]+)"', html)
    assert len(named) == 5
    for address in named:
        assert (site / "playground" / address).is_file(), address


def test_the_texts__are_those_of_all_files(site: Path) -> None:
    config = config_of((site / "playground/index.html").read_text())
    texts = json.loads((site / "playground" / config["texts"]).read_text())
    assert texts["decision_trees/refund.yaml"] == REFUND
    assert "decision_trees/sources.yaml" in texts
    assert {tree["path"] for tree in config["trees"]} < texts.keys()


def test_other_pages__name_nothing_of_it(site: Path) -> None:
    for path in (site / "index.html", site / "trees/refund/index.html"):
        html = path.read_text()
        assert "assets/playground-" not in html
        assert "assets/texts-" not in html


def test_a_site_that_does_not_ask_for_it__has_none(tmp_path: Path) -> None:
    site = build(write_project(tmp_path))
    assert not (site / "playground").exists()
    assert not list(site.glob("assets/playground-*"))


def test_a_page_written_by_hand__is_kept(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    write_project(tmp_path)
    (tmp_path / "docs/playground").mkdir()
    (tmp_path / "docs/playground/index.md").write_text("# Mine\n")
    plugins = ["search", {"decision-trees": {"playground": True}}]
    site = build(write_config(tmp_path, plugins=plugins))
    assert "Mine" in (site / "playground/index.html").read_text()
    assert "lies where the page of the playground would" in caplog.text


@pytest.mark.parametrize(
    ("edit", "new"),
    [
        (f"{EDIT}/refund.yaml", f"{EDIT.replace('edit', 'new')}?filename="),
        (
            "https://gitlab.com/a/b/-/edit/main/t/x.yaml",
            "https://gitlab.com/a/b/-/new/main/t?file_name=",
        ),
        ("https://example.org/edit/main/t/x.yaml", ""),
        ("", ""),
    ],
)
def test_a_new_file__is_begun_where_the_host_can(edit: str, new: str) -> None:
    assert playground.new_file(edit) == new
