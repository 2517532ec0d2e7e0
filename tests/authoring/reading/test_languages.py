"""What is known of languages, and where their bounds lie."""

import pytest

from trees.authoring.reading.languages import LANGUAGES, ORIGINAL, language_of


@pytest.mark.parametrize(
    ("tag", "known"), [("pt-BR", "pt"), ("pt", "pt"), ("es", "es"), ("es-419", "es"), ("en", "en")]
)
def test_a_language_of_any_country__asked_for__is_that_language(tag, known):
    assert language_of(tag) is LANGUAGES[known]


def test_the_language_of_originals__asked_for__is_known():
    assert language_of(ORIGINAL)


@pytest.mark.parametrize("tag", ["fr", "xx", "", "espero"])
def test_a_language_without_a_formula__asked_for__is_not_judged(tag):
    assert language_of(tag) is None


def test_plain__of_each_language__is_the_bound_of_its_published_scale():
    bounds = {name: language.formula.plain for name, language in LANGUAGES.items()}
    assert bounds == {"en": 60, "es": 55, "pt": 50}


@pytest.mark.parametrize(
    ("tag", "ask", "two"),
    [
        ("en", "Did you pay by card or by bank?", False),
        ("en", "Do you still wait for an order or for money?", False),
        ("en", "Did you pay, and has it started?", True),
        ("en", "Who cancelled it and when did they tell you?", True),
        ("es", "¿Pagaste con tarjeta o por banco?", False),
        ("es", "¿Crees que ya pasó y que no vuelve?", False),
        ("es", "¿Quién lo canceló y cuándo?", True),
        ("es", "¿Qué pasó o por qué?", True),
        ("pt", "Você pagou com cartão ou pelo banco?", False),
        ("pt", "Você acha que já passou e que não volta?", False),
        ("pt", "Quem cancelou e quando?", True),
        ("pt", "O que aconteceu e por que?", True),
    ],
)
def test_a_question__with_and_or_or__is_two_only_if_both_parts_ask(tag, ask, two):
    assert bool(LANGUAGES[tag].second.search(ask)) == two
