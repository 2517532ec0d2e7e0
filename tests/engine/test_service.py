"""The page's door: JSON in, JSON out, and never a traceback."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trees.engine import wire
from trees.engine.service import Service
from trees.engine.tree import Library

SHOW = {"do": "show", "state": {"tree": "refund"}, "today": "2026-03-23"}


@pytest.fixture
def service(library: Library) -> Service:
    """A service that holds the refund tree only."""
    service = Service()
    service.load(json.dumps(wire.to_json(library["refund"])))
    return service


def ask(service: Service, request: Any) -> Any:
    """Send one request as the worker does."""
    return json.loads(service.handle(json.dumps(request)))


def test_show__gives_a_view(service: Service) -> None:
    view = ask(service, SHOW)["view"]
    assert view["here"] == {
        "tree": "refund",
        "node": "taken",
        "type": "question",
        "verdict": None,
    }
    assert view["form"]["options"] == {"yes": "Yes", "no": "No", "held": "On hold"}


def test_every_request__keeps_the_state_it_returns(service: Service) -> None:
    state: Any = {"tree": "refund"}
    for request in (
        {"do": "answer", "raw": "yes"},
        {"do": "answer", "raw": {"day": "2", "month": "3", "year": "2026"}},
        {"do": "change", "question": "taken"},
        {"do": "back"},
    ):
        state = ask(service, {**SHOW, "state": state, **request})["view"]["state"]
        assert ask(service, {**SHOW, "state": state})["view"]["state"] == state


def test_unknown_tree__is_asked_for(service: Service) -> None:
    held = {"tree": "refund", "answers": {"taken": "held"}}
    assert ask(service, {**SHOW, "state": held}) == {"needs": "later"}


@given(
    st.recursive(
        st.none() | st.text() | st.integers(),
        lambda x: (
            st.lists(x) | st.dictionaries(st.sampled_from(["do", "state", "today", "raw"]), x)
        ),
    )
)
def test_any_request__is_answered_in_json(request: Any) -> None:
    assert ask(Service(), request).keys() <= {"error", "detail", "needs"}


@pytest.mark.parametrize("raw", [None, 3, [], {}, [None], {"day": 3}, "\x00", "9" * 999])
def test_any_raw_answer__is_a_problem_not_an_error(service: Service, raw: Any) -> None:
    for state in ({"tree": "refund"}, {"tree": "refund", "answers": {"taken": "yes"}}):
        view = ask(service, {**SHOW, "do": "answer", "state": state, "raw": raw})["view"]
        assert view["problem"]["code"]


def test_transcript__is_the_whole_way(service: Service) -> None:
    state = {"tree": "refund", "answers": {"taken": "no"}}
    told = ask(service, {**SHOW, "do": "transcript", "state": state})["transcript"]
    assert [step["answer"] for step in told["steps"]] == ["no"]
    assert told["end"]["node"] == "nothing"


@pytest.mark.parametrize(
    "state",
    [
        None,
        [],
        {"tree": 3},
        {"tree": "refund", "answers": [1]},
        {"tree": "refund", "answers": {"taken": 5}},
        {"tree": "refund", "more": 1},
    ],
)
def test_any_state__is_a_view_or_an_error(service: Service, state: Any) -> None:
    assert ask(service, {**SHOW, "state": state}).keys() <= {"view", "error", "detail"}


def test_address_with_nonsense__asks_the_question(service: Service) -> None:
    state = {"tree": "refund", "answers": {"taken": "yes", "started": "foo"}}
    view = ask(service, {**SHOW, "state": state})["view"]
    assert (view["here"]["node"], view["given"]) == ("started", None)
