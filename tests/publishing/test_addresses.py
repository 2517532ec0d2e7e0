"""Addresses are relative, and lead where they say from any page."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trees.publishing.addresses import Addresses, OneDocument, folder_within

SEGMENT = st.from_regex(r"[a-z][a-z0-9-]{0,6}", fullmatch=True)
PAGE = st.lists(SEGMENT, max_size=4).map(lambda parts: "".join(f"{part}/" for part in parts))
FILE = st.tuples(PAGE, SEGMENT).map(lambda pair: f"{pair[0]}{pair[1]}.html")


@given(PAGE | FILE, PAGE | FILE)
def test_between__as_a_browser_resolves_it__is_the_target(page: str, target: str) -> None:
    site = "https://example.org/below/here/"
    address = Addresses().between(page, target)
    assert not address.startswith("/")
    assert urljoin(site + page, address) == site + target


def test_page__with_and_without_directories() -> None:
    assert Addresses().page("refund") == "trees/refund/"
    assert Addresses().page("index") == "trees/"
    assert Addresses("guides", directories=False).page("refund") == "guides/refund.html"
    assert Addresses("guides", directories=False).page("index") == "guides/index.html"


@pytest.mark.parametrize("directories", [True, False])
def test_without_a_folder__pages_lie_at_the_root_and_link_to_each_other(directories: bool) -> None:
    at_root = Addresses("", directories=directories)
    pages = [at_root.page("refund"), at_root.page("index")]
    assert pages == (["refund/", ""] if directories else ["refund.html", "index.html"])
    assert [at_root.source(name) for name in ("refund", "index")] == ["refund.md", "index.md"]
    for page in pages:
        for target in pages:
            found = urljoin(f"https://e.org/{page}", at_root.between(page, target))
            assert found == f"https://e.org/{target}"


@pytest.mark.parametrize(
    "path",
    [
        *("/", "//", "/trees", "../trees", "a/../b", "a//b", ".", "..", "a/.", "...", " "),
        *("a\\b", "C:/x", "a?b", "a#b", "a%2e", "a\nb", "https://e.org"),
    ],
)
def test_folder__that_leads_out_of_the_site__is_none(path: str) -> None:
    assert folder_within(path) is None


@pytest.mark.parametrize("path", ["trees", "trees/", "how/to", "", ".well-known/x", "guías"])
def test_folder__within_the_site__has_no_slash_at_its_end(path: str) -> None:
    assert folder_within(path) == path.removesuffix("/")


@given(st.text(alphabet="ab./\\:\n ", max_size=8))
def test_folder__whatever_it_is__its_pages_stay_below_the_root(path: str) -> None:
    prefix = folder_within(path)
    if prefix is None:
        return
    for address in (Addresses(prefix).page("x"), Addresses(prefix).source("x")):
        assert not address.startswith("/")
        assert not {"", ".", ".."} & set(address.removesuffix("/").split("/"))


@given(SEGMENT, SEGMENT)
def test_one_document__a_link_leads_to_an_id_of_its_own_tree(tree: str, node: str) -> None:
    place = OneDocument().place(tree)
    assert place.link(node) == f"#{place.anchor(node)}"
    assert OneDocument().page(tree) == place.link()
    assert place.anchor(node).startswith(place.anchor(""))
    assert OneDocument().between(OneDocument().page(tree), "#x") == "#x"


@given(SEGMENT, SEGMENT)
def test_one_document__no_two_trees_have_ids_that_begin_alike(one: str, other: str) -> None:
    begins, others = (OneDocument().place(name).anchor("") for name in (one, other))
    assert one == other or not others.startswith(begins)


def test_one_document__the_list_comes_first_and_needs_no_name() -> None:
    assert OneDocument().page("index") == "#"
    assert OneDocument().place("index").anchor("") == ""
