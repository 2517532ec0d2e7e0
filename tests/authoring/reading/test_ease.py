"""Reading ease is what its formula says, for texts in Markdown."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trees.authoring.reading.ease import ease, sentences
from trees.authoring.reading.languages import LANGUAGES


def figure(text, language):
    return ease(sentences(text), LANGUAGES[language].formula)


@pytest.mark.parametrize(
    ("language", "text", "by_hand"),
    [
        # 14 words in 2 sentences; 4 words have two syllables.
        (
            "en",
            "The seller cancelled the order. You have to ask them why, so be polite.",
            206.835 - 1.015 * 14 / 2 - 84.6 * 18 / 14,
        ),
        # 12 words in 2 sentences: El-ven-de-dor-can-ce-ló-el-pe-di-do, pre-gun-ta-por-qué-...
        (
            "es",
            "El vendedor canceló el pedido. Pregunta por qué y espera la respuesta.",
            206.835 - 12 / 2 - 62.3 * 24 / 12,
        ),
        # 12 words in 2 sentences: O-ven-de-dor-can-ce-lou-o-pe-di-do, per-gun-te-o-mo-ti-vo-...
        (
            "pt",
            "O vendedor cancelou o pedido. Pergunte o motivo e espere a resposta.",
            248.835 - 1.015 * 12 / 2 - 84.6 * 26 / 12,
        ),
    ],
)
def test_ease__of_a_text_worked_out_by_hand__is_that(language, text, by_hand):
    assert figure(text, language) == pytest.approx(by_hand)


def test_ease__of_few_words__is_not_judged():
    assert figure("Notwithstanding considerations.", "en") is None


def test_ease__of_longer_sentences_or_words__is_less():
    short = "It is late. You can ask. They have to say why. That is all."
    for language in LANGUAGES:
        easy = figure(short, language)
        assert figure(short.replace(". ", ", "), language) < easy
        assert figure(short.replace("late", "extraordinario"), language) < easy


def test_sentences__of_markdown__are_without_what_readers_do_not_read():
    text = "Ask **them.** See [the page](tree:refund).\n\n- Wait {days} [@known]\n- “Go.” https://a.example/b"
    assert [" ".join(words) for words in sentences(text)] == [
        *("Ask them", "See the page", "Wait", "Go"),
    ]


@given(st.text(alphabet="ab é.!?\n[@]{}()-:*¿", max_size=80))
def test_ease__of_any_text__never_fails(text):
    for language in LANGUAGES:
        result = figure(text, language)
        assert result is None or result <= 248.835


@pytest.mark.parametrize("part", [".", "*.", "](", "[@", "{", "\n ", "a-", "áb", "bely", "a "])
def test_ease__of_a_text_as_long_as_a_file_can_be__takes_a_moment(part):
    text = part * (1_000_000 // len(part)) + "a"
    begun = time.monotonic()
    for language in LANGUAGES:
        figure(text, language)
    assert time.monotonic() - begun < 10
