"""The cut bundle under Node: the same boot as in the reader's browser, for a batch of requests.

Boundary: compiled trees and states in, transcripts out. Shared by every test that compares what
the engine says in different places.
"""

from __future__ import annotations

import gzip
import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from trees.browser.runtime import MANIFEST, PACKED

ROOT = Path(__file__).resolve().parents[2]
BUNDLE = ROOT / "src/trees/browser/_bundle"
PLAYER = Path(__file__).with_name("play.mjs")
COPY = ROOT / ".cache" / "bundle-for-node"
PRIVATE_NODE = ROOT / ".cache" / "node" / "bin"


def node_transcripts(
    compiled_trees: Sequence[str], asks: Sequence[dict[str, Any]]
) -> list[dict[str, Any]]:
    """Return the transcript of each ``{"state": …, "today": …}``, from Pyodide under Node."""
    told = node_answers(compiled_trees, [{"do": "transcript", **ask} for ask in asks])
    refused = [one for one in told if "transcript" not in one]
    assert not refused, refused[:3]
    return [one["transcript"] for one in told]


def node_answers(
    compiled_trees: Sequence[str], requests: Sequence[dict[str, Any]]
) -> list[dict[str, Any]]:
    """Return the service's response to each request, from Pyodide under Node."""
    asked = {"bundle": str(bundle_copy()), "trees": list(compiled_trees), "asks": list(requests)}
    told: list[dict[str, Any]] = json.loads(node(str(PLAYER), told=json.dumps(asked)))["told"]
    return told


def node(*arguments: str, told: str) -> str:
    """Run Node on what it is told; return what it says."""
    path = f"{PRIVATE_NODE}{os.pathsep}{os.environ.get('PATH', '')}"
    done = subprocess.run(
        ["node", *arguments],
        input=told,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PATH": path},
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


def bundle_copy() -> Path:
    """Return a copy of the bundle that Node can load.

    What is packed is unpacked, as Pyodide reads files under Node by itself. And Node takes
    ``pyodide.asm.js`` for an ES module wherever the nearest package.json says so, as this
    repository's does; a package.json of its own beside the copy says otherwise.
    """
    manifest = json.loads((BUNDLE / MANIFEST).read_text(encoding="utf-8"))
    copy = COPY / manifest["inputs"]
    if not copy.is_dir():
        COPY.mkdir(parents=True, exist_ok=True)
        # Made apart, since tests run side by side: whoever is first is there for all.
        made = Path(tempfile.mkdtemp(dir=COPY))
        shutil.copytree(BUNDLE, made, dirs_exist_ok=True)
        (made / "package.json").write_text('{"type": "commonjs"}')
        unpack(made)
        with suppress(OSError):
            made.rename(copy)
        shutil.rmtree(made, ignore_errors=True)
    return copy


def unpack(folder: Path) -> None:
    """Unpack a bundle's packed files in place; its manifest then names them."""
    for path in folder.rglob(f"*{PACKED}"):
        path.with_suffix("").write_bytes(gzip.decompress(path.read_bytes()))
        path.unlink()
    manifest = folder / MANIFEST
    manifest.write_text(manifest.read_text(encoding="utf-8").replace(PACKED, ""), encoding="utf-8")
