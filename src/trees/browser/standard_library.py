"""The part of the standard library that readers need, and how it was found out.

Boundary: ``standard_library.txt`` names the modules; this cuts Pyodide's zip down to them, and
measures them anew: stock Pyodide under Node plays every kind of question and raises one error,
and whatever it has imported by then from the zip is kept.
"""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from .archive import plain_zip
from .engine_files import engine_files
from .failure import BuildFailure

HERE = Path(__file__).parent
LIST = HERE / "standard_library.txt"
MEASURE = HERE / "measure.mjs"
HEADER = """\
# The modules of the standard library that the reader's browser gets, as files of Pyodide's own zip.
# Measured, not written: `python -m trees.browser.runtime --measure` makes this list anew. It lists
# what stock Pyodide has imported after it played every kind of question and raised one error.
"""


def listed(path: Path = LIST) -> tuple[str, ...]:
    """Return the files that are kept, as the list has them."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


def cut(library: Mapping[str, bytes], keep: tuple[str, ...]) -> dict[str, bytes]:
    """Return the kept files of the library."""
    missing = [name for name in keep if name not in library]
    if missing:
        raise BuildFailure(
            f"the standard library has no {', '.join(missing)}.",
            str(LIST),
            "run `python -m trees.browser.runtime --measure`.",
        )
    return {name: library[name] for name in keep}


def measure(package: Path) -> tuple[str, ...]:
    """Play under Node on stock Pyodide, and return the files that were used."""
    with tempfile.TemporaryDirectory() as folder:
        engine = Path(folder, "engine.zip")
        engine.write_bytes(plain_zip(engine_files()))
        played = subprocess.run(
            ["node", str(MEASURE), str(package), str(engine)],
            capture_output=True,
            text=True,
            check=False,
            stdin=subprocess.DEVNULL,
        )
    if played.returncode:
        raise BuildFailure(
            "stock Pyodide could not play the engine.",
            played.stderr.strip()[-600:],
            "read the lines above; `node --version` must be 20 or newer.",
        )
    return tuple(sorted(json.loads(played.stdout)))


def write(names: tuple[str, ...], path: Path = LIST) -> None:
    """Write the list, with how it was made."""
    path.write_text(HEADER + "".join(f"{name}\n" for name in names), encoding="utf-8")
