"""Our own site, as it is published: no warning, nothing from elsewhere, no dead link."""

from __future__ import annotations

import json
import re
import subprocess
from html import unescape
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from tests.publishing.building import FOREIGN
from tests.publishing.markup import elements

from trees.publishing.languages import words_in

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
ADDRESS = "https://decision-trees.github.io/decision-trees/"
LINK = re.compile(r"""<a\s[^>]*href=["']([^"'#]+)""")
#: The folders of other languages, and what the pages in them say of themselves.
LOCALES = {"es": "es_ES", "pt-BR": "pt_BR"}
SAVES = re.compile(r'<a href="([^"]*)" download>')
STYLE_URL = re.compile(r"url\(\s*[\"']?(?:https?:)?//|@import\s+[\"'](?:https?:)?//")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(folder), strict=True)
    config.plugins.on_startup(command="build", dirty=False)
    mkdocs_build(config)
    return folder


def test_pages_and_styles__ask_no_other_origin(site: Path) -> None:
    pages = [path for path in site.rglob("*.html") if FOREIGN.search(path.read_text("utf-8"))]
    styles = [path for path in site.rglob("*.css") if STYLE_URL.search(path.read_text("utf-8"))]
    assert (pages, styles) == ([], [])


#: Where a script's start tag says one of these, the page goes on being read.
LETS_GO_ON = re.compile(r""" defer\b|type=.(module|application/(ld\+)?json)\b""")


def test_no_script_holds_up_a_page__but_those_that_say_what_is_painted_first(site: Path) -> None:
    holding = {
        re.sub(r' data-palette="[^"]*"', "", tag).rpartition("/")[2]
        for page in [*_pages(site), site / "404.html"]
        for tag in re.findall(r"<script\b[^>]*>", page.read_text("utf-8"))
        if not LETS_GO_ON.search(tag)
    }
    assert holding == {'colours.js">', 'opening.js">'}


def test_every_page__has_one_link_that_saves_all_guides_in_its_language(site: Path) -> None:
    for page in [*_pages(site), site / "404.html"]:
        saves = SAVES.findall(page.read_text("utf-8"))
        folder = next((code for code in LOCALES if code in page.relative_to(site).parts), "")
        at = [urljoin(f"{ADDRESS}{page.relative_to(site).as_posix()}", href) for href in saves]
        assert at == [f"{ADDRESS}{folder and folder + '/'}downloads/all-guides.html"], page


def test_repository_link__does_not_ask_the_code_host_for_figures(site: Path) -> None:
    assert 'data-md-component="source"' not in (site / "index.html").read_text("utf-8")


#: What the theme says in English, whatever the language of the page.
LEFT_OVER = re.compile(r"Permanent link|Made with|alt=.logo")


def test_pages_in_other_languages__say_nothing_in_the_themes_english(site: Path) -> None:
    pages = [page for code in LOCALES for page in (site / code).rglob("index.html")]
    assert pages
    assert [page for page in pages if LEFT_OVER.search(page.read_text("utf-8"))] == []


@pytest.mark.parametrize(("code", "name"), [("es", "Cancelado en"), ("pt-BR", "Cancelado no")])
def test_a_file_saved_in_another_language__has_the_sites_name_in_it(
    site: Path, code: str, name: str
) -> None:
    saved = (site / code / "downloads" / "all-guides.html").read_text("utf-8")
    assert f">{name} AliExpress<" in saved
    assert "An unofficial guide" not in saved


def test_links_within_the_site__lead_to_files(site: Path) -> None:
    broken = {
        (page.relative_to(site).as_posix(), link)
        for page in site.rglob("index.html")
        for link in LINK.findall(page.read_text("utf-8"))
        if not urlsplit(link).scheme and not _exists(site, page, link)
    }
    assert broken == set()


def test_every_page__says_what_it_is__in_words_of_its_own(site: Path) -> None:
    heads = {page: _head(page) for page in _pages(site)}
    for page, said in heads.items():
        assert said["h1"] == "1", page
        assert 50 <= len(said["description"]) <= 160, (page, said["description"])
        address = f"{ADDRESS}{page.parent.relative_to(site).as_posix()}/".replace("/./", "/")
        assert said["canonical"] == said["og:url"] == address, page
        assert said["description"] == said["og:description"], page
        assert (said["og:type"], said["og:locale"]) == ("website", _locale(site, page))
        assert (site / said["og:image"].removeprefix(ADDRESS)).is_file(), page
        assert said["twitter:card"] == "summary_large_image"
    for part in ("title", "description", "og:title"):
        words = [said[part] for said in heads.values()]
        assert sorted(words) == sorted(set(words)), part


def test_the_list_for_search_engines__has_each_page_once_and_is_named_to_them(site: Path) -> None:
    listed = re.findall("<loc>(.*?)</loc>", (site / "sitemap.xml").read_text("utf-8"))
    assert sorted(listed) == sorted(_head(page)["canonical"] for page in _pages(site))
    assert f"Sitemap: {ADDRESS}sitemap.xml" in (site / "robots.txt").read_text("utf-8")


def _locale(site: Path, page: Path) -> str:
    return LOCALES.get(page.relative_to(site).parts[0], "en_GB")


def _pages(site: Path) -> list[Path]:
    return sorted(site.rglob("index.html"))


def _head(page: Path) -> dict[str, str]:
    """Return what a page says of itself: its metas by name, its title, how many h1 it has."""
    html = page.read_text("utf-8")
    metas = re.findall(r'<meta (?:name|property)="([^"]+)" content="([^"]*)"', html)
    (title,) = re.findall(r"<title>(.*?)</title>", html)
    (canonical,) = re.findall(r'<link rel="canonical" href="([^"]*)"', html)
    count = str(len(re.findall(r"<h1[\s>]", html)))
    said = {**dict(metas), "title": title, "canonical": canonical, "h1": count}
    return {name: unescape(text) for name, text in said.items()}


def _exists(site: Path, page: Path, link: str) -> bool:
    here = f"https://site.example/{page.relative_to(site).as_posix()}"
    path = urlsplit(urljoin(here, link)).path.lstrip("/")
    return (site / path).is_file() or (site / path / "index.html").is_file()


def test_every_outcome__is_reached_by_links_alone(site: Path) -> None:
    pages = [
        path.parent
        for path in site.glob("trees/*/index.html")
        if "<decision-tree" in path.read_text("utf-8")
    ]
    assert pages
    for page in pages:
        ways = _ways(page)
        (start,) = [name for name, (kind, _) in ways.items() if "dt-start" in kind]
        reached, ahead = {start}, [start]
        while ahead:
            fresh = {to[1:] for to in ways[ahead.pop()][1] if to.startswith("#")} - reached
            reached |= fresh
            ahead.extend(fresh)
        assert reached == ways.keys(), page.name


#: What buyers type, and where they should be led.
ASKED = {
    "money not back": "refund/",
    "paid twice": "refund/#twice",
    "refund completed but no money": "refund/#completed_absent",
    "paypal dispute": "refund/#overdue_paypal",
    "shipment cancelled": "tracking-message/#order_state",
    "returned to sender": "tracking-message/#return_cause",
    "seller wants me to pay by whatsapp": "get-it-shipped/#refuse_outside",
    "seller does not answer": "get-it-shipped/#seller_silent",
    "seller does not send": "get-it-shipped/",
    "seller wants my passport": "get-it-shipped/#identity_to_seller",
    "out of stock": "cancelled-by-seller/#out_of_stock",
    "item not allowed in my country": "cancelled-by-seller/#import_kind",
    "card could not be verified": "cancelled-by-aliexpress/#payment_unverified",
    "closed for security reasons": "cancelled-by-aliexpress/#appeal",
    "seller asked me to cancel": "order-cancelled/#seller_asked",
    "boleto expired": "order-cancelled/#boleto_ran_out",
    "coupon not back": "one-item-of-several/#coupon",
    "account blocked": "account-risk/#open_things",
    "will I be banned": "account-risk/",
    "order again": "reorder/",
}


def test_search__asked_in_a_buyers_words__finds_the_right_node(site: Path) -> None:
    (worker,) = site.glob("assets/javascripts/workers/search.*.min.js")
    index = site / "search" / "search_index.json"
    command = ["node", str(Path(__file__).with_name("search.mjs")), str(worker), str(index)]
    asked = json.dumps([*ASKED])
    found = json.loads(subprocess.check_output(command, input=asked, text=True))
    # The theme shows the page first and the best of its headings right below.
    assert {query: to for query, to in ASKED.items() if f"trees/{to}" not in found[query][:2]} == {}


#: The same wishes with slips, in the words of somebody who learns English.
SLIPS = {
    "money no come back": "refund/",
    "payed two times": "refund/#twice",
    "refund finish but bank nothing": "refund/#completed_absent",
    "parcel canceled": "tracking-message/#order_state",
    "returnd to sendr": "tracking-message/#return_cause",
    "seler wants me pay by whatsap": "get-it-shipped/#refuse_outside",
    "seller no answer": "get-it-shipped/#seller_silent",
    "seler not send my item": "get-it-shipped/",
    "shop say no stock": "cancelled-by-seller/#out_of_stock",
    "card verification fail": "cancelled-by-aliexpress/#payment_unverified",
    "cupon not back": "one-item-of-several/#coupon",
    "they close my acount": "account-risk/#open_things",
    "I dont know who cancel": "order-cancelled/#who",
}


def test_the_finder__asked_in_a_buyers_words_and_with_slips__finds_the_right_node_first(
    site: Path,
) -> None:
    wanted = ASKED | SLIPS
    assert _found_first(site, "en", [*wanted]) == {
        query: f"trees/{to}" for query, to in wanted.items()
    }


#: What buyers type in Brazil, often without accents.
ASKED_IN_BRAZIL = {
    "cade meu dinheiro": "refund/",
    "estorno nao caiu": "refund/",
    "paguei duas vezes": "refund/#twice",
    "boleto vencido": "order-cancelled/#boleto_ran_out",
    "vendedor pediu para eu cancelar": "order-cancelled/#seller_asked",
    "shipment cancelled": "tracking-message/#order_state",
    "devolvido ao remetente": "tracking-message/#return_cause",
    "vendedor quer pagamento por whatsapp": "get-it-shipped/#refuse_outside",
    "vendedor nao responde": "get-it-shipped/#seller_silent",
    "sem estoque": "cancelled-by-seller/#out_of_stock",
    "cupom nao voltou": "one-item-of-several/#coupon",
    "conta bloqueada": "account-risk/#open_things",
    "comprar de novo": "reorder/",
}


def test_the_finder__asked_in_portuguese__finds_the_right_node_first(site: Path) -> None:
    assert _found_first(site, "pt-BR", [*ASKED_IN_BRAZIL]) == {
        query: f"pt-BR/trees/{to}" for query, to in ASKED_IN_BRAZIL.items()
    }


def _found_first(site: Path, language: str, asked: list[str]) -> dict[str, str]:
    """Return the first place that the finder of a language's home page shows for each query."""
    home = site if language == "en" else site / language
    (places,) = re.findall('data-places="(.*?)"', (home / "index.html").read_text("utf-8"))
    small = words_in(language)["finder-small-words"]
    command = ["node", str(Path(__file__).with_name("finder.mjs")), str(home / places)]
    text = json.dumps({"small": small, "asked": asked})
    found = json.loads(subprocess.check_output(command, input=text, text=True))
    return {query: (ways or [""])[0] for query, ways in found.items()}


def _ways(page: Path) -> dict[str, tuple[list[str], set[str]]]:
    """Return for each node of a tree's page its classes and where its options lead."""
    html = (page / "index.html").read_text("utf-8")
    start, end = html.index("<decision-tree"), html.index("</decision-tree>")
    found = elements(f"{html[start:end]}</decision-tree>")
    nodes = {one.attributes["data-node"]: one for one in found if "dt-node" in one.classes}
    links = [one for one in found if "dt-option" in one.classes]
    return {
        name: (node.classes, {one.attributes["href"] for one in links if node in one.ancestors})
        for name, node in nodes.items()
    }
