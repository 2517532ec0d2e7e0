"""Advice on style: our own guides need none, and what each rule lets pass."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from trees.authoring.project import load, load_texts
from trees.authoring.rules import claim_without_source, stale_source
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


def portuguese(path="pt-BR", **said):
    """Return the advice on a small tree in Portuguese, or in whatever the folder is named."""
    texts = {"title": "O pedido", "summary": "Veja o que fazer.", "ask": "Pagou?", **said}
    overlay = f"""
title: {{en: The order, {path}: "{texts["title"]}"}}
summary: {{en: See., {path}: "{texts["summary"]}"}}
questions: {{paid: {{ask: {{en: "Paid?", {path}: "{texts["ask"]}"}}}}}}
outcomes: {{end: {{title: {{en: End, {path}: Fim}}, reason: {{en: It is., {path}: "É."}}}}}}
"""
    tree = """
title: The order
summary: See.
listed: no
questions: {paid: {ask: "Paid?", yes: end, no: end}}
outcomes: {end: {verdict: safe, title: End, reason: It is.}}
scenarios: [{story: One., answers: {paid: yes}, ends: end}]
"""
    project = load_texts({"small.yaml": tree}, overlays={f"{path}/small.yaml": overlay})
    assert not project.findings
    return [one for one in advice(project, LAST) if one.span.path == f"{path}/small.yaml"]


HARD = (
    "Independentemente das considerações administrativas, as verificações internacionais"
    " impossibilitam excepcionalmente procedimentos automatizados de reembolso."
)


def test_a_plain_translation__judged__needs_no_advice():
    assert portuguese() == []


def test_a_translation_that_is_hard_to_read__judged__is_named_with_its_formula():
    (found,) = portuguese(summary=HARD)
    assert found.code == "hard-to-read"
    assert "Martins" in found.message
    assert (found.span.line, found.span.column) == (3, 28)


def test_a_translation_without_a_question_mark__judged__is_named():
    assert [one.code for one in portuguese(ask="Diga se pagou")] == ["ask-without-question-mark"]


def test_a_portuguese_question__judged__needs_no_sign_before_it():
    assert portuguese(ask="Você pagou?") == []


def test_a_translation_into_a_language_without_a_formula__judged__is_left_alone():
    assert portuguese("fr", summary=HARD, ask="Dites si vous avez payé") == []


def test_what_a_translation_leaves_in_english__judged__is_not_judged_twice():
    text = "Notwithstanding considerations, reimbursement necessitates verification of all the"
    tree = f"""
title: The order
summary: {text} international transactions that are known.
listed: no
questions: {{paid: {{ask: "Paid?", yes: end, no: end}}}}
outcomes: {{end: {{verdict: safe, title: End, reason: It is., steps: [Wait.]}}}}
scenarios: [{{story: One., answers: {{paid: yes}}, ends: end}}]
"""
    project = load_texts({"small.yaml": tree}, overlays={"es/small.yaml": "title:"})
    assert [one.code for one in advice(project, LAST)] == ["hard-to-read"]


def test_advice__on_some_trees__leaves_the_others_out():
    bad = """
title: T
summary: S.
listed: no
questions: {q: {ask: Q, yes: e, no: e}}
outcomes: {e: {verdict: safe, title: E, reason: It is., steps: [Wait.]}}
"""
    project = load_texts({"one.yaml": bad, "two.yaml": bad})
    assert {one.span.path for one in advice(project, LAST)} == {"one.yaml", "two.yaml"}
    assert {one.span.path for one in advice(project, LAST, {"two"})} == {"two.yaml"}


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
