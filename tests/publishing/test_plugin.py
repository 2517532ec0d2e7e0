"""Whole sites, built by MkDocs from YAML: pages, search, edit links, findings, sameness."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from tests.publishing.building import (
    FOREIGN,
    MANIFEST,
    REFUND,
    RISK,
    build,
    warnings,
    write_config,
    write_project,
)
from tests.publishing.markup import by_class

from trees.authoring.findings import Finding
from trees.authoring.report_text import render
from trees.publishing import assets, plugin

#: Left out by `make test-fast`: whole builds, or work made to take long.
pytestmark = pytest.mark.slow

WRONG = REFUND.replace("no: held", "no: nowhere")


@pytest.fixture(autouse=True)
def bundle(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand in for the built runtime, so that these tests need no bundle."""
    folder = tmp_path_factory.mktemp("browser")
    parts = ("_bundle/py/wasm", "_bundle/py/lib", "_bundle/engine")
    plain = {path: path for path in ("worker.js", "element/index.js", "look.css", *parts)}
    for path, content in {**plain, "_bundle/manifest.json": MANIFEST}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(content)
    collected = assets.browser(folder)
    monkeypatch.setattr(plugin.assets, "browser", lambda: collected)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write_project(tmp_path)


def read(site: Path, path: str) -> str:
    return (site / path).read_text(encoding="utf-8")


def search(site: Path) -> dict[str, dict[str, str]]:
    index = json.loads(read(site, "search/search_index.json"))
    return {entry["location"]: entry for entry in index["docs"]}


def test_build__makes_a_page_for_each_tree_an_index_and_the_files_they_load(project: Path) -> None:
    site = build(project, strict=True)
    page = read(site, "trees/refund/index.html")
    (element,) = by_class(_body(page), "dt")
    config = json.loads(element.attributes["data-config"])
    here = site / "trees" / "refund"
    assert (here / config["runtime"]["scripts"]).is_dir()
    assert all((here / config["runtime"][part]).is_file() for part in ("wasm", "library", "engine"))
    assert (here / config["worker"]).is_file()
    assert all((here / tree["data"]).is_file() for tree in config["trees"].values())
    assert 'href="risk/"' in read(site, "trees/index.html")
    assert re.search(r'<script src="../../assets/element-\w+/element/index.js" type="module"', page)


def test_build__style_comes_before_the_sites_own(project: Path) -> None:
    write_config(project.parent, extra_css=["own.css"])
    (project.parent / "docs" / "own.css").write_text("")
    page = read(build(project), "index.html")
    assert page.index("assets/styles-") < page.index("own.css")


@pytest.mark.parametrize("theme", ["material", "mkdocs"])
def test_search__has_an_entry_for_every_question_and_outcome(project: Path, theme: str) -> None:
    write_config(project.parent, theme={"name": theme})
    found = search(build(project))
    assert {at: found[at]["title"] for at in found if at.startswith("trees/refund/#")} == {
        "trees/refund/#taken": "Has the money left your account?",
        "trees/refund/#held": "Your bank put the money on hold",
    }
    assert "bank statement" in found["trees/refund/#taken"]["text"]
    assert "Nothing was taken." in found["trees/refund/#held"]["text"]
    assert "trees/refund/" in found
    assert "trees/" in found


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs"])
def test_search__titles__are_escaped_once(project: Path, theme: str) -> None:
    asked = REFUND.replace("Has the money left your account?", "Debit & credit?")
    write_project(project.parent, refund=asked.replace("Where is my refund?", "A & B"))
    write_config(project.parent, theme={"name": theme})
    site = build(project)
    found = search(site)
    assert found["trees/refund/"]["title"] == "A & B"
    assert found["trees/refund/#taken"]["title"] == "Debit & credit?"
    assert "<title>A &amp; B - Example</title>" in read(site, "trees/refund/index.html")


def test_navigation__a_page_with_a_name_of_its_own__keeps_it_on_every_page(project: Path) -> None:
    write_config(project.parent, nav=[{"Guides": "trees/index.md"}, {"Home": "index.md"}])
    site = build(project)
    named, others = read(site, "trees/index.html"), ("index.html", "trees/refund/index.html")
    assert "<title>What brings you here? - Example</title>" in named
    assert all("Guides" in page for page in (named, *(read(site, other) for other in others)))
    assert not any("What brings you here?" in read(site, other) for other in others)


def test_edit_link__leads_to_the_yaml__from_below_the_tree_too(project: Path) -> None:
    page = read(build(project), "trees/refund/index.html")
    edit = "https://github.com/example/example/edit/main/decision_trees/refund.yaml"
    assert f'<p class="dt-improve"><a href="{edit}">Improve this page</a></p>' in page


def test_edit_link__nowhere_to_edit__nothing_below_the_tree(project: Path) -> None:
    write_config(project.parent, repo_url="", edit_uri="")
    assert "dt-improve" not in read(build(project), "trees/refund/index.html")


def test_marker__in_a_page_written_by_hand__becomes_the_list_of_trees(project: Path) -> None:
    html = read(build(project), "index.html")
    assert 'href="trees/refund/"' in html
    assert "Finds out whether your money is on its way." in html


def test_index_written_by_hand__is_kept(project: Path) -> None:
    own = project.parent / "docs" / "trees" / "index.md"
    own.parent.mkdir()
    own.write_text("# My own words\n\n<!-- decision-trees -->\n")
    html = read(build(project), "trees/index.html")
    assert "My own words" in html
    assert 'href="refund/"' in html


def test_options__another_folder_and_another_path(project: Path) -> None:
    (project.parent / "decision_trees").rename(project.parent / "guides")
    options = {"folder": "guides", "path": "how/to/"}
    write_config(project.parent, plugins=[{"decision-trees": options}])
    site = build(project)
    assert "dt-start" in read(site, "how/to/refund/index.html")


def test_schema__is_published_where_it_is_asked_for(project: Path) -> None:
    write_config(project.parent, plugins=[{"decision-trees": {"schema": True}}])
    site = build(project)
    assert json.loads(read(site, "trees/tree.schema.json"))["title"] == "A decision tree, format 1"
    assert json.loads(read(site, "trees/sources.schema.json"))["type"] == "object"


@pytest.mark.parametrize("path", ["/", "/trees", "../trees", "a/../..", "C:\\x"])
def test_path__out_of_the_site__is_refused_and_writes_nothing(project: Path, path: str) -> None:
    write_config(project.parent, plugins=[{"decision-trees": {"path": path}}])
    before = _contents(project.parent)
    with warnings() as found, pytest.raises(Abort):
        build(project)
    assert any("The option 'path'" in one and repr(path) in one for one in found)
    assert _contents(project.parent) == before


@pytest.mark.parametrize("directories", [True, False])
def test_path__empty__puts_pages_at_the_root(project: Path, directories: bool) -> None:
    plugins = ["search", {"decision-trees": {"path": ""}}]
    write_config(project.parent, plugins=plugins, use_directory_urls=directories)
    around = {path.name for path in project.parent.iterdir()}
    site = build(project, strict=True)
    page = "refund/index.html" if directories else "refund.html"
    assert "dt-start" in read(site, page)
    assert page.removesuffix("index.html") in read(site, "index.html")
    assert "Welcome." in read(site, "index.html")
    assert {path.name for path in project.parent.iterdir()} == around | {"site"}


def test_path__empty_and_no_home__the_list_of_trees_is_the_home(project: Path) -> None:
    write_config(project.parent, plugins=[{"decision-trees": {"path": ""}}])
    (project.parent / "docs" / "index.md").unlink()
    assert by_class(_body(read(build(project), "index.html")), "dt-cards")


@pytest.mark.parametrize("own", ["trees/refund.md", "trees/refund/index.md", "trees/refund.html"])
def test_page_written_by_hand__where_a_tree_would_be__is_kept_and_said(
    project: Path, own: str
) -> None:
    directories = own != "trees/refund.html"
    write_config(project.parent, use_directory_urls=directories)
    path = project.parent / "docs" / own
    path.parent.mkdir(parents=True)
    path.write_text("# My own words\n")
    with warnings() as found:
        site = build(project)
    page = read(site, "trees/refund/index.html" if directories else own)
    assert "My own words" in page
    assert "dt-start" not in page
    assert any(own in one and "written by hand is kept" in one for one in found)
    with pytest.raises(Abort):
        build(project, strict=True)


def test_page_written_by_hand__but_excluded__leaves_its_place(project: Path) -> None:
    write_config(project.parent, exclude_docs="trees/refund.md")
    (project.parent / "docs" / "trees").mkdir()
    (project.parent / "docs" / "trees" / "refund.md").write_text("# A note\n")
    assert "dt-start" in read(build(project, strict=True), "trees/refund/index.html")


def test_tree_called_index__is_refused(tmp_path: Path) -> None:
    config = write_project(tmp_path, index=RISK)
    with warnings() as found, pytest.raises(Abort):
        build(config)
    assert any("index.yaml" in one for one in found)


@pytest.mark.parametrize("text", [RISK, RISK.replace("yes: calm", "yes: nowhere")])
def test_tree_called_index__while_serving__leaves_the_list_of_trees(
    tmp_path: Path, text: str
) -> None:
    with warnings() as found:
        site = build(write_project(tmp_path, index=text), command="serve")
    page = _body(read(site, "trees/index.html"))
    assert by_class(page, "dt-cards")
    assert not by_class(page, "dt-start")
    assert any("index.yaml" in one for one in found)


def test_serving__many_findings_of_one_file__are_rendered_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[int] = []

    def counted(findings: Iterable[Finding], texts: Mapping[str, str]) -> str:
        found = list(findings)
        calls.append(len(found))
        return render(found, texts)

    monkeypatch.setattr(plugin.reporting, "render", counted)
    unknown = " ".join(f"{{nobody{at}}}" for at in range(30))
    many = REFUND.replace("Nothing was taken.", f"Nothing. {unknown}")
    build(write_project(tmp_path, refund=many), command="serve")
    assert max(calls) >= 30
    assert len(calls) <= 4


def test_without_directory_urls__links_lead_to_files(project: Path) -> None:
    write_config(project.parent, use_directory_urls=False)
    site = build(project)
    assert 'href="risk.html"' in read(site, "trees/refund.html")
    assert 'href="trees/refund.html"' in read(site, "index.html")


def test_missing_folder__is_said_plainly(tmp_path: Path) -> None:
    config = write_project(tmp_path)
    write_config(tmp_path, plugins=[{"decision-trees": {"folder": "nowhere"}}])
    with warnings() as found, pytest.raises(Abort):
        build(config)
    assert any("no folder 'nowhere'" in one for one in found)


def test_error__fails_the_build_with_the_line_shown(tmp_path: Path) -> None:
    config = write_project(tmp_path, refund=WRONG)
    with warnings() as found, pytest.raises(Abort):
        build(config)
    text = "\n".join(found)
    assert re.search(r"decision_trees/refund.yaml:9:\d+: error\[", text)
    assert "    no: nowhere" in text
    assert "^^^^^^^" in text


def test_warning__fails_a_strict_build_only(tmp_path: Path) -> None:
    untold = REFUND[: REFUND.index("scenarios:")]
    config = write_project(tmp_path, refund=untold)
    with warnings() as found:
        build(config)
    assert any("warning[" in one for one in found)
    with pytest.raises(Abort):
        build(config, strict=True)


def test_bundle_not_built__is_a_warning(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plugin.assets, "browser", assets.Browser)
    with warnings() as found:
        build(project)
    assert any("python -m trees.browser.runtime" in one for one in found)


def test_serving__a_tree_broken_from_the_start__has_its_findings_on_its_page(
    tmp_path: Path,
) -> None:
    with warnings() as found:
        site = build(write_project(tmp_path, refund=WRONG), command="serve")
    page = read(site, "trees/refund/index.html")
    assert "no: nowhere" in by_class(_body(page), "dt-findings")[0].text
    assert any("no: nowhere" in one for one in found)
    assert "dt-start" in read(site, "trees/risk/index.html")


def test_serving__a_tree_broken_later__keeps_its_last_good_version(project: Path) -> None:
    folder = project.parent
    site = folder / "site"
    config = load_config(str(project), site_dir=str(site))
    config.plugins.on_startup(command="serve", dirty=False)
    mkdocs_build(config)
    write_project(folder, refund=WRONG)
    mkdocs_build(config)
    page = _body(read(site, "trees/refund/index.html"))
    assert by_class(page, "dt-findings")
    assert by_class(page, "dt-start")
    write_project(folder)
    mkdocs_build(config)
    assert not by_class(_body(read(site, "trees/refund/index.html")), "dt-findings")


def test_two_builds__are_byte_identical(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    first = _contents(build(project))
    second = _contents(build(project))
    assert first == second


def test_site__asks_no_other_origin_for_anything(project: Path) -> None:
    site = build(project)
    pages = list(site.rglob("*.html"))
    assert len(pages) >= 4
    assert [page for page in pages if FOREIGN.search(page.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize(
    "title", ["</title><script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "&lt;b&gt; x"]
)
def test_hostile_title_and_summary__add_no_element_to_the_whole_page(
    tmp_path: Path, title: str
) -> None:
    calm = build(write_project(tmp_path / "calm"))
    poisoned = REFUND.replace("Where is my refund?", json.dumps(title)).replace(
        "Finds out whether your money is on its way.", json.dumps(title)
    )
    site = build(write_project(tmp_path / "poisoned", refund=poisoned))
    for path in ("trees/refund/index.html", "trees/index.html", "index.html"):
        assert _tags(read(site, path)) == _tags(read(calm, path))


def _tags(html: str) -> list[str]:
    return re.findall(r"<[a-z][a-z0-9-]*", html)


def _body(html: str) -> str:
    """Return the content of a page, without the theme around it."""
    start, end = html.index("<article"), html.index("</article>")
    article = re.sub(r"<svg.*?</svg>|<!--.*?-->", "", html[start:end], flags=re.DOTALL)
    return f"{article}</article>"


def _contents(site: Path) -> dict[str, bytes]:
    dated = {"sitemap.xml", "sitemap.xml.gz"}
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file() and path.name not in dated
    }
