"""Two versions of random small libraries: one a small change of the other, or both on their own."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st
from tests.authoring.proof.generated import settings_of, tree_of

from trees.engine.questions import kind_of
from trees.engine.tree import Question

KINDS = st.sampled_from(["choice", "several", "number", "date", "date", "text"])


@st.composite
def pools(draw, pool):
    """The same questions in a new version: some dropped, some with other bounds, one of its own."""
    made = []
    for question in pool:
        change = draw(st.sampled_from(["keep", "keep", "keep", "drop", "bounds", "kind"]))
        if change == "bounds":
            made.append(replace(question, settings=draw(settings_of(question.kind))))
        elif change == "kind":
            kind = draw(KINDS)
            if kind != question.kind:
                made.append(replace(question, kind=kind, settings=draw(settings_of(kind))))
        elif change == "keep":
            made.append(question)
    if not made or draw(st.integers(0, 3)) == 0:
        kind = draw(KINDS)
        made.append(Question("fresh", kind, "?", (), draw(settings_of(kind))))
    return draw(st.permutations(made)) if draw(st.booleans()) else made


@st.composite
def library_of(draw, pool):
    if len(pool) == 1 or draw(st.booleans()):
        return {"one": draw(tree_of("one", pool, []))}
    cut = draw(st.integers(1, len(pool) - 1))
    shared = draw(st.lists(st.sampled_from(pool[:cut]), max_size=1))
    two = draw(tree_of("two", [*pool[cut:], *shared], []))
    return {"one": draw(tree_of("one", pool[:cut], [two])), "two": two}


@st.composite
def one_slip(draw, library):
    """Change one branch of one question, as a reviewer would meet it."""
    tree = library[draw(st.sampled_from(sorted(library)))]
    name = draw(st.sampled_from(sorted(tree.questions)))
    question = tree.questions[name]
    at = draw(st.integers(0, len(question.branches) - 1))
    branch = replace(question.branches[at], go=draw(st.sampled_from(sorted(tree.outcomes))))
    if branch.when and draw(st.booleans()):
        branch = replace(question.branches[at], when=["not", branch.when])
    branches = (*question.branches[:at], branch, *question.branches[at + 1 :])
    questions = {**tree.questions, name: replace(question, branches=branches)}
    return {**library, tree.id: replace(tree, questions=questions)}


@st.composite
def pairs(draw):
    pool = []
    for at in range(draw(st.integers(1, 3))):
        kind = draw(KINDS)
        pool.append(Question(f"q{at}", kind, "?", (), draw(settings_of(kind))))
    old = draw(library_of(pool))
    if draw(st.booleans()):
        return old, draw(one_slip(old))
    return old, draw(library_of(draw(pools(pool))))


def is_option(question):
    return kind_of(question).type == "option"
