"""The page of a map: in a site, without the extra, and how a tree's page leads there."""

from __future__ import annotations

import posixpath
import re
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from tests.publishing import example
from tests.publishing.building import build, warnings, without_runtime, write_config, write_project
from tests.publishing.hostile import HOSTILE
from tests.publishing.markup import Element, by_class, elements

from trees.publishing.addresses import Addresses
from trees.publishing.graph import Edge, Graph, Node
from trees.publishing.maps.page import MapLinks, map_page
from trees.publishing.plugin import assets as plugin_assets
from trees.publishing.site import Site
from trees.publishing.words import ENGLISH

WITH_MAPS = {"plugins": ["search", {"decision-trees": {"maps": True, "downloads": "none"}}]}


def address(link: Element) -> str:
    return link.attributes.get("href") or link.attributes["xlink:href"]


def site() -> Site:
    project = example.project()
    return Site(project.documents, project.sources, Addresses(), plugin_assets.Browser(), maps=True)


def test_picture_and_list__lead_to_every_node_of_the_guide() -> None:
    guide, shown = site().tree("refund"), site().map("refund")
    links = [address(one) for one in elements(str(shown.html)) if one.tag == "a"]
    places = {href.removeprefix("../#") for href in links if href.startswith("../#")}
    names = {anchor for anchor, _ in guide.headings}
    assert places == names
    # Twice: once in the picture, once in the list.
    assert all(links.count(f"../#{name}") >= 2 for name in names)
    assert links.count("../../risk/") == 2
    within = {href.removeprefix("#") for href in links if href.startswith("#")}
    assert within <= shown.anchors
    assert shown.anchors <= {one.attributes.get("id") for one in elements(str(shown.html))}


def test_map__holds_no_style_or_script_of_its_own() -> None:
    found = elements(str(site().map("refund").html))
    assert not [one for one in found if one.tag in ("style", "script") or "style" in one.attributes]


def test_ids__stand_once() -> None:
    found = elements(str(site().map("refund").html))
    ids = [one.attributes["id"] for one in found if "id" in one.attributes]
    assert len(ids) == len(set(ids))


def test_a_tree__leads_to_its_map__only_where_there_are_maps() -> None:
    with_maps, without = site(), replace(site(), maps=False)
    (link,) = by_class(str(with_maps.tree("refund").html), "dt-see-map")
    assert link.text.strip() == "See the whole guide as a map"
    assert 'href="map/"' in str(with_maps.tree("refund").html)
    assert "dt-see-map" not in str(without.tree("refund").html)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts__stand_in_the_list_as_they_were_written(text: str) -> None:
    nodes = Node("q", "question", text), Node("o", "outcome", text, "wait")
    drawn = Graph("any", text, nodes, (Edge("q", "o", (text,)),))
    html = str(map_page(drawn, MapLinks("../", {}), ENGLISH).html)
    (shown,) = by_class(html, "dt-map-list")
    assert "".join(shown.text.split()).count("".join(text.split())) == 3
    assert {one.tag for one in elements(html)} & {"script", "img", "iframe", "style", "b"} == set()
    links = [address(one) for one in elements(html) if one.tag == "a"]
    assert {*links} <= {"../", "../#q", "../#o", "#list", "#list.q"}
    named = {name for one in elements(html) for name in one.attributes}
    assert not [name for name in named if name.startswith("on") or name == "style"]


def test_what_is_left_in_english__says_so_in_picture_and_list() -> None:
    foreign = replace(example.refund(), foreign=frozenset({"questions.taken"}))
    html = str(
        replace(site(), documents={**site().documents, "refund": foreign}).map("refund").html
    )
    said = [one.text for one in elements(html) if one.attributes.get("lang") == "en"]
    titles = [text for text in said if " ".join(text.split()).startswith("Has the money left")]
    assert len(titles) == 2
    assert "No" in said


def test_map__without_the_extra__is_the_list_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pygraphviz", None)
    html = str(site().map("refund").html)
    assert "<svg" not in html
    (shown,) = by_class(html, "dt-map-list")
    assert "Has the money left your account?" in shown.text
    assert 'href="#list"' not in html


@pytest.mark.slow
@pytest.mark.parametrize("directories", [True, False])
def test_a_whole_site__has_a_map_for_each_tree__whose_links_lead_somewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, directories: bool
) -> None:
    light = without_runtime()
    monkeypatch.setattr(plugin_assets, "browser", lambda: light)
    write_project(tmp_path)
    config = write_config(tmp_path, use_directory_urls=directories, **WITH_MAPS)
    with warnings() as warned:
        built = build(config, strict=True)
    assert warned == []
    folder = "trees/refund/map" if directories else "trees/refund"
    page = "index.html" if directories else "map.html"
    html = (built / folder / page).read_text("utf-8")
    links = re.findall(r'<a class="dt-map-link" role="link" xlink:href="([^"]*)"', html)
    assert len(links) == 3
    for path, _, place in (link.partition("#") for link in links):
        target = posixpath.normpath(posixpath.join(folder, path))
        file = built / target / "index.html" if directories else built / target
        assert not place or f'id="{place}"' in file.read_text("utf-8")
