"""The page of all sources says of each what rests on it, how sure it is, and who disagrees."""

from __future__ import annotations

from dataclasses import replace

from tests.publishing.example import SOURCES, refund, risk
from tests.publishing.markup import Element, elements

from trees.authoring.document import Source
from trees.publishing.addresses import Addresses, OneDocument
from trees.publishing.assets import Browser
from trees.publishing.site import Site

TREES = {"refund": refund(), "risk": risk()}


def site(disagrees: tuple[tuple[str, str], ...] = (), **changes: Source) -> Site:
    times = replace(SOURCES["times"], disagrees=disagrees)
    sources = {**SOURCES, "times": times, **changes}
    return Site(TREES, sources, Addresses(), Browser(), tells_sources=True)


def page(made: Site) -> list[Element]:
    return elements(made.knows().html)


def within(found: list[Element], name: str) -> list[Element]:
    """Return what stands within the elements of a class."""
    return [one for one in found if any(name in above.classes for above in one.ancestors)]


def uses(found: list[Element]) -> set[tuple[str, str]]:
    """Return the sources of the page, each with the address of what rests on it."""
    return {
        (article.attributes["id"], one.attributes["href"])
        for one in within(found, "dt-uses")
        for article in one.ancestors
        if one.tag == "a" and "dt-source" in article.classes
    }


def cited(made: Site) -> set[tuple[str, str]]:
    """Return the same, as the pages of the trees list their sources."""
    names = {source.address: name for name, source in SOURCES.items()}
    return {
        (names[one.attributes["href"]], f"../{tree}/#{node.attributes['data-node']}")
        for tree in TREES
        for one in within(elements(made.tree(tree).html), "dt-sources")
        for node in one.ancestors
        if one.attributes.get("href") in names and "data-node" in node.attributes
    }


def test_what_rests_on_a_source__is_what_the_trees_list_it_for() -> None:
    made = site()
    assert uses(page(made)) == cited(made) != set()


def test_source__says_until_when_it_keeps_and_waits_with_the_word_ageing() -> None:
    (ageing, *_) = [one for one in page(site()) if one.tag == "dt-ageing"]
    assert ageing.attributes == {"until": "2027-11-22", "hidden": ""}
    (article,) = [one for one in page(site()) if one.attributes.get("id") == "times"]
    assert "to be read again by 22 November 2027" in article.text


def test_source__of_which_nothing_is_made__is_there_all_the_same() -> None:
    extra = replace(SOURCES["forum"], id="extra")
    (article,) = [one for one in page(site(extra=extra)) if one.attributes.get("id") == "extra"]
    assert "Nothing rests on it now" in article.text


def test_sources_that_disagree__both_are_named_with_where_both_sides_are_told() -> None:
    found = page(site(disagrees=(("forum", "How long it takes. One says 20 days."),)))
    (conflict,) = [one for one in found if "dt-conflict" in one.classes]
    links = [one for one in within(found, "dt-conflict") if one.tag == "a"]
    assert conflict.text.split("\n")[1:3] == ["How long it takes", "One says 20 days."]
    assert [one.attributes["href"] for one in links[:2]] == ["#times", "#forum"]
    both = {use for name, use in cited(site()) if name == "times"} & {
        use for name, use in cited(site()) if name == "forum"
    }
    assert {one.attributes["href"] for one in links[2:]} == both != set()


def test_trees__lead_to_the_page__where_there_is_one() -> None:
    def links(made: Site) -> set[str]:
        found = within(elements(made.tree("refund").html), "dt-knows-more")
        return {one.attributes["href"] for one in found if one.tag == "a"}

    assert links(site()) == {"../sources/"}
    assert links(replace(site(), addresses=OneDocument(), tells_sources=False)) == set()


def test_source__with_the_name_of_a_part_of_the_page__has_its_place_for_itself() -> None:
    named = {name: replace(SOURCES["forum"], id=name) for name in ("official", "disagree", "knows")}
    disagrees = (("times", "Their days differ."),)
    ids = [one.attributes.get("id") for one in page(site(disagrees, **named))]
    for name in named:
        assert ids.count(name) == 1, name
