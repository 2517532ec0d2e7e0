"""`make` says everything that it can do."""

import re
import subprocess

INTERNAL = {"site-tools", "test-tools", "bench-tools"}


def phony(root):
    text = (root / "Makefile").read_text()
    return set(re.search(r"^\.PHONY: (.*)$", text, re.MULTILINE)[1].split())


def targets(root):
    return set(re.findall(r"^([a-z][a-z-]*):", (root / "Makefile").read_text(), re.MULTILINE))


def test_each_target_is_phony(root):
    assert targets(root) == phony(root)


def test_help_lists_each_target(root):
    said = subprocess.run(["make", "help"], cwd=root, capture_output=True, text=True, check=True)
    listed = set(re.findall(r"^  ([a-z-]+) +\S", said.stdout, re.MULTILINE))
    assert listed == targets(root) - INTERNAL


def test_make_alone_is_help(root):
    alone, asked = (
        subprocess.run(
            ["make", *words], cwd=root, capture_output=True, text=True, check=True
        ).stdout
        for words in ([], ["help"])
    )
    assert alone == asked


def test_ci_calls_the_same_command_as_a_person(root):
    assert re.findall(r"\bmake \S+", (root / ".ci/run").read_text()) == ["make test"]
    assert "run: make test" in (root / ".github/workflows/test.yml").read_text()
