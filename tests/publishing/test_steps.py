"""A step has one name in every language, and another once it is written anew."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from tests.publishing.example import OUTCOMES, SOURCES, refund
from tests.publishing.markup import elements

from trees.authoring.document import Document
from trees.publishing.addresses import Addresses
from trees.publishing.assets import Browser
from trees.publishing.site import Site
from trees.publishing.steps import step_name
from trees.publishing.words import ENGLISH

WRITTEN = "Wait for {days_left}. [@times]"


def with_steps(*steps: str) -> Document:
    """Return a tree with one outcome that has these steps."""
    held = replace(OUTCOMES["only_held"], steps=steps)
    return replace(refund(), outcomes={**OUTCOMES, "only_held": held})


def names(document: Document, originals: Mapping[str, Document], language: str) -> list[str]:
    """Return the names of that outcome's steps, as the tree's page holds them."""
    words = {**ENGLISH, "language": language}
    trees = {"refund": document}
    site = Site(trees, SOURCES, Addresses(), Browser(), words=words, originals=originals)
    return [
        one.attributes["data-step"]
        for one in elements(site.tree("refund").html)
        if "data-step" in one.attributes
        and one.ancestors[-2].attributes.get("data-node") == "only_held"
    ]


def test_steps_of_a_translation__have_the_names_of_the_original() -> None:
    original = with_steps("Wait.", "Ask the bank. [@times]")
    first = names(original, {}, "en")
    assert len({*first}) == len(first) == 2
    translated = with_steps("Espera.", "Pregunta al banco. [@times]")
    assert names(translated, {"refund": original}, "es") == first


def test_a_step_written_anew__has_another_name_in_each_language() -> None:
    original, anew = with_steps("Wait.", "Ask."), with_steps("Wait.", "Ask the bank.")
    translated = with_steps("Espera.", "Pregunta.")
    before, after = (names(translated, {"refund": one}, "es") for one in (original, anew))
    assert before[0] == after[0]
    assert before[1] != after[1]
    assert names(anew, {}, "en") == after


@pytest.mark.parametrize(
    "written",
    ["Wait for {days_left}.", "Wait for\n{days_left}. [@times] [@forum]"],
    ids=["without its source", "on two lines, with two"],
)
def test_a_step_that_says_the_same__keeps_its_name(written: str) -> None:
    assert step_name(written) == step_name(WRITTEN)


@pytest.mark.parametrize("written", ["Wait for {days_here}.", "Wait {days_left}.", ""])
def test_a_step_that_says_something_else__has_another_name(written: str) -> None:
    assert step_name(written) != step_name(WRITTEN)
