"""What this project is compared with says the same: as Markdown, and as a story."""

from __future__ import annotations

import re

import pytest
from benchmarks.large import large_tree
from benchmarks.texts import Node, ink, markdown, texts

from trees.authoring.project import load

PAGE = """<div class="dt-intro"><h1>Refund</h1><p>Where it is.</p></div>
<decision-tree>
<section class="dt-node dt-start" data-node="taken">
  <h2 id="taken">Was it taken?</h2>
  <ul><li><a class="dt-option" href="#late"><span>Yes</span><span>It was.</span></a></li>
  <li><a class="dt-option" href="../other/#x">No {at} all</a></li></ul>
  <form><p>Only with the engine</p></form>
</section>
<section class="dt-node" data-node="late">
  <h2 id="late">It is late</h2><ol><li>Write.</li></ol>
</section>
</decision-tree>"""


@pytest.fixture
def nodes() -> list[Node]:
    return texts(PAGE)


def test_markdown__has_each_text_with_anchors_and_links(nodes: list[Node]) -> None:
    assert markdown(nodes).split("\n\n") == [
        "# Refund",
        "Where it is.",
        "## Was it taken? { #taken }",
        "- [Yes It was.](#late)",
        "- [No {at} all](../other/#x)",
        "## It is late { #late }",
        "Write.\n",
    ]


def test_ink__has_a_knot_for_each_node__and_every_choice_leads_to_one(nodes: list[Node]) -> None:
    story = ink(nodes)
    knots = set(re.findall(r"^=== (\w+) ===$", story, re.MULTILINE))
    assert len(knots) == 2
    assert set(re.findall(r"-> (\w+)", story)) == {*knots, "END"}
    assert "+ [No at all] -> END" in story
    assert "Only with the engine" not in story


def test_large_tree__has_a_thousand_nodes_and_no_error(tmp_path) -> None:
    (tmp_path / "large.yaml").write_text(large_tree())
    project = load(tmp_path, tmp_path)
    assert [one for one in project.findings if one.severity == "error"] == []
    document = project.documents["large"]
    assert (len(document.questions), len(document.outcomes)) == (1_000, 9)
