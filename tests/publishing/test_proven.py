"""The line below a tree says what has been proven of it, and is there only where that is so."""

from __future__ import annotations

import pytest
from tests.publishing.markup import by_class, by_tag

from trees.authoring.document import Project
from trees.authoring.project import load_texts
from trees.publishing.addresses import Addresses
from trees.publishing.assets import Browser
from trees.publishing.proven import proven_words
from trees.publishing.site import Site
from trees.publishing.words import ENGLISH

HEAD = "title: T\nsummary: S.\nlisted: no\nquestions:\n"
END = "outcomes: {end: {verdict: wait, title: T, reason: R}}\n"
ROW = "  q{0}: {{ask: A?, options: {{a: A, b: B}}, go: {1}}}\n"


def row(length: int) -> str:
    """A tree of so many questions, each with two answers, one after the other."""
    onward = [f"q{at + 1}" for at in range(length - 1)] + ["end"]
    return HEAD + "".join(ROW.format(at, go) for at, go in enumerate(onward)) + END


def site(project: Project) -> Site:
    return Site(
        project.documents,
        project.sources,
        Addresses(),
        Browser(),
        certificates=project.certificates,
        explained="authoring/proof/",
    )


def test_a_proven_tree__its_page__says_so_and_links_to_what_that_means() -> None:
    page = site(load_texts({"one.yaml": row(3)})).tree("one")
    (line,) = by_class(page.html, "dt-proven")
    assert "every day until 2125: 8 ways, 3 questions, nobody gets stuck." in line.text
    links = by_tag(page.html, "a")
    (link,) = [one for one in links if any("dt-proven" in up.classes for up in one.ancestors)]
    assert link.attributes["href"] == "../../authoring/proof/"


def test_a_tree_that_goes_on_in_a_broken_one__its_page__says_nothing_of_a_proof() -> None:
    one = row(1).replace("go: end", "then: [{if: q0 == a, go: end}, {otherwise: tree:two}]")
    made = load_texts({"one.yaml": one, "two.yaml": "title: ["})
    assert by_class(site(made).tree("one").html, "dt-proven") == []


@pytest.mark.parametrize(
    ("length", "said"),
    [
        (1, "2 ways, 1 question,"),
        (13, "8,192 ways, 13 questions,"),
        (50, "at least 10¹⁵ ways, 50 questions,"),
        (3000, "at least 10⁹⁰³ ways, 3,000 questions,"),
    ],
)
def test_ways__however_many__are_said_in_a_few_letters(length: int, said: str) -> None:
    certificate = load_texts({"one.yaml": row(length)}).certificates["one"]
    assert said in proven_words(certificate, ENGLISH)
