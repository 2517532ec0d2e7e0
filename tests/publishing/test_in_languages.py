"""A site in several languages: one build, and each page in its own."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort
from tests.authoring.translation.pseudo import pseudo, translated
from tests.publishing.building import (
    REFUND,
    RISK,
    SOURCES,
    build,
    warnings,
    without_runtime,
    write_config,
    write_project,
)
from tests.publishing.markup import by_class

from trees.publishing import plugin

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module", autouse=True)
def light() -> Iterator[None]:
    """Leave out the megabytes of the engine's runtime."""
    with pytest.MonkeyPatch.context() as patch:
        without = without_runtime()
        patch.setattr(plugin.assets, "browser", lambda: without)
        yield


#: A language that the theme and the package know, said in a way that nobody does.
OPTIONS = {
    "downloads": "none",
    "previews": True,
    "maps": True,
    "languages": {
        "es": {
            "name": "Español",
            "site_name": "Prueba",
            "texts": {"Guides": "Guías", "Home": "Inicio"},
        }
    },
}
WORDS = {"es/_words.yaml": "back: {en: Back, es: Volver}\n"}
TEXTS = {"refund.yaml": REFUND, "risk.yaml": RISK, "sources.yaml": SOURCES}


def write(folder: Path, overlays: dict[str, str]) -> Path:
    config = write_project(folder)
    for path, text in overlays.items():
        file = folder / "decision_trees" / path
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, "utf-8")
    (folder / "docs" / "es").mkdir()
    (folder / "docs" / "es" / "index.md").write_text("# Hola\n\n<!-- decision-trees -->\n", "utf-8")
    write_config(
        folder,
        plugins=["search", {"decision-trees": OPTIONS}],
        site_url="https://example.org/site/",
        theme={"name": "material", "font": False, "features": ["navigation.instant"]},
        nav=[{"Home": "index.md"}, {"Guides": "trees/index.md"}],
    )
    return config


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("languages")
    return build(write(folder, {**translated(TEXTS, "es"), **WORDS}), strict=True)


def read(site: Path, path: str) -> str:
    return (site / path).read_text(encoding="utf-8")


def locations(site: Path, path: str) -> dict[str, str]:
    index = json.loads(read(site, path))
    return {entry["location"]: entry["title"] for entry in index["docs"]}


def test_a_tree__in_another_language__has_its_texts_and_its_neighbours(site: Path) -> None:
    page = read(site, "es/trees/refund/index.html")
    assert page.count('<html lang="es"') == 1
    assert pseudo("Has the money left your account?") in page
    start = page.index("<decision-tree")
    (element,) = by_class(page[start : page.index("</decision-tree>")] + "</decision-tree>", "dt")
    config = json.loads(element.attributes["data-config"])
    assert config["trees"]["risk"]["page"] == "../risk/"
    data = site / "es" / "trees" / "refund" / config["trees"]["refund"]["data"]
    assert json.loads(data.read_text("utf-8"))["title"] == pseudo("Where is my refund?")


def test_every_page__names_itself_in_all_languages(site: Path) -> None:
    for path, one in (("trees/refund/", "refund"), ("es/trees/refund/", "refund")):
        links = re.findall(
            r'<link rel=" alternate" hreflang="(.*?)" href="(.*?)">',
            read(site, f"{path}index.html"),
        )
        assert dict(links) == {
            "en": f"https://example.org/site/trees/{one}/",
            "es": f"https://example.org/site/es/trees/{one}/",
        }
    assert read(site, "es/trees/refund/index.html").count("hreflang=") == 2 + 2 + 1


@pytest.mark.parametrize("page", ["trees/", "trees/refund/", "trees/refund/map/", "trees/sources/"])
def test_a_page_of_ours__offers_itself_in_the_other_language(site: Path, page: str) -> None:
    up = "../" * page.count("/")
    links = r'<p class="dt-languages">\s*(.*?)\s*</p>'
    english, spanish = (
        re.findall(links, read(site, f"{path}{page}index.html")) for path in ("", "es/")
    )
    assert english == [f'<a href="{up}es/{page}" hreflang="es" lang="es">Español</a>']
    assert spanish == [f'<a href="{up}../{page}" hreflang="en" lang="en">English</a>']


def test_the_frame_of_a_page__is_in_its_language(site: Path) -> None:
    page = read(site, "es/index.html")
    assert "<title>Prueba</title>" in page or "- Prueba</title>" in page
    assert "Saltar a contenido" in page
    assert "Guías" in page
    assert 'href="trees/refund/"' in page
    assert "Guides" not in page


def test_each_language__is_searched_by_itself(site: Path) -> None:
    english = locations(site, "search/search_index.json")
    spanish = locations(site, "es/search/search_index.json")
    assert "trees/refund/#held" in english
    assert not [one for one in english if one.startswith("es/")]
    assert spanish["trees/refund/#held"] == pseudo("Your bank put the money on hold")
    assert json.loads(read(site, "es/search/search_index.json"))["config"]["lang"] == ["es"]
    config = re.search(
        r'id="__config" type="application/json">(.*?)<', read(site, "es/trees/refund/index.html")
    )
    assert config
    assert json.loads(config[1])["base"] == "../.."


def test_the_list_of_pages__of_a_language_holds_its_own(site: Path) -> None:
    root, spanish = (
        re.findall(r"<loc>https://example.org/site/(.*?)</loc>", read(site, path))
        for path in ("sitemap.xml", "es/sitemap.xml")
    )
    assert {"trees/refund/", "es/trees/refund/", "es/"} <= {*root}
    assert spanish
    assert all(one.startswith("es/") for one in spanish)


def test_a_language_without_words_for_pages__is_told(tmp_path: Path) -> None:
    config = write(tmp_path, translated(TEXTS, "es"))
    config.write_text(re.sub(r"\bes:", "qps:", config.read_text("utf-8")), "utf-8")
    with warnings() as said:
        build(config)
    assert "There are no translations into 'qps'" in "\n".join(said)
    assert "The pages have no words in 'qps'" in "\n".join(said)


def test_a_translation_that_is_not_complete__stops_a_strict_build_and_is_shown_in_english(
    tmp_path: Path,
) -> None:
    overlays = translated(TEXTS, "es")
    held = overlays["es/refund.yaml"]
    overlays["es/refund.yaml"] = held.replace(f"es: {pseudo('Nothing was taken. [@times]')}", "es:")
    config = write(tmp_path, {**overlays, **WORDS})
    with warnings() as said:
        page = read(build(config), "es/trees/refund/index.html")
    assert "missing-translation" in "\n".join(said)
    sections = dict(re.findall(r'<section class="dt-node.*?data-node="(\w+)"(.*?)>', page))
    assert sections["held"] == ' lang="en"'
    assert "lang=" not in sections["taken"]
    assert ">Your bank put the money on hold</h2>" in page
    with pytest.raises(Abort):
        build(config, strict=True)


def test_what_other_places_show_of_a_page__is_in_its_language_and_begins_there(site: Path) -> None:
    html = (site / "es" / "trees" / "refund" / "index.html").read_text("utf-8")
    for said in ('"og:locale" content="es_ES"', '"og:site_name" content="Prueba"'):
        assert said in html
    (data,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)
    page, trail, whole = json.loads(data)["@graph"]
    assert page["inLanguage"] == whole["inLanguage"] == "es"
    steps = [step["item"] for step in trail["itemListElement"]]
    root = "https://example.org/site/"
    assert steps == [f"{root}es/", f"{root}es/trees/", f"{root}es/trees/refund/"]
    (picture,) = re.findall(r'"og:image" content="([^"]*)"', html)
    assert (site / picture.removeprefix(root)).is_file()
