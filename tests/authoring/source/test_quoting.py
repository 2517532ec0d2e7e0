"""Texts that YAML cannot take are found in their own line, and the hint mends them."""

import re
from pathlib import Path

import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from trees.authoring.project import load_texts
from trees.authoring.source.quoting import first_slip

ROOT = Path(__file__).parents[3]
TREE = """title: One
summary: Two.
questions:
  first:
    hint: |
      "A" block * holds anything: [really
    ask: {}
    yes: end
    no: end
  second:
    ask: "Where?"
    name: 'there' # and a comment
"""
LINE = TREE.splitlines().index("    ask: {}") + 1
TEXTS = st.text(alphabet="ab '\"[]{}*&!|>,-?@%`\\", min_size=1, max_size=12).map(str.strip)
#: Begun by a sign that is closed before the text ends.
SIGNED = st.builds("{}{}".format, st.sampled_from(("'a'", '"a"', "[a]", "{a}", "* ", "& ")), TEXTS)


@given(TEXTS)
@example("'What's that?'")
@example('"What kind" of card')
@example('"never closed')
@example("[@this] says so")
def test_one_text__refused_by_yaml__is_found_in_its_own_line(text):
    findings = load_texts({"one.yaml": TREE.replace("{}", text)}).findings
    broken = [found for found in findings if found.code == "yaml-syntax"]
    assert [found.span.line for found in broken] in ([], [LINE])


@given(SIGNED)
@example(r"'a'\'")
def test_the_hint__followed__gives_the_text_that_was_meant(text):
    lines = TREE.replace("{}", text).splitlines()
    slip = first_slip(lines, len(lines))
    offered = re.fullmatch(r"Put the whole text in quotes: (.*)", slip.hint) if slip else None
    if offered:
        assert slip.line == LINE
        meant = {text.strip(), text.strip()[1:-1]}
        assert yaml.safe_load(f"ask: {offered[1]}")["ask"] in meant


def test_trees_that_can_be_read__searched__hold_no_slip():
    for file in (*ROOT.glob("decision_trees/*.yaml"), *ROOT.glob("tests/corpus/beside/*.yaml")):
        lines = file.read_text(encoding="utf-8").splitlines()
        assert first_slip(lines, len(lines)) is None, file
