"""What a docs team installs: everything the plugin needs, and nothing else."""

import ast
import re
import subprocess
import sys
import tomllib
import zipfile

import pytest

# Names of packages that differ from what is imported.
IMPORTED_AS = {"pillow": "PIL", "pyyaml": "yaml", "markdown-it-py": "markdown_it"}


def imports(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield node.module


def test_what_is_imported_is_demanded(committed, root):
    """The builder of the bundle aside: it runs for maintainers, with what the lock holds."""
    project = tomllib.loads((root / "pyproject.toml").read_text())["project"]
    extras = project["optional-dependencies"]
    demands = [*project["dependencies"], *(one for extra in extras.values() for one in extra)]
    names = {re.split(r"[<>=~!\s;\[]", demand)[0] for demand in demands}
    demanded = {IMPORTED_AS.get(name, name) for name in names}
    used = {
        name.split(".")[0]
        for path, text in committed.items()
        if path.startswith("src/trees/") and path.endswith(".py")
        if not path.startswith("src/trees/browser/")
        for name in imports(ast.parse(text))
    }
    assert used - sys.stdlib_module_names - {"trees"} <= demanded


def build_wheel(root, folder):
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder)],
        cwd=root,
        check=True,
        capture_output=True,
    )
    return next(folder.glob("*.whl"))


def test_the_readme_is_the_packages_page(committed, root):
    project = tomllib.loads((root / "pyproject.toml").read_text())["project"]
    assert project.get("readme") == ("README.md" if "README.md" in committed else None)


@pytest.fixture(scope="module")
def wheel(root, tmp_path_factory):
    return build_wheel(root, tmp_path_factory.mktemp("wheel"))


@pytest.mark.slow
def test_the_wheel_holds_the_package_and_what_is_built_for_the_browser(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    assert "trees/engine/__init__.py" in names
    for built in ("trees/browser/_bundle/manifest.json", "trees/browser/_file/page.js"):
        assert built in names
    assert {name.split("/")[0].split("-")[0] for name in names} == {
        "trees",
        "mkdocs_decision_trees",
    }


@pytest.mark.slow
def test_the_wheel_names_the_command_and_the_plugin(wheel):
    archive = zipfile.ZipFile(wheel)
    entry = next(name for name in archive.namelist() if name.endswith("entry_points.txt"))
    said = archive.read(entry).decode()
    assert "trees = trees.cli:command" in said
    assert "decision-trees = trees.publishing.plugin:DecisionTreesPlugin" in said


@pytest.mark.slow
def test_two_builds_are_byte_identical(root, wheel, tmp_path):
    assert build_wheel(root, tmp_path).read_bytes() == wheel.read_bytes()
