"""A copy of the content with slips as authors make them, so that there is something to find.

Boundary: copies and changes files in a temporary folder; the tools that find the slips are real.
"""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from pathlib import Path
from typing import Iterator, Tuple

ROOT = Path(__file__).resolve().parents[2]
CONTENT = "decision_trees"


class Slip(Tuple[str, str, str]):
    """A file, the words that stand in it once, and what somebody made of them."""


#: Two digits changed places, so that the branch below is never taken.
SWAPPED = Slip(("refund.yaml", "days_since(silent_on) > 120", "days_since(silent_on) > 210"))
#: A letter is missing.
MISSPELT = Slip(("account-risk.yaml", "go: suspected\n", "go: suspectd\n"))
LETTER_LESS = Slip(("reorder.yaml", "if: stage == outside\n", "if: stage == outsid\n"))
#: Who waits for an answer is told to order elsewhere, too.
MOVED = Slip(("reorder.yaml", "if: stage == refused\n", "if: stage in [refused, waiting]\n"))


@contextlib.contextmanager
def guide_with(*slips: Slip) -> Iterator[Path]:
    """Yield a folder called `guide` that holds the content, slips made."""
    with tempfile.TemporaryDirectory() as temporary:
        guide = Path(temporary) / "guide"
        shutil.copytree(ROOT / CONTENT, guide / CONTENT)
        shutil.copy(ROOT / "mkdocs.yml", guide)
        for name, right, wrong in slips:
            path = guide / CONTENT / name
            text = path.read_text("utf-8")
            if text.count(right) != 1:
                raise SystemExit(f"{name} no longer has {right!r} once: choose another slip")
            path.write_text(text.replace(right, wrong), "utf-8")
        yield guide
