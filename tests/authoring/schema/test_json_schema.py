"""The JSON Schema and the check say the same of a file, as far as a schema can see.

The line between them: a schema sees the keys, the kinds of values and the spelling of texts. It
does not see what names refer to, conditions, or ways (`BEYOND`), and of an unquoted number or
null only the value and not the spelling (`unseen`).
"""

from __future__ import annotations

import math
import re
from collections import Counter
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pytest
from jsonschema import Draft7Validator, FormatChecker
from jsonschema.validators import extend
from tests.authoring.schema.documents import Writer, as_json, as_yaml, spoiled

from trees.authoring.project import load_texts
from trees.authoring.rules.registry import RULES
from trees.authoring.schema.format import SOURCES, TREE
from trees.authoring.schema.json_schema import json_of, schemas
from trees.authoring.source import File, ListNode, Node, TextNode, parse

ROOT = Path(__file__).parents[3]
#: What a schema can say.
SAID = {
    *("bad-name", "missing-key", "reserved-name", "unknown-key", "unknown-kind", "wrong-type"),
}
#: What only the check can say: what is no YAML for trees, and what comes after the keys.
BEYOND = RULES.keys() - SAID
FILES = {"tree": "one.yaml", "sources": "sources.yaml"}
SHAPES = {"tree": TREE, "sources": SOURCES}
ROUNDS = 2000


def in_full(_: Any, pattern: str, text: Any, __: Any) -> Any:
    """Read patterns as the standard does: `$` is the very end, even before a line end."""
    if isinstance(text, str) and not re.search(pattern.replace("$", r"\Z"), text):
        yield from Draft7Validator({"pattern": "(?!)"}).iter_errors(text)


@cache
def validator(name: str) -> Draft7Validator:
    kind = extend(Draft7Validator, {"pattern": in_full})
    return kind(json_of(SHAPES[name]), format_checker=FormatChecker(["date"]))


def check_says(name: str, text: str) -> set[str]:
    """Return the codes of the check that a schema could have said, too."""
    project = load_texts({FILES[name]: text})
    return {finding.code for finding in project.findings} & SAID


def agree(name: str, text: str) -> bool:
    """Hold the schema against the check; return whether both accept the text."""
    root, _ = parse(File(FILES[name], text))
    assert root is not None
    said = check_says(name, text)
    wrong = [] if validator(name).is_valid(as_json(root)) else ["wrong"]
    assert bool(said) == bool(wrong), f"check: {said}, schema: {wrong}\n{text}"
    return not said


def unseen(node: Node) -> bool:
    """Whether something is spelled in a way that YAML 1.2 hides from a schema."""
    if isinstance(node, TextNode):
        seen = as_json(node)
        hidden = seen is None and not node.empty
        number = isinstance(seen, (int, float)) and not isinstance(seen, bool)
        return hidden or (number and not re.fullmatch(PLAIN, node.value)) or _endless(seen)
    inside = (
        node.items if isinstance(node, ListNode) else [one.node for one in node.entries.values()]
    )
    return any(map(unseen, inside))


#: A number as people write it: YAML 1.2 also knows `1e3`, `0x1F` and `+5`, which are texts to us.
PLAIN = r"-?\d+(\.\d{1,6})?"


def _endless(seen: Any) -> bool:
    return isinstance(seen, float) and not math.isfinite(seen)


@pytest.mark.parametrize("name", SHAPES)
@pytest.mark.slow
def test_documents_from_the_schema_and_near_misses__judged__alike_by_both(name: str) -> None:
    random = Random(20261125)
    writer, schema = Writer(random), json_of(SHAPES[name])
    verdicts: Counter[bool] = Counter()
    for _ in range(ROUNDS):
        document = writer.write(schema)
        for _ in range(random.randrange(2)):
            document = spoiled(document, random)
        text = as_yaml(document)
        root, findings = parse(File(FILES[name], text))
        if root and not findings and not unseen(root):
            verdicts[agree(name, text)] += 1
    assert min(verdicts.values()) > ROUNDS / 5, verdicts
    assert sum(verdicts.values()) > ROUNDS * 0.8, verdicts


@pytest.mark.parametrize(
    "file", sorted((ROOT / "decision_trees").glob("*.yaml")), ids=lambda file: file.stem
)
def test_our_own_files__judged__fit(file: Path) -> None:
    name = "sources" if file.stem == "sources" else "tree"
    assert agree(name, file.read_text("utf-8"))


@pytest.mark.slow
def test_our_own_trees_with_slips__judged__alike_by_both() -> None:
    random = Random(20261126)
    files = sorted((ROOT / "decision_trees").glob("*.yaml"))
    verdicts: Counter[bool] = Counter()
    for _ in range(300):
        file = random.choice(files)
        name = "sources" if file.stem == "sources" else "tree"
        text = with_slip(file.read_text("utf-8"), random)
        root, findings = parse(File(FILES[name], text))
        if root and not findings and not unseen(root):
            verdicts[agree(name, text)] += 1
    assert min(verdicts.values()) > 40, verdicts


def with_slip(text: str, random: Random) -> str:
    """Return a file with a line lost, doubled, moved in, or with another word."""
    lines = text.splitlines(keepends=True)
    at = random.randrange(len(lines))
    key = re.sub(r"^(\s*(?:- )?)(\w+):", rf"\g<1>{random.choice(WORDS)}:", lines[at])
    value = re.sub(r": \S.*", f": {random.choice(WORDS)}", lines[at])
    lines[at] = random.choice(("", "  " + lines[at], lines[at][2:], key, value))
    return "".join(lines)


WORDS = ("ask", "kind", "go", "options", "yes", "title", "date", "several", "nought", "3", "[]", "")


def test_a_published_schema__is_draft_07_and_describes_every_key() -> None:
    for schema in schemas().values():
        assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
        Draft7Validator.check_schema(schema)
        assert list(undescribed(schema)) == []


def undescribed(schema: Any) -> Any:
    if isinstance(schema, dict):
        properties = schema.get("properties", {}) if schema.get("type") == "object" else {}
        yield from (key for key, value in properties.items() if not value.get("description"))
        for value in schema.values():
            yield from undescribed(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from undescribed(value)


def test_the_line_to_the_check__is_drawn_at_every_code() -> None:
    assert RULES.keys() == BEYOND | SAID
    assert len(SAID) == 6
