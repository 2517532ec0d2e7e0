"""The tree that the check is measured with is a tree without a fault, of the size asked for."""

from __future__ import annotations

from benchmarks.many_questions import large_tree

from trees.authoring.project import load_texts


def test_a_large_tree__checked__is_proven_and_has_far_more_ways_than_questions() -> None:
    made = load_texts({"large.yaml": large_tree(300)})
    assert made.findings == ()
    certificate = made.certificates["large"]
    assert 270 <= certificate.questions <= 330
    assert certificate.ways > 10**12
