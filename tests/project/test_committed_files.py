"""A clone works anywhere: nothing committed names one machine or one registry."""

import re

# Written apart, or this file would name them.
APART = (
    ("py", "pi.org"),
    ("python", "hosted"),
    ("npm", "js."),
    ("npm", "mirror"),
    ("deb.", "debian."),
)
REGISTRIES = ["".join(parts) for parts in APART]
MACHINE_PATHS = re.compile(r"(?<![\w.\-/*])/(?:root|work|Users|opt)/|(?<![\w.\-/*])/home/[a-z]")
FOREIGN_LOCKS = {"uv.lock", "pylock.toml", "poetry.lock", "Pipfile.lock", "yarn.lock"}
MADE_BY_TOOLS = (
    ".venv/",
    ".cache/",
    "node_modules/",
    "site/",
    "dist/",
    "src/trees/browser/_bundle/",
    "src/trees/browser/_file/",
)
THIS = "tests/project/test_committed_files.py"


def test_no_file_names_a_registry(committed):
    found = [
        (name, host) for name, text in committed.items() for host in REGISTRIES if host in text
    ]
    assert found == []


def test_no_file_names_a_path_of_one_machine(committed):
    found = [
        (name, match.group())
        for name, text in committed.items()
        if name != THIS and (match := MACHINE_PATHS.search(text))
    ]
    assert found == []


def test_there_is_one_lock_for_each_language(committed):
    names = {name.rsplit("/", 1)[-1] for name in committed}
    assert not names & FOREIGN_LOCKS


def test_nothing_made_by_tools_is_committed(committed):
    assert [name for name in committed if name.startswith(MADE_BY_TOOLS)] == []
