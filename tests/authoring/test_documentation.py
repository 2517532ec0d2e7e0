"""What the documentation shows is true."""

import re
from datetime import date
from pathlib import Path

from trees.authoring.explore import ways
from trees.authoring.language.syntax import DEEPEST, LONGEST
from trees.authoring.project import load_texts
from trees.authoring.rules.too_many import MOST_BRANCHES, MOST_OPTIONS
from trees.authoring.schema import format as declared
from trees.authoring.schema.names import WORDS
from trees.authoring.schema.questions import COMMON
from trees.authoring.source import Limits

ROOT = Path(__file__).parents[2]
FORMAT = (ROOT / "docs/authoring/format.md").read_text(encoding="utf-8")
RISK = """
title: Is my account at risk?
summary: Stands in for the real tree.
listed: no
questions: {sure: {ask: "Sure?", yes: safe, no: safe}}
outcomes: {safe: {verdict: safe, title: Safe, reason: It is.}}
scenarios: [{story: One., answers: {sure: yes}, ends: safe}]
"""


def whole_tree():
    section = FORMAT.partition("## A whole small tree")[2]
    return re.search(r"```yaml\n(.*?)```", section, re.DOTALL).group(1)


def test_the_whole_small_tree__checked__lacks_nothing_but_its_sources():
    project = load_texts({"refund.yaml": whole_tree(), "account-risk.yaml": RISK})
    assert {finding.code for finding in project.findings} == {"unknown-source"}


def test_the_whole_small_tree__with_its_sources__can_be_walked_to_every_outcome():
    text = re.sub(r" \[@[^\]]*\]", "", whole_tree()) + "\nlisted: no\n"
    project = load_texts({"refund.yaml": text, "account-risk.yaml": RISK})
    assert project.findings == ()
    library = {name: document.tree for name, document in project.documents.items()}
    found = list(ways(library, "refund", date(2026, 3, 23), 1000))
    assert len(found) > 10


def test_reserved_names__in_the_documentation__are_those_of_the_check():
    listed = re.search(r"Reserved: (.*?), and the names of the functions", FORMAT, re.DOTALL)
    assert set(re.findall(r"`([a-z]+)`", listed.group(1))) == set(WORDS)


def test_keys_of_the_format__looked_for__stand_in_the_documentation():
    records = [
        declared.TREE,
        declared.OUTCOME,
        declared.SCENARIO,
        declared.SOURCE,
        declared.MESSAGE,
    ]
    records += declared.QUESTION.records
    missing = {
        key.name
        for record in records
        for key in record.keys
        if not re.search(rf"\b{key.name}\b", FORMAT)
    }
    assert missing == set()


def rows(heading):
    """The table below a heading, as what each key holds."""
    section = FORMAT.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    found = re.findall(r"^\| `(\w+)` \| (.*?) \| .*\|$", section, re.MULTILINE)
    return dict(found)


def test_keys_and_what_they_hold__are_said_in_one_order_in_the_documentation_and_in_editors():
    records = {
        "The top of the file": declared.TREE.keys,
        "Questions": COMMON,
        "Outcomes": declared.OUTCOME.keys,
    }
    for heading, keys in records.items():
        assert [*rows(heading).items()] == [(key.name, key.about) for key in keys]


def test_limits__in_the_documentation__are_those_of_the_check():
    section = FORMAT.partition("## Limits")[2]
    rows = dict(re.findall(r"^\| ([^|]+) \| ([\d,]+)[^|]* \|", section, re.MULTILINE))
    said = {what: int(number.replace(",", "")) for what, number in rows.items()}
    assert said == {
        "a file": Limits().characters,
        "a condition, a value": LONGEST,
        "lists and groups of keys in each other": Limits().depth,
        "brackets in a condition": DEEPEST,
        "texts, lists and groups of keys in a file": Limits().nodes,
        "options of a question": MOST_OPTIONS,
        "branches of a question": MOST_BRANCHES,
        "a name": 60,
    }
