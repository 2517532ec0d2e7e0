"""Everything that is installed is known beforehand, to the byte."""

import json
import re
import tomllib

import pytest

from machine.python import PYTHON

PEERS = "benchmarks/peers"
PYTHON_LOCKS = [
    "requirements.txt",
    f"{PEERS}/requirements.txt",
    "tools/locks/uv.txt",
    "tools/locks/node.txt",
]
NPM_FOLDERS = [".", PEERS]
EXACT = re.compile(r"(npm:[a-z-]+@)?[\d.]+")
PIN = re.compile(r"^(?P<name>[a-z0-9][a-z0-9._-]*)==(?P<version>\S+)(?P<rest>.*)", re.MULTILINE)


def pins(text):
    """Split a lock into its pins: name → everything up to the next one."""
    starts = [match.start() for match in PIN.finditer(text)]
    blocks = [text[a:b] for a, b in zip(starts, [*starts[1:], None], strict=True)]
    return {PIN.match(block)["name"]: block for block in blocks}


@pytest.mark.parametrize("lock", PYTHON_LOCKS)
def test_each_pin_has_hashes(root, lock):
    found = pins((root / lock).read_text())
    assert found
    assert [name for name, block in found.items() if "--hash=sha256:" not in block] == []


@pytest.mark.parametrize("lock", PYTHON_LOCKS)
def test_each_line_is_a_pin_a_hash_or_a_comment(root, lock):
    odd = [
        line
        for line in (root / lock).read_text().splitlines()
        if not (PIN.match(line) or line.strip().startswith(("--hash=sha256:", "#")))
    ]
    assert odd == []


def test_the_lock_holds_every_demand(root):
    project = tomllib.loads((root / "pyproject.toml").read_text())
    demands = project["project"]["dependencies"] + project["build-system"]["requires"]
    demands += [
        line
        for line in (root / "requirements.in").read_text().splitlines()
        if line and not line.startswith("#")
    ]
    names = {re.split(r"[<>=~!\s;\[]", demand)[0].lower() for demand in demands}
    assert names <= set(pins((root / "requirements.txt").read_text()))


@pytest.mark.parametrize("folder", NPM_FOLDERS)
def test_npm_demands_are_exact(root, folder):
    demands = json.loads((root / folder / "package.json").read_text())["devDependencies"]
    assert [name for name, version in demands.items() if not EXACT.fullmatch(version)] == []


@pytest.mark.parametrize("folder", NPM_FOLDERS)
def test_the_npm_lock_has_hashes_and_no_addresses(root, folder):
    packages = json.loads((root / folder / "package-lock.json").read_text())["packages"]
    installed = {name: entry for name, entry in packages.items() if name}
    assert installed
    assert [name for name, entry in installed.items() if "integrity" not in entry] == []
    assert [name for name, entry in installed.items() if "resolved" in entry] == []


def test_the_runtime_is_the_same_python_as_the_environment(root):
    """py-compile makes bytecode for the host's minor version: the runtime must read it."""
    demanded = json.loads((root / "package.json").read_text())["devDependencies"]["pyodide"]
    runtime = json.loads((root / "node_modules/pyodide/pyodide-lock.json").read_text())["info"]
    installed = json.loads((root / "node_modules/pyodide/package.json").read_text())["version"]
    assert installed == demanded
    assert runtime["python"].rsplit(".", 1)[0] == PYTHON
