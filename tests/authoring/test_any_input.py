"""No input at all raises, hangs or grows without bound."""

import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from trees.authoring.project import load_texts

ROOT = Path(__file__).parents[2]
TREES = [
    file.read_text(encoding="utf-8")
    for file in (
        ROOT / "decision_trees/kitchen-sink.yaml",
        ROOT / "decision_trees/sources.yaml",
        *sorted((ROOT / "tests/corpus").glob("*.yaml")),
    )
]
BITS = [
    *":-[]{}&*!|>'\"%@`#,?\n\t ()=<",
    "\n  ",
    ": ",
    "- ",
    "tree:",
    "{x}",
    "[@x]",
    "<<: ",
    "---\n",
    "\u2028",
    "\x00",
    "\ud800",
    "\ufeff",
    "9" * 30,
    "2026-02-30",
    "yes",
    "not " * 30,
    "((((",
    "é",
]

relaxed = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@relaxed
@given(st.text(max_size=200) | st.lists(st.sampled_from(BITS), max_size=60).map("".join))
def test_any_text__checked__gives_findings_within_the_text(text):
    project = load_texts({"any.yaml": text, "sources.yaml": text})
    lines = len(text.splitlines()) + 1
    for finding in project.findings:
        span = finding.span
        assert 1 <= span.line <= span.end_line <= lines + 1
        assert span.column >= 1
        assert (span.line, span.column) <= (span.end_line, span.end_column)
        assert finding.message
    assert project.documents == {} or not project.broken


@st.composite
def mutated(draw):
    """A tree of this repository with a few places changed."""
    text = draw(st.sampled_from(TREES))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(text)))
        cut = draw(st.integers(0, 12))
        text = text[:at] + draw(st.sampled_from(["", *BITS])) + text[at + cut :]
    return text


@relaxed
@given(mutated())
def test_a_tree_with_slips__checked__never_raises_and_says_everything_once(text):
    findings = load_texts({"slip.yaml": text}).findings
    assert list(findings) == sorted(set(findings))


@relaxed
@given(st.sampled_from(TREES), st.randoms(use_true_random=False))
def test_a_tree_with_lines_shuffled__checked__never_raises(text, random):
    lines = text.splitlines(keepends=True)
    for _ in range(3):
        one, two = random.randrange(len(lines) or 1), random.randrange(len(lines) or 1)
        if lines:
            lines[one], lines[two] = lines[two], lines[one]
    load_texts({"shuffled.yaml": "".join(lines)})


HOSTILE = {
    "deep lists": "a: " + "[" * 5_000,
    "deep blocks": "\n".join(" " * depth + "a:" for depth in range(1_000)),
    "many aliases": "a: &a [1]\nb: [" + "*a, " * 20_000 + "]",
    "many keys": "".join(f"k{number}: 1\n" for number in range(50_000)),
    "one key many times": "a: 1\n" * 50_000,
    "a long line": "title: " + "x" * 900_000,
    "many quotes": "title: '" + "''" * 400_000 + "'",
    "many escapes": 'title: "' + "\\n" * 400_000 + '"',
    "many braces": "summary: '" + "{x} " * 200_000 + "'",
    "open brackets in a text": "summary: '" + "[@" * 400_000 + "'",
    "values that double": "values:\n  v0: today\n"
    + "".join(f"  v{n}: max(v{n - 1}, v{n - 1})\n" for n in range(1, 2_000)),
    "values in a row": "values:\n  v0: today\n"
    + "".join(f"  v{n}: v{n - 1} + days(1)\n" for n in range(1, 5_000)),
    "values backwards": "values:\n"
    + "".join(f"  v{n}: v{n + 1} + days(1)\n" for n in range(5_000))
    + "  v5000: today\n",
    "long sums": "values:\n  v: " + "1+" * 450 + "1\n",
    "nots": "values:\n  v: 1 if " + "not " * 200 + "x == y else 2\n",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text__checked__is_refused_in_a_moment(text):
    begun = time.process_time()
    assert load_texts({"hostile.yaml": text}).findings
    assert time.process_time() - begun < 10


def test_a_long_row_of_questions__checked__is_no_recursion():
    rows = [f"  q{n}: {{ask: 'Go on?', yes: q{n + 1}, no: q{n + 1}}}\n" for n in range(3_000)]
    text = (
        "title: Long\nsummary: Long.\nlisted: no\nquestions:\n"
        + "".join(rows)
        + "  q3000: {ask: 'Go on?', yes: end, no: end}\n"
        + "outcomes:\n  end: {verdict: safe, title: End, reason: It ends.}\n"
    )
    project = load_texts({"long.yaml": text})
    assert [finding.code for finding in project.findings] == ["outcome-without-scenario"]
