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


def measure(package: Path, script: Path = MEASURE, *zips: bytes) -> tuple[str, ...]:
    """Run a script under Node on stock Pyodide, and return the files that were used.

    It is given the package, and the paths of the engine and of the further ``zips``.
    """
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, content in enumerate((plain_zip(engine_files()), *zips)):
            paths.append(Path(folder, f"{number}.zip"))
            paths[-1].write_bytes(content)
        played = subprocess.run(
            ["node", str(script), str(package), *map(str, paths)],
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
    """Write the list; what stands above it says how it was made."""
    header = "".join(line for line in _lines(path) if line.startswith("#"))
    path.write_text(header + "".join(f"{name}\n" for name in names), encoding="utf-8")


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines(keepends=True)
