"""What a site that wants previews says of each page, and the picture of each tree."""

from __future__ import annotations

import json
import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape
from mkdocs.exceptions import Abort
from PIL import Image
from tests.publishing.building import REFUND, build, warnings, write_config, write_project

from trees.publishing.previews import Preview, SiteName, described, head, opening

HOSTILE = "</script><script>alert(1)</script>"
ADDRESS = "https://example.org/help/"
SETTINGS: dict[str, object] = {
    "site_url": ADDRESS,
    "plugins": ["search", {"decision-trees": {"previews": True}}],
}
SITE = SiteName("Example", "An example.", ADDRESS, "en")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("project")
    refund = REFUND.replace("Where is my refund?", f"Where is my {HOSTILE} refund?")
    project = write_project(folder, refund=refund)
    write_config(folder, **SETTINGS)
    return build(project)


def data(page: Path) -> list[dict[str, Any]]:
    (block,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page.read_text())
    graph: list[dict[str, Any]] = json.loads(block)["@graph"]
    return graph


def test_a_tree__as_data__is_a_page_below_the_list_and_the_first_page(site: Path) -> None:
    page, trail, whole = data(site / "trees" / "refund" / "index.html")
    assert (page["@type"], trail["@type"], whole["@type"]) == (
        "WebPage",
        "BreadcrumbList",
        "WebSite",
    )
    steps = [step["item"].removeprefix(ADDRESS) for step in trail["itemListElement"]]
    assert steps == ["", "trees/", "trees/refund/"]
    assert page["isPartOf"]["@id"] == whole["@id"]
    assert page["breadcrumb"]["@id"] == trail["@id"]


def test_a_title_that_would_end_the_script__stays_a_title(site: Path) -> None:
    page, *_ = data(site / "trees" / "refund" / "index.html")
    assert page["name"] == f"Where is my {HOSTILE} refund?"


def test_the_first_page__stands_below_no_other() -> None:
    assert [one["@type"] for one in described(Preview("A", "B", ADDRESS), SITE)["@graph"]] == [
        "WebPage",
        "WebSite",
    ]


@given(st.lists(st.text("ab .&<>", min_size=1, max_size=90), max_size=5))
def test_what_a_page_says_first__is_short_enough_to_be_shown_and_no_markup(
    texts: list[str],
) -> None:
    said = opening("".join(f"<h2>No</h2><p>{escape(text)} <em>x</em></p>" for text in texts))
    assert len(said) <= 160
    assert "No" not in said
    assert said.startswith(" ".join([*texts[:1], "x"]).split()[0]) if texts else said == ""


def test_a_page_without_picture__promises_none() -> None:
    html = head(Preview("A", "B", ADDRESS), SITE)
    assert "og:image" not in html
    assert 'content="summary"' in html


def test_pictures__are_of_the_size_that_is_said__and_the_same_again(site: Path) -> None:
    pictures = {path.name: path.read_bytes() for path in site.glob("assets/previews/*.png")}
    assert {name.rpartition("-")[0] for name in pictures} == {"site", "refund", "risk"}
    assert {Image.open(BytesIO(content)).size for content in pictures.values()} == {(1200, 630)}
    for kept in (site.parent / ".cache").rglob("*.png"):
        kept.unlink()
    build(site.parent / "mkdocs.yml")
    again = {path.name: path.read_bytes() for path in site.glob("assets/previews/*.png")}
    assert again == pictures


def test_pictures__are_not_drawn_again__and_devices_do_not_keep_them(site: Path) -> None:
    kept = {path: path.stat().st_mtime_ns for path in (site.parent / ".cache").rglob("*.png")}
    build(site.parent / "mkdocs.yml")
    assert {path: path.stat().st_mtime_ns for path in kept} == kept
    assert "assets/previews" not in (site / "sw.js").read_text()


def test_without_pillow__pages_say_all_but_pictures(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = write_project(tmp_path)
    write_config(tmp_path, **SETTINGS)
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with warnings() as found:
        html = (build(project) / "trees" / "risk" / "index.html").read_text()
    assert any("mkdocs-decision-trees[previews]" in one for one in found)
    assert "og:title" in html
    assert "og:image" not in html


def test_without_the_sites_address__the_setting_says_what_is_missing(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    project = write_project(tmp_path)
    write_config(tmp_path, plugins=SETTINGS["plugins"])
    with pytest.raises(Abort):
        build(project)
    assert "Set 'site_url' in mkdocs.yml" in caplog.text
