"""Trees as graphs: every way of a tree, said once, in an order in which all lead on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.publishing import example

from trees.authoring.document import Document
from trees.authoring.project import load
from trees.publishing.graph import Edge, Graph, graph
from trees.publishing.words import ENGLISH

ROOT = Path(__file__).parents[2]


def of(document: Document) -> Graph:
    return graph(document, ENGLISH, {"risk": "Is my account at risk?"}.__getitem__)


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    return [*load(ROOT / "decision_trees", ROOT).documents.values()]


def test_answers__stand_on_the_edges__with_what_an_option_leaves_open() -> None:
    edges = of(example.refund()).edges
    assert edges[:3] == (
        Edge("taken", "started", ("Yes", "I cannot tell: Otherwise"), ("yes", "unsure")),
        Edge("taken", "only_held", ("No",), ("no",)),
        Edge("taken", "overdue", ("I cannot tell: It started more than 20 days ago",), ("unsure",)),
    )
    assert Edge("amount", "tree:risk", ("100 EUR or more",), ("",)) in edges


def test_nodes__are_questions_outcomes_and_other_trees__as_readers_know_them() -> None:
    nodes = of(example.refund()).node
    assert nodes["taken"].title == "Has the money left your account?"
    assert (nodes["only_held"].kind, nodes["only_held"].verdict) == ("outcome", "wait")
    assert (nodes["tree:risk"].kind, nodes["tree:risk"].title) == ("tree", "Is my account at risk?")
    on_its_way = "Wait until 20 business days after the day the refund started"
    assert nodes["on_its_way"].title == on_its_way


def test_our_trees__every_branch_is_an_edge_and_nothing_else(documents: list[Document]) -> None:
    for document in documents:
        made = graph(document, ENGLISH, str)
        branches = {
            (question.id, branch.go)
            for question in document.tree.questions.values()
            for branch in question.branches
        }
        assert {(edge.source, edge.target) for edge in made.edges} == branches
        assert len(made.edges) == len(branches)
        assert all(edge.answers and all(edge.answers) for edge in made.edges)


def test_our_trees__every_node_stands_once__after_all_that_lead_to_it(
    documents: list[Document],
) -> None:
    for document in documents:
        made = graph(document, ENGLISH, str)
        order = [node.id for node in made.nodes]
        assert order[0] == document.tree.start
        assert len(order) == len(set(order))
        assert {*document.tree.questions, *document.tree.outcomes} <= {*order}
        assert all(order.index(edge.source) < order.index(edge.target) for edge in made.edges)


def test_nodes__that_a_translation_leaves_out__say_their_language() -> None:
    document = replace(example.refund(), foreign=frozenset({"questions.taken", "outcomes.overdue"}))
    languages = {node.id: node.lang for node in of(document).nodes if node.lang}
    assert languages == {"taken": "en", "overdue": "en"}


def test_conditions__that_no_answer_decides__are_said_without_the_answers(
    documents: list[Document],
) -> None:
    (document,) = (one for one in documents if one.tree.id == "order-cancelled")
    answers = [edge.answers for edge in graph(document, ENGLISH, str).exits["told"]]
    assert answers == [("AliExpress cancelled",), ("The seller cancelled",)]
