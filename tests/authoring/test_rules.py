"""Every rule is listed, and its docstring is a page that an author can use."""

from pathlib import Path

import pytest

from trees.authoring import rules
from trees.authoring.rules.registry import OF_A_TREE, OF_ALL_TREES, RULES

FOLDER = Path(rules.__file__).parent
NO_RULES = {"__init__", "base", "registry"}


def test_the_registry__compared_with_the_folder__lists_every_rule():
    files = {
        file.stem.replace("_", "-") for file in FOLDER.glob("*.py") if file.stem not in NO_RULES
    }
    assert RULES.keys() == files


def test_rules_that_look_at_trees__asked__have_a_check():
    assert all(callable(rule.check) for rule in (*OF_A_TREE, *OF_ALL_TREES))


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES.keys())
def test_a_rule__read_by_an_author__says_what_and_why(rule):
    title, _, rest = rule.__doc__.strip().partition("\n\n")
    assert title.endswith(".")
    assert "\n" not in title
    assert len(rest.split()) > 8
