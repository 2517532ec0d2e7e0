"""Small files that would take long: the check's work is bounded, whatever a file holds."""

import time

import pytest

from trees.authoring.project import load_texts
from trees.authoring.suggest import MOST_PAIRS, guess_afresh, near

#: Left out by `make test-fast`: whole builds, or work made to take long.
pytestmark = pytest.mark.slow

HEAD = "title: T\nsummary: S.\nlisted: no\nquestions:\n"
END = "outcomes: {o: {verdict: wait, title: T, reason: R}}\n"
#: Seconds of work, not of waiting: a guard against hanging, far from what it takes (about one).
ENOUGH = 15


def options_with_ways():
    lines = [f"      a{at}: {{label: L, go: o}}\n" for at in range(4000)]
    return HEAD + "  q:\n    ask: A?\n    options:\n" + "".join(lines) + END


def options_and_branches():
    options = ", ".join(f"a{at}: L" for at in range(200))
    branches = "".join(f"      - {{if: q == a{at % 200}, go: o}}\n" for at in range(4000))
    question = f"  q:\n    ask: A?\n    options: {{{options}}}\n    then:\n{branches}"
    return HEAD + question + "      - otherwise: o\n" + END


def a_long_row_of_choices(length=200, width=30):
    options = ", ".join(f"a{at}: L" for at in range(width))
    rows = [
        f"  q{at}: {{ask: A?, options: {{{options}}}, go: q{at + 1}}}\n" for at in range(length)
    ]
    branches = "".join(f"      - {{if: q{at} == a1, go: o}}\n" for at in range(length))
    last = f"  q{length}:\n    kind: text\n    ask: L?\n    then:\n{branches}"
    return HEAD + "".join(rows) + last + "      - otherwise: o\n" + END


def unknown_targets():
    rows = [f"  q{at}: {{ask: A?, yes: q{at + 1}, no: zzz{at}ab}}\n" for at in range(3000)]
    return HEAD + "".join(rows) + "  q3000: {kind: text, ask: A?, go: o}\n" + END


def unknown_placeholders():
    rows = [f"  quest{at}: {{ask: A?, yes: quest{at + 1}, no: o}}\n" for at in range(300)]
    shown = " ".join(f"{{quezz{at}}}" for at in range(10_000))
    end = f"outcomes: {{o: {{verdict: wait, title: T, reason: '{shown}'}}}}\n"
    return HEAD + "".join(rows) + "  quest300: {kind: text, ask: A?, go: o}\n" + end


FILES = [
    options_with_ways,
    options_and_branches,
    a_long_row_of_choices,
    unknown_targets,
    unknown_placeholders,
]


@pytest.mark.parametrize("file", FILES)
def test_a_file_made_to_take_long__checked__takes_seconds(file):
    text = file()
    start = time.process_time()
    load_texts({"a.yaml": text})
    assert time.process_time() - start < ENOUGH


def test_a_question__with_more_options_than_anybody_reads__has_too_many():
    codes = [
        one.code
        for one in load_texts({"a.yaml": options_with_ways()}).findings
        if one.severity == "error"
    ]
    assert codes == ["too-many"]


def test_guesses__after_very_many__are_no_longer_made_until_the_next_check():
    guess_afresh()
    names = [f"name{at}" for at in range(1000)]
    assert near("nmae7", names) == "name7"
    for at in range(MOST_PAIRS // 1000):
        near(f"unlike{at}", names)
    assert near("nmae8", names) is None
    assert near("nmae7", names) == "name7"
    guess_afresh()
    assert near("nmae8", names) == "name8"
