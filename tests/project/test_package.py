"""What a docs team installs: everything the plugin needs, and nothing else."""

import subprocess
import sys
import zipfile

import pytest

pytestmark = pytest.mark.slow


def build_wheel(root, folder):
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder)],
        cwd=root,
        check=True,
        capture_output=True,
    )
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def wheel(root, tmp_path_factory):
    return build_wheel(root, tmp_path_factory.mktemp("wheel"))


def test_the_wheel_holds_the_package_and_the_runtime_bundle(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    assert "trees/engine/__init__.py" in names
    assert [name for name in names if name.startswith("trees/browser/_bundle/")]
    assert {name.split("/")[0].split("-")[0] for name in names} == {
        "trees",
        "mkdocs_decision_trees",
    }


def test_the_wheel_names_the_command_and_the_plugin(wheel):
    archive = zipfile.ZipFile(wheel)
    entry = next(name for name in archive.namelist() if name.endswith("entry_points.txt"))
    said = archive.read(entry).decode()
    assert "trees = trees.cli:main" in said
    assert "decision-trees = trees.publishing.plugin:DecisionTreesPlugin" in said


def test_two_builds_are_byte_identical(root, wheel, tmp_path):
    assert build_wheel(root, tmp_path).read_bytes() == wheel.read_bytes()
