"""What a site offers to save: the files that are wanted, and the links to them with their sizes."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from urllib.parse import urljoin

import pytest
from tests.publishing.building import build, write_config, write_project
from tests.publishing.example import project
from tests.publishing.markup import by_class, by_tag
from tests.publishing.test_one_file import files

from trees.publishing.addresses import Addresses
from trees.publishing.assets import Browser
from trees.publishing.downloads import ALL, EACH, NONE, WHOLE, downloads
from trees.publishing.site import Site

EVERY = {WHOLE, "downloads/guide-refund.html", "downloads/guide-risk.html"}


def site(wanted: str) -> Site:
    made = project()
    offered = downloads(files(), wanted).offered
    return Site(made.documents, made.sources, Addresses(), Browser(), downloads=offered)


@pytest.mark.parametrize(
    ("wanted", "paths"), [(EACH, EVERY), (ALL, {WHOLE}), (NONE, set())], ids=[EACH, ALL, NONE]
)
def test_wanted__makes_these_files(wanted: str, paths: set[str]) -> None:
    assert downloads(files(), wanted).files.keys() == paths


def test_without_an_engine_or_trees__there_is_nothing_to_save() -> None:
    assert downloads(None, EACH).files == {}
    assert downloads(replace(files(), documents={}), EACH).files == {}


@pytest.mark.parametrize(
    ("wanted", "path", "words"),
    [
        (EACH, "downloads/guide-refund.html", "Save this guide as one file"),
        (ALL, WHOLE, "Save all guides as one file"),
    ],
)
def test_page_of_a_tree__links_to_its_file__and_says_how_large_it_is(
    wanted: str, path: str, words: str
) -> None:
    (line,) = by_class(site(wanted).tree("refund").html, "dt-save")
    (link,) = [one for one in by_tag(site(wanted).tree("refund").html, "a") if words in one.text]
    size = downloads(files(), wanted).files[path].size / 1e6
    assert link.attributes == {"href": f"../../{path}", "download": ""}
    assert f"{size:.1f} MB. Works without a network." in line.text


def test_list__links_to_the_file_of_all_trees() -> None:
    (link,) = [one for one in by_tag(site(EACH).index().html, "a") if "Save" in one.text]
    assert link.attributes == {"href": f"../{WHOLE}", "download": ""}


def test_nothing_to_save__leaves_no_link() -> None:
    assert by_class(site(NONE).tree("refund").html + site(NONE).index().html, "dt-save") == []


@pytest.mark.slow
@pytest.mark.parametrize(("wanted", "links"), [(EACH, 1), (NONE, 0)], ids=[EACH, NONE])
def test_a_page_or_template_that_wants_it__links_to_the_file_of_all_trees(
    tmp_path: Path, wanted: str, links: int
) -> None:
    config = project_with_marks(tmp_path, wanted)
    built = build(config)
    for path in ("index.html", "deep/page/index.html", "404.html"):
        page = (built / path).read_text("utf-8")
        assert "decision-save" not in page, path
        found = re.findall(r'<a href="([^"]*)" download>', page)
        at = [urljoin(f"https://example.org/guides/{path}", href) for href in found]
        assert at == [f"https://example.org/guides/{WHOLE}"] * links, path


def project_with_marks(folder: Path, wanted: str) -> Path:
    """Write a project that wants the link on pages of two depths, and in a template."""
    write_project(folder)
    for page in ("index.md", "deep/page.md"):
        (folder / "docs" / page).parent.mkdir(exist_ok=True)
        (folder / "docs" / page).write_text("# Take it with you\n\n<!-- decision-save -->\n")
    (folder / "looks").mkdir()
    (folder / "looks" / "404.html").write_text("<body><!-- decision-save --></body>")
    return write_config(
        folder,
        theme={"name": "material", "font": False, "custom_dir": str(folder / "looks")},
        plugins=["search", {"decision-trees": {"downloads": wanted}}],
        site_url="https://example.org/guides/",
    )


@pytest.mark.slow
def test_a_built_site__holds_the_files_that_its_pages_link_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772409600")  # 2 March 2026
    write_project(tmp_path)
    plugins = ["search", {"decision-trees": {"downloads": "each"}}]
    config = write_config(tmp_path, plugins=plugins, site_url="https://example.org/guides/")
    built = build(config)
    page = (built / "trees/refund/index.html").read_text("utf-8")
    saved = built / "downloads/guide-refund.html"
    assert f"{saved.stat().st_size / 1e6:.1f} MB. Works without a network." in page
    text = saved.read_text("utf-8")
    assert all(words in text for words in ("Example", "2 March 2026", "example.org/guides"))
    assert {path.name for path in saved.parent.iterdir()} == {Path(path).name for path in EVERY}
