"""An option leaves open exactly the branches that could still be taken."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from trees.engine.expressions import Scope, holds
from trees.engine.tree import Branch, Question, Value
from trees.publishing.partial import open_branches, still_to_ask

OPTIONS = ("a", "b", "c")
VALUES = {
    "own": Value(
        "own", ["if", ["==", ["answer", "q"], ["text", "a"]], ["number", "1"], ["number", "2"]]
    ),
    "foreign": Value("foreign", ["days_since", ["answer", "day"]]),
}


def is_option(question: str, option: str) -> list[Any]:
    return ["==", ["answer", question], ["text", option]]


def asked(*conditions: list[Any] | None) -> Question:
    branches = tuple(Branch(str(at), when) for at, when in enumerate(conditions))
    return Question("q", "choice", "?", branches, {"options": {name: name for name in OPTIONS}})


OWN = st.sampled_from(
    [is_option("q", name) for name in OPTIONS]
    + [
        ["one_of", ["answer", "q"], ["text", "a"], ["text", "c"]],
        ["answered", "q"],
        ["!=", ["answer", "q"], ["text", "b"]],
        [">", ["value", "own"], ["number", "1"]],
    ]
)
FOREIGN = st.sampled_from([is_option("other", "x"), is_option("other", "y"), ["answered", "other"]])


def joined(atoms: st.SearchStrategy[list[Any]]) -> st.SearchStrategy[list[Any]]:
    return st.recursive(
        atoms,
        lambda inner: st.one_of(
            inner.map(lambda one: ["not", one]),
            st.tuples(st.sampled_from(["and", "or"]), inner, inner).map(list),
        ),
        max_leaves=6,
    )


def taken(question: Question, answers: Mapping[str, Any]) -> int:
    scope = Scope(answers, VALUES, date(2026, 3, 23))
    held = [at for at, one in enumerate(question.branches) if holds(one.when, scope)]
    return held[0]


@given(st.lists(joined(OWN), max_size=4), st.sampled_from(OPTIONS))
def test_own_conditions__leave_exactly_the_branch_taken(conditions: list[Any], option: str) -> None:
    question = asked(*conditions, None)
    assert open_branches(question, option, VALUES) == (taken(question, {"q": option}),)


@given(
    st.lists(joined(st.one_of(OWN, FOREIGN)), max_size=4),
    st.sampled_from(OPTIONS),
    st.sampled_from([{}, {"other": "x"}, {"other": "y"}]),
)
def test_any_conditions__never_lose_the_branch_taken(
    conditions: list[Any], option: str, others: dict[str, str]
) -> None:
    question = asked(*conditions, None)
    still_open = open_branches(question, option, VALUES)
    assert taken(question, {"q": option, **others}) in still_open
    assert list(still_open) == sorted(set(still_open))


@given(
    joined(st.one_of(OWN, FOREIGN)),
    st.sampled_from(OPTIONS),
    st.sampled_from([{}, {"other": "x"}, {"other": "y"}]),
)
def test_what_is_still_to_ask__decides_as_the_whole_condition_does(
    condition: list[Any], option: str, others: dict[str, str]
) -> None:
    left = still_to_ask(asked(None), option, condition, VALUES)
    scope = Scope({"q": option, **others}, VALUES, date(2026, 3, 23))
    if left is None:
        assert len(open_branches(asked(condition, None), option, VALUES)) == 1
    else:
        assert holds(left, scope) == holds(condition, scope)
        assert '"q"' not in json.dumps(left)


def test_a_day__is_never_decided() -> None:
    late = [">", ["days_since", ["answer", "q"]], ["number", "3"]]
    foreign = [">", ["value", "foreign"], ["number", "3"]]
    assert open_branches(asked(late, foreign, None), "a", VALUES) == (0, 1, 2)


def test_another_answer__joined_with_this_one__is_decided_where_it_can_be() -> None:
    both = ["and", is_option("q", "a"), is_option("other", "x")]
    either = ["or", is_option("q", "b"), is_option("other", "x")]
    question = asked(both, either, None)
    assert open_branches(question, "a", VALUES) == (0, 1, 2)
    assert open_branches(question, "b", VALUES) == (1,)
    assert open_branches(question, "c", VALUES) == (1, 2)
