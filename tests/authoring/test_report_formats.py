"""Findings for programs: every field arrives, and each format is what its reader expects."""

from __future__ import annotations

import json
import re
from pathlib import Path

import yaml

from trees.authoring.findings import Finding, Span
from trees.authoring.report_formats import as_github, as_json, as_sarif
from trees.authoring.rules.base import PAGES, page_of
from trees.authoring.rules.registry import RULES

SPAN = Span("trees/a b,c.yaml", 3, 5, 3, 9)
ONE = Finding(SPAN, "unknown-target", "100% wrong\nhere", "Did you mean `x`?")
TWO = Finding(SPAN, "unused-value", "No text shows it", "", "warning")
THREE = Finding(SPAN, "untold-option", "No story picks it", "Add one.", "advice")
ALL = [ONE, TWO, THREE]

#: What the standard demands of each object that is written here; more is in its schema.
SARIF_NEEDS = {
    "sarifLog": {"version", "runs"},
    "run": {"tool", "results"},
    "result": {"message", "ruleId", "level", "locations"},
}
LEVELS = {"none", "note", "warning", "error"}


def test_findings_as_json__hold_every_field_and_the_address_of_the_rule():
    told = json.loads(as_json(ALL))
    assert told[0] == {
        "code": "unknown-target",
        "severity": "error",
        "file": "trees/a b,c.yaml",
        "line": 3,
        "column": 5,
        "end_line": 3,
        "end_column": 9,
        "message": "100% wrong\nhere",
        "hint": "Did you mean `x`?",
        "page": page_of("unknown-target"),
    }
    assert [one["severity"] for one in told] == ["error", "warning", "advice"]


def test_no_findings__are_an_empty_list():
    assert json.loads(as_json([])) == []
    assert as_github([]) == ""
    assert json.loads(as_sarif([]))["runs"][0]["results"] == []


def test_findings_as_annotations__are_one_line_each_that_says_no_other_command():
    lines = as_github(ALL).splitlines()
    assert [line.partition(" ")[0] for line in lines] == ["::error", "::warning", "::notice"]
    assert "file=trees/a b%2Cc.yaml,line=3,col=5,endLine=3,endColumn=9," in lines[0]
    assert "::100%25 wrong%0Ahere%0ADid you mean `x`?%0Ahttps://" in lines[0]


def test_findings_as_sarif__have_all_that_the_standard_demands():
    log = json.loads(as_sarif(ALL))
    assert log["version"] == "2.1.0"
    assert SARIF_NEEDS["sarifLog"] <= log.keys()
    (run,) = log["runs"]
    assert SARIF_NEEDS["run"] <= run.keys()
    rules = run["tool"]["driver"]["rules"]
    assert run["tool"]["driver"]["name"]
    assert len({rule["id"] for rule in rules}) == len(rules)
    for result, finding in zip(run["results"], ALL, strict=True):
        assert SARIF_NEEDS["result"] <= result.keys()
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == finding.code
        assert result["level"] in LEVELS
        assert result["message"]["text"].startswith(finding.message)
        (place,) = (one["physicalLocation"] for one in result["locations"])
        assert re.fullmatch(r"[A-Za-z0-9/%._~-]+", place["artifactLocation"]["uri"])
        assert place["region"] == {
            "startLine": 3,
            "startColumn": 5,
            "endLine": 3,
            "endColumn": 9,
        }


def test_the_page_of_a_rule__is_where_this_site_publishes_it():
    site = re.search(r"^site_url: (\S+)$", Path("mkdocs.yml").read_text("utf-8"), re.MULTILINE)
    assert f"{site.group(1)}rules" == PAGES
    assert all(yaml.safe_load(page_of(code)) for code in RULES)
