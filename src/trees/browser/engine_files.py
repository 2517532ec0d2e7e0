"""The engine as it travels: its modules under ``trees/engine``, and nothing else of trees."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

ENGINE = Path(__file__).parents[1] / "engine"


def engine_files(folder: Path = ENGINE) -> Mapping[str, bytes]:
    """Return the engine's modules by their name in the zip, with an empty package around them."""
    modules = {
        f"trees/engine/{path.relative_to(folder).as_posix()}": path.read_bytes()
        for path in folder.rglob("*.py")
    }
    return {"trees/__init__.py": b"", **modules}
