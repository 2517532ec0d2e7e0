"""What the tests of the project itself share: its files, as they are committed."""

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def committed() -> dict[str, str]:
    """Every committed text file by its path; pictures and other binaries are left out."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True
    ).stdout.split("\0")
    return {name: text for name in listed if (text := _text(ROOT / name)) is not None}


def _text(path: Path) -> str | None:
    if not path.is_file():  # the empty end of the list, or a file deleted but not yet committed
        return None
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None
