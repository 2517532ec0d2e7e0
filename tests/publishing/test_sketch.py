"""A tree from afar: every node once, the start at the left, the ends at the right."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from trees.engine.tree import Branch, Outcome, Question, Tree
from trees.publishing.sketch import sketch


@st.composite
def trees(draw: st.DrawFn) -> Tree:
    """Questions that lead to any node, back to earlier ones and to another tree among them."""
    asked = [f"q{at}" for at in range(draw(st.integers(1, 8)))]
    ends = [f"o{at}" for at in range(draw(st.integers(1, 8)))]
    target = st.sampled_from([*asked, *ends, "tree:other"])
    questions = {
        name: Question(
            name, "choice", name, tuple(map(Branch, draw(st.lists(target, min_size=1, max_size=4))))
        )
        for name in asked
    }
    return Tree("t", "T", "q0", questions, {name: Outcome(name, "wait", name) for name in ends})


@given(trees())
def test_any_tree__sketched__has_each_reachable_node_once_and_within_the_picture(
    tree: Tree,
) -> None:
    shown = sketch(tree)
    reached, waiting = {"q0"}, ["q0"]
    for name in waiting:
        fresh = {one.go for one in tree.questions[name].branches} - reached
        reached |= fresh
        waiting.extend(fresh & tree.questions.keys())
    assert shown.dots.keys() == reached
    assert all(0 <= dot.x <= 1 and 0 <= dot.y <= 1 for dot in shown.dots.values())
    assert shown.dots["q0"].x == 0
    ends = [dot for name, dot in shown.dots.items() if name not in tree.questions]
    assert all(dot.x == 1 for dot in ends)
    assert len({dot.y for dot in ends}) == len(ends)


@given(trees())
def test_any_tree__sketched__has_each_way_as_one_line(tree: Tree) -> None:
    shown = sketch(tree)
    ways = {
        (name, branch.go)
        for name, question in tree.questions.items()
        if name in shown.dots
        for branch in question.branches
    }
    assert set(shown.lines) == ways
    assert len(shown.lines) == len(ways)


def test_a_long_chain__sketched__is_no_trouble() -> None:
    names = [f"q{at}" for at in range(5_000)]
    questions = {
        name: Question(name, "choice", name, (Branch(to),))
        for name, to in zip(names, [*names[1:], "end"], strict=True)
    }
    shown = sketch(Tree("t", "T", "q0", questions, {"end": Outcome("end", "safe", "End")}))
    assert len(shown.dots) == 5_001
