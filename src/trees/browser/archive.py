"""Zips of compiled modules that come out byte for byte the same each time.

Boundary: files in, the bytes of a zip out. pyodide-build compiles; its zips carry the time of the
build, in the entries and in each ``.pyc``, so they are written anew here.
"""

from __future__ import annotations

import gzip
import io
import os
import sys
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

from .failure import printed

#: The earliest date that a zip can hold.
NO_DATE = (1980, 1, 1, 0, 0, 0)
#: A .pyc begins with a magic number and flags; the source's time and length follow.
PYC_HEADER, PYC_FLAGS_END = 16, 8
#: Leaves out docstrings and asserts: the reader loads less.
WITHOUT_DOCSTRINGS = "2"

type Files = Mapping[str, bytes]


def compiled_zip(sources: Files, level: int = 9) -> bytes:
    """Compile ``.py`` files with ``pyodide py-compile`` and return them as a zip.

    ``level`` is how hard to compress; 0 for a zip that is packed as a whole afterwards.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "sources.zip")
        path.write_bytes(plain_zip(sources))
        _compile(path)
        compiled = read_zip(path.read_bytes())
    timeless = {name: _timeless(name, content) for name, content in compiled.items()}
    return plain_zip(timeless, level)


def read_zip(content: bytes) -> dict[str, bytes]:
    """Return the files of a zip by name."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if name[-1] != "/"}


def packed(content: bytes) -> bytes:
    """Pack with gzip, without a date."""
    return gzip.compress(content, 9, mtime=0)


def plain_zip(files: Files, level: int = 9) -> bytes:
    """Zip files in a fixed order and with fixed dates."""
    whole = io.BytesIO()
    method = zipfile.ZIP_DEFLATED if level else zipfile.ZIP_STORED
    with zipfile.ZipFile(whole, "w", method) as archive:
        for name, content in sorted(files.items()):
            entry = zipfile.ZipInfo(name, NO_DATE)
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content, method, level)
    return whole.getvalue()


def _compile(path: Path) -> None:
    # Compiling takes the level of optimisation from the interpreter that it runs in.
    environment = {**os.environ, "PYTHONOPTIMIZE": WITHOUT_DOCSTRINGS, "PYTHONHASHSEED": "0"}
    # With this, Python would write modules that are checked against their sources when imported.
    environment.pop("SOURCE_DATE_EPOCH", None)
    compiler = [sys.executable, "-m", "pyodide_cli", "py-compile", "--silent", "--no-keep"]
    printed(
        [*compiler, str(path)],
        "pyodide-build could not compile the modules.",
        "run `make`, which installs pyodide-build; if it is there, read the lines above.",
        environment,
    )


def _timeless(name: str, content: bytes) -> bytes:
    if not name.endswith(".pyc"):
        return content
    return content[:PYC_FLAGS_END] + bytes(PYC_HEADER - PYC_FLAGS_END) + content[PYC_HEADER:]
