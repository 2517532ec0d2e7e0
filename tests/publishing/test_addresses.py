"""Addresses are relative, and lead where they say from any page."""

from __future__ import annotations

from urllib.parse import urljoin

from hypothesis import given
from hypothesis import strategies as st

from trees.publishing.addresses import Addresses

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
