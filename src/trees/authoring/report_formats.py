"""Findings for programs: JSON, GitHub's annotations, and SARIF 2.1.0.

Boundary: formats findings, decides nothing about them. Each finding carries the address of its
rule's page.
"""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import quote

from .findings import Finding
from .rules.base import PAGES, page_of
from .rules.registry import RULES


def as_json(findings: Sequence[Finding]) -> str:
    """Return findings as a JSON list: flat objects, lines and columns counted from 1."""
    return json.dumps([flat(finding) for finding in findings], indent=2, ensure_ascii=False)


def flat(finding: Finding) -> dict[str, Any]:
    """Return a finding as JSON data."""
    span = finding.span
    return {
        "code": finding.code,
        "severity": finding.severity,
        "file": span.path,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "message": finding.message,
        "hint": finding.hint,
        "page": page_of(finding.code),
    }


#: What GitHub calls each severity.
ANNOTATIONS = {"error": "error", "warning": "warning", "advice": "notice"}


def as_github(findings: Sequence[Finding]) -> str:
    """Return findings as workflow commands, which GitHub shows beside the lines."""
    return "\n".join(map(_annotation, findings))


def _annotation(finding: Finding) -> str:
    span = finding.span
    facts = {
        "file": span.path,
        "line": span.line,
        "col": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
        "title": finding.code,
    }
    told = ",".join(f"{name}={_property(str(fact))}" for name, fact in facts.items())
    parts = (finding.message, finding.hint, page_of(finding.code))
    text = _escaped("\n".join(part for part in parts if part))
    return f"::{ANNOTATIONS[finding.severity]} {told}::{text}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


#: What SARIF calls each severity.
LEVELS = {"error": "error", "warning": "warning", "advice": "note"}


def as_sarif(findings: Sequence[Finding]) -> str:
    """Return findings as a SARIF 2.1.0 log of one run, with the rules that it speaks of."""
    codes = sorted({finding.code for finding in findings})
    driver = {"name": "trees", "informationUri": PAGES, "rules": [_rule(code) for code in codes]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, codes.index(finding.code)) for finding in findings],
    }
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    log = {"$schema": schema, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=2, ensure_ascii=False)


def _rule(code: str) -> dict[str, Any]:
    told = inspect.getdoc(RULES[code]) or ""
    return {
        "id": code,
        "shortDescription": {"text": told.partition("\n")[0]},
        "help": {"text": told},
        "helpUri": page_of(code),
    }


def _result(finding: Finding, rule: int) -> dict[str, Any]:
    span = finding.span
    text = f"{finding.message}. {finding.hint}" if finding.hint else finding.message
    region = {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
    place = {"artifactLocation": {"uri": quote(span.path)}, "region": region}
    return {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": LEVELS[finding.severity],
        "message": {"text": text},
        "locations": [{"physicalLocation": place}],
    }


FORMATS: dict[str, Callable[[Sequence[Finding]], str]] = {
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
}
