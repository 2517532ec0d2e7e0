"""Did you mean …: near names only."""

import copy
import pickle

import pytest

from trees.authoring.suggest import Guess, did_you_mean, listing, near

NAMES = ["seller", "carrier", "paid_with", "paid_on", "yes"]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("seler", "seller"),
        ("Seller", "seller"),
        ("paid-with", "paid_with"),
        ("paidon", "paid_on"),
        ("yse", "yes"),
        ("customs", None),
        ("", None),
    ],
)
def test_a_word__near_a_name__is_taken_for_it(word, meant):
    assert near(word, NAMES) == meant


def test_hints__for_near_and_far_words__say_what_helps():
    assert did_you_mean("seler", NAMES, "Look.") == "Did you mean `seller`?"
    assert did_you_mean("customs", NAMES, "Look.") == "Look."
    assert listing(["a", "b", "c"]) == "`a`, `b` or `c`"
    assert listing("abcdef", 2).endswith("…")


@pytest.mark.parametrize(
    "copied", [copy.copy, copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one))]
)
def test_a_guess__copied__still_asks_for_the_same_word(copied):
    guess = copied(Guess("seller"))
    assert (guess, guess.meant) == ("Did you mean `seller`?", "seller")
