"""The engine stands alone: zipped, it plays every tree under an isolated interpreter.

`python -I -S` has no site-packages and no environment, so an import of anything but the standard
library fails here, as it would in the reader's browser.
"""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import pytest

from trees.authoring.document import Project
from trees.authoring.project import load
from trees.engine import wire
from trees.engine.session import State
from trees.engine.view import transcript

ROOT = Path(__file__).parents[2]
TODAY = "2026-03-23"
PLAYER = """
import json, sys
sys.path.insert(0, sys.argv[1])
from datetime import date
from trees.engine import wire
from trees.engine.session import State
from trees.engine.view import transcript
asked = json.load(sys.stdin)
library = {data["id"]: wire.from_json(data) for data in asked["trees"]}
today = date.fromisoformat(asked["today"])
told = [transcript(library, State(**state), today) for state in asked["states"]]
json.dump(told, sys.stdout)
"""


@pytest.fixture(scope="module")
def engine_zip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The engine's folder in a zip, and nothing else."""
    path = tmp_path_factory.mktemp("engine") / "engine.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("trees/__init__.py", "")
        for file in (ROOT / "src/trees/engine").rglob("*.py"):
            archive.write(file, file.relative_to(ROOT / "src"))
    return path


@pytest.fixture(scope="module")
def project() -> Project:
    """Our own content."""
    return load(ROOT / "decision_trees", ROOT)


def test_zipped_engine__plays_every_tree_isolated(engine_zip: Path, project: Project) -> None:
    trees = [document.tree for document in project.documents.values()]
    told = [
        (document.tree.id, dict(scenario.answers))
        for document in project.documents.values()
        for scenario in document.scenarios
    ]
    states = [{"tree": tree, "answers": answers} for tree, answers in told]
    asked = {"trees": [wire.to_json(t) for t in trees], "states": states, "today": TODAY}
    played = subprocess.run(
        [sys.executable, "-I", "-S", "-c", PLAYER, str(engine_zip)],
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        check=False,
    )
    assert played.returncode == 0, played.stderr
    library = {tree.id: tree for tree in trees}
    here = [
        transcript(library, State(tree, answers), date.fromisoformat(TODAY))
        for tree, answers in told
    ]
    assert len(here) >= len(trees)
    assert json.loads(played.stdout) == here
