"""Advice on style: our own guides need none, and what each rule lets pass."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trees.authoring.project import load
from trees.authoring.rules import claim_without_source, stale_source, two_questions
from trees.authoring.rules.hard_to_read import lix
from trees.authoring.style import advice

PROJECT = load(Path("decision_trees"), Path())
LAST = max(source.checked for source in PROJECT.sources.values())


def test_our_own_guides__on_the_day_of_their_last_check__need_no_advice():
    assert advice(PROJECT, LAST) == []


@pytest.mark.parametrize(
    ("sure", "keeps"), [("official", 365), ("provider", 365), ("reported", 180)]
)
def test_a_source__after_the_last_of_its_days__is_stale(sure, keeps):
    source = replace(next(iter(PROJECT.sources.values())), sure=sure)
    last = source.checked + timedelta(days=keeps)
    assert list(stale_source.check([source], last)) == []
    found = list(stale_source.check([source], last + timedelta(days=1)))
    assert [one.span.path for one in found] == ["decision_trees/sources.yaml"]


def test_a_source_without_a_place__is_left_out():
    source = replace(next(iter(PROJECT.sources.values())), place=None)
    assert list(stale_source.check([source], date(2099, 1, 1))) == []


def test_lix__of_a_text_worked_out_by_hand__is_that():
    # 14 words in 2 sentences, 3 of them longer than six letters: 14 / 2 + 100 * 3 / 14.
    text = "The seller cancelled the order. Somebody has to tell you why, so ask politely."
    assert lix(text) == pytest.approx(7 + 300 / 14)


@given(st.text(alphabet="ab .!?\n[@]{}()-:", max_size=80))
def test_lix__of_any_text__is_never_negative_and_never_fails(text):
    assert lix(text) >= 0


@pytest.mark.parametrize(
    ("ask", "two"),
    [
        ("Do you still wait for an order or for money?", False),
        ("Did you pay by card or by bank?", False),
        ("Did you pay? Was it refunded?", True),
        ("Did you pay, and has it started?", True),
        ("Who cancelled it and when did they tell you?", True),
    ],
)
def test_a_question__with_and_or_or__is_two_only_if_both_parts_ask(ask, two):
    assert (ask.count("?") > 1 or bool(two_questions.SECOND.search(ask))) == two


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("It takes 20 business days.", "20 business days"),
        ("They keep 5 % of it.", "5 %"),
        ("Wait for 1.5 hours.", "1.5 hours"),
        ("You are at step 5 of 5.", None),
        ("Order 2 items.", None),
    ],
)
def test_a_text__that_names_a_number__is_a_claim_if_it_says_of_what(text, claim):
    found = claim_without_source.CLAIM.search(text)
    assert (found and found.group()) == claim
