"""The page of a tree holds every node, works by links alone, and cannot be broken by a text."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from tests.publishing.example import OUTCOMES, QUESTIONS, SOURCES, project, refund, risk
from tests.publishing.hostile import HOSTILE
from tests.publishing.markup import by_class, by_tag, elements

from trees.authoring.document import DateNote, Document, Message, OptionText, Project
from trees.engine.tree import Tree
from trees.publishing.addresses import Addresses
from trees.publishing.assets import Browser
from trees.publishing.page import Page, chrome
from trees.publishing.site import Site


def site(of: Project | None = None) -> Site:
    made = of or project()
    return Site(made.documents, made.sources, Addresses(), Browser())


def page(of: Project | None = None) -> Page:
    return site(of).tree("refund")


def nodes(html: str) -> list[str]:
    return [one.attributes["data-node"] for one in by_class(html, "dt-node")]


def test_page__holds_every_node_once__the_start_first() -> None:
    found = [node for node in nodes(page().html) if "." not in node]
    tree = refund().tree
    assert found == [*tree.questions, *tree.outcomes]
    assert [one.attributes["data-node"] for one in by_class(page().html, "dt-start")] == ["taken"]


def test_page__start_below_another_question__stands_first() -> None:
    document = refund()
    tree = replace(document.tree, start="amount")
    assert (
        nodes(page(project(refund=replace(document, tree=tree), risk=risk())).html)[0] == "amount"
    )


def test_page__every_link_within_it__leads_to_an_anchor_that_stands_there() -> None:
    made = page()
    ids = [one.attributes["id"] for one in elements(made.html) if "id" in one.attributes]
    assert len(ids) == len(set(ids))
    links = {one.attributes["href"] for one in by_tag(made.html, "a")}
    assert {link[1:] for link in links if link.startswith("#")} <= set(ids)
    assert made.anchors <= set(ids)


def test_page__every_heading_of_a_node__can_take_the_focus() -> None:
    headings = by_tag(page().html, "h2")
    assert {one.attributes["id"] for one in headings} == set(nodes(page().html))
    assert all(one.attributes["tabindex"] == "-1" for one in headings)


def test_option__way_decided__links_to_its_node__else_to_a_fork() -> None:
    options = [one for one in by_class(page().html, "dt-option") if "data-answer" in one.attributes]
    ways = {one.attributes["data-answer"]: one.attributes["href"] for one in options}
    assert ways == {"yes": "#started", "no": "#only_held", "unsure": "#taken.unsure"}


def test_fork__offers_its_branches_in_words() -> None:
    fork = [one for one in by_tag(page().html, "a") if _node(one) == "taken.unsure"]
    assert [(one.text, one.attributes["href"]) for one in fork] == [
        ("It started more than 20 days ago", "#overdue"),
        ("Otherwise", "#started"),
    ]


def test_question_to_fill_in__offers_its_branches_in_words() -> None:
    words = [one for one in by_tag(page().html, "a") if _node(one) == "started"]
    assert [one.attributes["href"] for one in words] == ["#overdue", "#problems"]


def test_question_with_one_way__offers_continue() -> None:
    words = [one for one in by_tag(page().html, "a") if _node(one) == "problems"]
    assert [(one.text, one.attributes["href"]) for one in words] == [("Continue", "#amount")]


def test_way_into_another_tree__leads_to_its_page_and_says_so() -> None:
    (way,) = [one for one in by_tag(page().html, "a") if _node(one) == "amount"][:1]
    assert way.attributes["href"] == "../risk/"
    assert "Is my account at risk?" in way.text


def test_forms__come_from_the_kind() -> None:
    boxes = by_tag(page().html, "input")
    assert [one.attributes["name"] for one in boxes] == [
        "day", "month", "year", "ticked", "ticked", "ticked", "number",
    ]  # fmt: skip
    assert [one.attributes.get("value") for one in boxes[3:6]] == ["late", "less", "none"]
    assert "EUR" in by_class(page().html, "dt-suffix")[0].text


def test_reported_source__is_doubted_at_the_claim() -> None:
    claims = by_class(page().html, "dt-reported")
    assert [_node(one) for one in claims] == ["taken", "only_held", "on_its_way"]
    assert all("reported, not confirmed" in one.text for one in claims)


def test_sources__are_numbered_by_node__with_certainty_and_dates() -> None:
    listed = [one.text for one in by_tag(page().html, "li") if "on_its_way.source." in _id(one)]
    assert listed == [
        (
            "When will I get my refund?, AliExpress Help Center, Card payments"
            " (official, published 2018, checked 22 November 2026, ageing, to be read again)"
        ),
        (
            "A thread, A forum"
            " (reported, not confirmed, checked 2 November 2026, ageing, to be read again)"
        ),
    ]


def test_message__keeps_its_lines_and_its_slots() -> None:
    (text,) = by_class(page().html, "dt-message-text")
    assert text.text == (
        "Hello, my order [order number] was cancelled.\n"
        "The refund started on [the day the refund started]."
    )


def test_message__its_caption_is_filled_like_its_text() -> None:
    messages = (Message("the seller of {due}", "", "x"), Message("y", "Once {started} <b>", "x"))
    outcomes = {**OUTCOMES, "overdue": replace(OUTCOMES["overdue"], messages=messages)}
    html = page(project(refund=replace(refund(), outcomes=outcomes), risk=risk())).html
    captions = by_tag(str(html), "figcaption")
    assert [one.text for one in captions] == [
        "Message to the seller of 20 business days after the day the refund started",
        "Once the day the refund started <b>",
    ]
    slots = [one for one in by_class(html, "dt-slot") if {"figcaption"} & _tags([*one.ancestors])]
    assert [one.attributes["data-slot"] for one in slots] == ["due", "started"]


def test_read__an_entry_with_a_placeholder__is_filled_and_stays_a_link() -> None:
    read = ("[Until {due} [@times]](https://example.org/a)",)
    outcomes = {**OUTCOMES, "overdue": replace(OUTCOMES["overdue"], read=read)}
    html = page(project(refund=replace(refund(), outcomes=outcomes), risk=risk())).html
    (link,) = [one for one in by_tag(html, "a") if "example.org/a" in one.attributes["href"]]
    assert link.text == "Until 20 business days after the day the refund started1"


def test_edit__its_address_stands_in_words_below_the_tree__or_nothing() -> None:
    (improve,) = by_class(site().tree("refund", "https://e.org/?a=1&b=2").html, "dt-improve")
    assert improve.text == "Improve this page"
    assert (
        'href="https://e.org/?a=1&amp;b=2"' in site().tree("refund", "https://e.org/?a=1&b=2").html
    )
    assert by_class(page().html, "dt-improve") == []


def test_search__has_a_flat_heading_for_every_node() -> None:
    made = page()
    headings = [(_id(one), one.text) for one in by_tag(made.search, "h2")]
    assert headings == list(made.headings)
    assert [name for name, _ in headings] == [name for name in nodes(made.html) if "." not in name]


@pytest.mark.parametrize("text", HOSTILE)
def test_any_field__hostile_text__adds_no_element_and_no_attribute(text: str) -> None:
    calm, poisoned = page(filled_with("calm")), page(filled_with(text))
    for name in ("html", "search"):
        before, after = elements(getattr(calm, name)), elements(getattr(poisoned, name))
        assert _tags(after) <= _tags(before) | MARKDOWN
        assert _attributes(after) <= _attributes(before) | MARKED
        assert all(_harmless(one.attributes.get("href", "#")) for one in after)
    config = by_tag(poisoned.html, "decision-tree")[0].attributes["data-config"]
    assert json.loads(config)["trees"]["refund"]["title"] == text
    assert not set("<>\"'") & set(chrome(poisoned.title) + chrome(poisoned.summary))


MARKED = {"href", "rel", "data-slot", "class", "datetime", "until", "hidden"}
MARKDOWN = {"strong", "em", "code", "br", "ol", "ul", "li", "blockquote", "a", "span"}
MARKDOWN |= {"sup", "aside", "time", "dt-ageing"}


def filled_with(text: str) -> Project:
    """Return the example with ``text`` in every field that its author may fill freely."""
    document = refund()
    questions = {
        name: replace(
            one,
            hint=text,
            name=text,
            options={option: OptionText(text, text) for option in one.options},
            branches=tuple(replace(branch, say=text) for branch in one.branches),
        )
        for name, one in QUESTIONS.items()
    }
    outcomes = {
        name: replace(
            one,
            title=text,
            reason=text,
            steps=(text,),
            messages=(Message(text, "", text), Message(text, text, text)),
            dates=(DateNote("due", text),),
            read=(text,),
        )
        for name, one in OUTCOMES.items()
    }
    filled = replace(
        document,
        tree=_tree_with(document, text),
        summary=text,
        questions=questions,
        outcomes=outcomes,
        words=dict.fromkeys(document.words, text),
    )
    sources = {
        name: replace(one, title=text, publisher=text, address=text, section=text, published=text)
        for name, one in SOURCES.items()
    }
    return Project({"refund": filled, "risk": risk()}, sources, ())


def _tree_with(document: Document, text: str) -> Tree:
    tree = document.tree
    questions = {
        name: replace(
            one,
            ask=text,
            settings={
                key: dict.fromkeys(value, text) if key == "options" else text
                for key, value in one.settings.items()
                if key != "step"
            },
        )
        for name, one in tree.questions.items()
    }
    outcomes = {name: replace(one, title=text) for name, one in tree.outcomes.items()}
    return replace(tree, title=text, questions=questions, outcomes=outcomes)


def _tags(found: list) -> set[str]:
    return {one.tag for one in found}


def _attributes(found: list) -> set[str]:
    return {name for one in found for name in one.attributes}


def _harmless(href: str) -> bool:
    return href.startswith(("#", "https://", "../"))


def _id(one) -> str:
    return one.attributes.get("id", "")


def _node(one) -> str:
    return next(
        (up.attributes["data-node"] for up in one.ancestors if "data-node" in up.attributes), ""
    )
