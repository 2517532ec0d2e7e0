"""PyYAML's two parsers, in C and in Python, find the same: browsers have the second alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml

from trees.authoring.source import File, parser
from trees.authoring.source.strict import StrictLoader

ROOT = Path(__file__).parents[3]
FILES = sorted([*(ROOT / "tests/corpus").glob("*.yaml"), *(ROOT / "decision_trees").glob("*.yaml")])
#: What a slip of the fingers leaves, or an enemy.
SLIPS = ("", ":", "- ", '"', "'", "[", "}", "  ", "&a ", "*a", "!x ", "|", ">-", "#", "---\n", "é")
#: What only the parser in Python refuses, within words (the tab) and within braces (the other).
STRICT = ("\t", "?")


def read_by(loader: type, text: str, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setattr(parser, "LOADER", loader)
    return parser.parse(File("a.yaml", text))


def test_files__read_by_either_parser__are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    for file in FILES:
        text = file.read_text(encoding="utf-8")
        in_c = read_by(yaml.CSafeLoader, text, monkeypatch)
        assert read_by(StrictLoader, text, monkeypatch) == in_c, file.name


@pytest.mark.parametrize("follows", ["", "[b]", "{b: c}", ", b: c"])
def test_colons_glued_to_what_follows__in_braces__are_refused_by_both(
    follows: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for loader in (yaml.CSafeLoader, StrictLoader):
        node, (finding,) = read_by(loader, f"x: {{a:{follows}}}\n", monkeypatch)
        assert node is None
        assert (finding.span.line, finding.span.column) == (1, 6)
        assert finding.message == "A space is missing after this colon"


def spoilt(slips: tuple[str, ...], times: int) -> Iterator[str]:
    random = Random(4)
    texts = [text for file in FILES if len(text := file.read_text(encoding="utf-8")) < 3_000]
    for _ in range(times):
        text = random.choice(texts)
        at = random.randrange(len(text))
        yield text[:at] + random.choice(slips) + text[at + random.randrange(3) :]


def test_spoilt_files__read_by_either_parser__are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    for text in spoilt(SLIPS, 200):
        in_c = read_by(yaml.CSafeLoader, text, monkeypatch)
        assert read_by(StrictLoader, text, monkeypatch) == in_c, text


def test_what_the_parser_in_c_refuses__is_never_passed_by_the_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for text in spoilt(STRICT, 100):
        in_c = read_by(yaml.CSafeLoader, text, monkeypatch)
        in_python = read_by(StrictLoader, text, monkeypatch)
        assert in_python == in_c or in_python[1], text
