"""The two versions that are compared are both sound, and differ where it matters."""

from __future__ import annotations

from benchmarks.checking import one_target_changed
from benchmarks.many_questions import large_tree

from trees.authoring.diff.comparison import compare
from trees.authoring.project import load_texts
from trees.authoring.proof.days import Period


def test_a_tree_with_one_target_changed__compared__differs_in_a_line_and_ends_elsewhere() -> None:
    old = large_tree(300)
    new = one_target_changed(old)
    lines = [two for two in zip(old.splitlines(), new.splitlines(), strict=True) if len({*two}) > 1]
    assert len(lines) == 1
    projects = [load_texts({"large.yaml": text}) for text in (old, new)]
    assert [project.findings for project in projects] == [(), ()]
    assert compare(*projects, Period()).reroutes
