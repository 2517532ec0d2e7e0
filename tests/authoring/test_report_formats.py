"""Findings for programs: every field arrives, and each format is what its reader expects."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest

from trees.authoring.findings import Finding, Span
from trees.authoring.report_formats import as_github, as_json, as_sarif
from trees.authoring.rules.base import PAGES, page_of
from trees.authoring.rules.registry import RULES

SPAN = Span("trees/a b,c.yaml", 3, 5, 3, 9)
ONE = Finding(SPAN, "unknown-target", "100% wrong\nhere", "Did you mean `x`?")
TWO = Finding(SPAN, "unused-value", "No text shows it", "", "warning")
THREE = Finding(SPAN, "untold-option", "No story picks it", "Add one.", "advice")
ALL = [ONE, TWO, THREE]


def shape(needed, **properties):
    """An object of the standard, which takes no properties but its own."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(needed),
        "additionalProperties": False,
    }


TEXT, COUNT = {"type": "string"}, {"type": "integer", "minimum": 1}
ADDRESS = {"type": "string", "pattern": r"^[A-Za-z0-9:/?#@!$&'()*+,;=._~%\[\]-]+$"}
MESSAGE = shape(["text"], text={"type": "string", "minLength": 1})
REGION = shape([], startLine=COUNT, startColumn=COUNT, endLine=COUNT, endColumn=COUNT)
PLACE = shape([], artifactLocation=shape(["uri"], uri=ADDRESS), region=REGION)
LOCATIONS = {"type": "array", "items": shape([], physicalLocation=PLACE)}
RULE = shape(["id"], id=TEXT, shortDescription=MESSAGE, help=MESSAGE, helpUri=ADDRESS)
RESULT = shape(
    ["message"],
    ruleId=TEXT,
    ruleIndex={"type": "integer", "minimum": -1},
    level={"enum": ["none", "note", "warning", "error"]},
    message=MESSAGE,
    locations=LOCATIONS,
)
RULES_LIST = {"type": "array", "items": RULE, "uniqueItems": True}
DRIVER = shape(["name"], name=TEXT, informationUri=ADDRESS, rules=RULES_LIST)
RUN = shape(
    ["tool"],
    tool=shape(["driver"], driver=DRIVER),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    results={"type": "array", "items": RESULT},
)
#: SARIF 2.1.0, as far as it is written here: the names, and what each object demands.
SARIF = shape(
    ["version", "runs"],
    **{"$schema": ADDRESS},
    version={"const": "2.1.0"},
    runs={"type": "array", "items": RUN},
)


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


@pytest.mark.parametrize("findings", [[], ALL], ids=["none", "some"])
def test_findings_as_sarif__have_the_shape_of_the_standard(findings):
    jsonschema.Draft7Validator(SARIF).validate(json.loads(as_sarif(findings)))


def test_findings_as_sarif__hold_every_field():
    (run,) = json.loads(as_sarif(ALL))["runs"]
    rules = run["tool"]["driver"]["rules"]
    for result, finding in zip(run["results"], ALL, strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == finding.code
        assert result["message"]["text"].startswith(finding.message)
        (place,) = (one["physicalLocation"] for one in result["locations"])
        assert place["artifactLocation"]["uri"] == "trees/a%20b%2Cc.yaml"
        assert place["region"] == {
            "startLine": 3,
            "startColumn": 5,
            "endLine": 3,
            "endColumn": 9,
        }
    assert [one["level"] for one in run["results"]] == ["error", "warning", "note"]


def test_the_page_of_a_rule__is_where_this_site_publishes_it():
    site = re.search(r"^site_url: (\S+)$", Path("mkdocs.yml").read_text("utf-8"), re.MULTILINE)
    assert f"{site.group(1)}rules" == PAGES
    assert all(page_of(code) == f"{PAGES}/{code}/" for code in RULES)
