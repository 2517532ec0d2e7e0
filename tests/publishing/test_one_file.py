"""One file holds what its trees lead to, works by links alone, and cannot be broken by a text."""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from dataclasses import replace
from datetime import date
from hashlib import sha256
from html import unescape

import pytest
from tests.publishing.example import project, refund, risk
from tests.publishing.hostile import HOSTILE
from tests.publishing.markup import by_class, by_tag, elements
from tests.publishing.test_page import filled_with

from trees.authoring.document import Document, Project
from trees.publishing.assets import Asset, Browser, Bundle, compiled
from trees.publishing.kit import Kit
from trees.publishing.one_file import About, OneFile, OneFiles

BUNDLE = Bundle("abi", "hash", "r/", "r/wasm", "r/library", "r/engine")
KIT = Kit(
    Browser(worker="worker.js", bundle=BUNDLE),
    style=".dt { color: red }",
    page="'the page'",
    worker="'the worker'",
    files=(Asset("r/wasm", b"\0asm"), Asset("r/engine", b"engine")),
)
ABOUT = About("Guides", date(2026, 11, 25), "Ours. &copy; <b>us</b>", "https://example.org/guides/")


def files(of: Project | None = None, about: About = ABOUT) -> OneFiles:
    made = of or project()
    return OneFiles(made.documents, made.sources, KIT, about)


def html(file: OneFile) -> str:
    return b"".join(file.parts).decode()


def with_another_tree() -> Project:
    """The example, in which nothing leads from `risk` to `refund`, and nothing to `lonely`."""
    lonely = replace(risk(), tree=replace(risk().tree, id="lonely", title="Lonely"))
    return project(refund=refund(), risk=risk(), lonely=lonely)


def pages(text: str) -> list[str]:
    return [one.attributes.get("id", "") for one in by_class(text, "dt-page")]


# What the parser of the tests takes for texts: the doctype aside, a file is one document.
def body(file: OneFile) -> str:
    return html(file).removeprefix("<!doctype html>\n")


def test_file_of_a_tree__opens_with_it_and_holds_what_it_leads_to() -> None:
    made = files(with_another_tree())
    assert pages(body(made.of_tree("refund"))) == ["refund/", "risk/"]
    assert pages(body(made.of_tree("risk"))) == ["risk/"]


def test_file_of_all__opens_with_the_list_and_holds_every_tree() -> None:
    text = body(files(with_another_tree()).of_all())
    assert pages(text) == ["", "lonely/", "refund/", "risk/"]
    cards = [one.attributes["href"] for one in by_tag(text, "a") if "dt-card" in _classes(one)]
    assert sorted(cards) == ["#lonely/", "#refund/", "#risk/"]


@pytest.mark.parametrize("whole", [True, False])
def test_every_link_within_the_file__leads_to_what_stands_there(whole: bool) -> None:
    made = files(with_another_tree())
    found = elements(body(made.of_all() if whole else made.of_tree("refund")))
    ids = [one.attributes["id"] for one in found if "id" in one.attributes]
    assert len(ids) == len(set(ids))
    links = {one.attributes["href"] for one in found if one.tag == "a"}
    within = {link[1:] for link in links if link.startswith("#")}
    assert within - {""} <= set(ids)
    assert {"risk/", "refund/taken.unsure", "refund/overdue"} <= within
    assert all(link.startswith(("#", "https://example.org/")) for link in links)


def test_list__is_led_to_from_trees__only_where_there_is_one() -> None:
    made = files()
    assert by_class(body(made.of_tree("refund")), "dt-all") == []
    assert len(by_class(body(made.of_all()), "dt-all")) == 2


def test_what_it_is_of__stands_in_it_in_words() -> None:
    text = body(files().of_tree("refund"))
    assert by_tag(text, "title")[0].text == "Where is my refund? – Guides"
    (end,) = by_class(text, "dt-file-end")
    assert "Ours. © us" in end.text
    assert "Saved on 25 November 2026, version " in end.text
    assert re.search(r"Newest version:\s+example\.org/guides\b", end.text)


def test_nothing_said_of_it__leaves_no_empty_places() -> None:
    text = body(files(about=About("", date(2026, 11, 25))).of_all())
    assert by_tag(text, "header") == []
    assert by_tag(text, "title")[0].text == "What brings you here?"
    assert [one for one in by_tag(text, "a") if not one.attributes["href"].startswith("#")] == [
        one for one in by_tag(text, "a") if "example.org" in one.attributes["href"]
    ]


def test_words_come_before_the_engine__and_the_engine_is_whole() -> None:
    text = html(files().of_tree("refund"))
    blocks = {
        one.attributes["data-file"]: b64decode(one.text)
        for one in by_tag(body(files().of_tree("refund")), "script")
        if "data-file" in one.attributes
    }
    trees = {asset.path: asset.content for asset in map(_compiled, (refund(), risk()))}
    assert blocks == trees | {asset.path: asset.content for asset in KIT.files}
    assert text.index("dt-outcome") < text.index("the page") < text.index("data-file")


def test_policy__allows_what_stands_in_the_file_and_nothing_else() -> None:
    text = html(files().of_tree("refund"))
    policy = unescape(re.search(r'Content-Security-Policy" content="([^"]*)"', text)[1])
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == "'none'"
    assert "connect-src" not in rules
    (style,) = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    (script,) = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    assert rules["style-src"] == _hash(style)
    assert rules["script-src"].split() == [_hash(script), _hash(KIT.worker), "'wasm-unsafe-eval'"]
    assert "style=" not in text
    assert "onclick" not in text


def test_two_files_of_one_day__are_byte_identical__and_the_day_changes_no_version() -> None:
    assert files().of_all() == files().of_all()
    later = files(about=replace(ABOUT, day=date(2026, 11, 26), name="Other")).of_all()
    assert version(later) == version(files().of_all())


def test_version__changes_with_a_text_and_with_the_engine() -> None:
    other = files(project(risk=replace(risk(), summary="Other.")))
    engine = replace(files(), kit=replace(KIT, files=(Asset("r/wasm", b"other"),)))
    made = (files(), other, engine)
    assert len({version(one.of_tree("risk")) for one in made}) == len(made)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts__break_out_of_nothing(text: str) -> None:
    about = About(text, date(2026, 11, 25), text, text)
    calm = elements(body(files(filled_with("calm"), ABOUT).of_tree("refund")))
    found = elements(body(files(filled_with(text), about).of_tree("refund")))
    for tag in ("script", "style", "meta", "link", "decision-tree", "section", "img", "svg"):
        assert _count(found, tag) == _count(calm, tag)
    assert not [one for one in found if any(name.startswith("on") for name in one.attributes)]
    links = {one.attributes["href"] for one in found if one.tag == "a"}
    assert all(link.startswith(("#", "https://")) for link in links)
    scripts = [one.text for one in found if one.tag == "script" and not one.attributes]
    assert scripts == [KIT.page]


def _compiled(document: Document) -> Asset:
    return compiled(document.tree)


def version(file: OneFile) -> str:
    return re.search(r"Saved on .*version ([0-9a-f]{12})", html(file))[1]


def _count(found: list, tag: str) -> int:
    return sum(one.tag == tag for one in found)


def _classes(one) -> list[str]:
    return [name for up in one.ancestors for name in up.classes]


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
