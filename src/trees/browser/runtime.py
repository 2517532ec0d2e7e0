"""Builds the runtime bundle: ``python -m trees.browser.runtime`` (``make bundle``).

Boundary: npm's Pyodide and the engine in, ``_bundle/`` out: a folder to serve as it is. Every name
in it carries a hash of its content, and ``manifest.json`` says the names. What is large is packed
here, since not every host compresses what it serves. Nothing is built while the inputs are what
they were.
"""

from __future__ import annotations

import importlib.metadata
import json
import sys
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from . import checker_files, file_scripts, page_parts, playground_parts, standard_library
from .archive import Files, compiled_zip, packed, read_zip
from .engine_files import engine_files
from .failure import BuildFailure
from .pins import ABI, PYODIDE, PYTHON, STANDARD_LIBRARY
from .source import read_package
from .trim import MODULE, binaryen, trimmed

HERE = Path(__file__).parent
BUNDLE = HERE / "_bundle"
NODE_MODULES = HERE.parents[2] / "node_modules"
PACKAGE = NODE_MODULES / "pyodide"
MANIFEST = "manifest.json"
#: The ending of packed files: one that no host knows, so that they are sent as they are.
PACKED = ".packed"


def main(arguments: list[str]) -> int:
    """Build, or with ``--measure`` first find out anew which modules are needed."""
    if arguments not in ([], ["--measure"]):
        print("python -m trees.browser.runtime knows one option: --measure.", file=sys.stderr)
        return 2
    try:
        if arguments:
            read_package(PACKAGE)
            standard_library.write(standard_library.measure(PACKAGE))
            standard_library.write(checker_files.measured(PACKAGE), checker_files.LIST)
        build()
        file_scripts.build(BUNDLE)
        page_parts.build()
        playground_parts.build(PACKAGE)
    except BuildFailure as failure:
        print(failure, file=sys.stderr)
        return 1
    return 0


def build(bundle: Path = BUNDLE, package: Path = PACKAGE) -> bool:
    """Bring the bundle up to date; say whether there was anything to do."""
    files, engine = read_package(package), engine_files()
    keep = standard_library.listed()
    inputs = _inputs(files, engine, keep)
    if is_current(bundle, inputs):
        return False
    print("Building the runtime bundle for the browser", flush=True)
    library = standard_library.cut(read_zip(files[STANDARD_LIBRARY]), keep)
    runtime = {**trimmed(files, NODE_MODULES), STANDARD_LIBRARY: compiled_zip(library, level=0)}
    _write(bundle, lay_out(runtime, compiled_zip(engine), inputs))
    return True


def is_current(bundle: Path, inputs: str) -> bool:
    """Whether the bundle was built from these inputs, and all of it is there."""
    path = bundle / MANIFEST
    if not path.is_file():
        return False
    manifest = json.loads(path.read_text(encoding="utf-8"))
    there = {file.relative_to(bundle).as_posix() for file in bundle.rglob("*") if file.is_file()}
    return manifest["inputs"] == inputs and there == {MANIFEST, *manifest["files"]}


def lay_out(runtime: Files, engine: bytes, inputs: str) -> Mapping[str, bytes]:
    """Return the files of the bundle by path, the manifest among them."""
    folder = f"pyodide-{_digest_all(runtime)}"
    engine_path = f"engine-{_digest(engine)}.zip"
    files = {f"{folder}/{name}": content for name, content in _as_it_travels(runtime).items()}
    files[engine_path] = engine
    manifest: dict[str, Any] = {
        "pyodide": PYODIDE,
        "python": ".".join(map(str, PYTHON)),
        "abi": ABI,
        "scripts": f"{folder}/",
        "wasm": f"{folder}/{MODULE}{PACKED}",
        "library": f"{folder}/{STANDARD_LIBRARY}{PACKED}",
        "engine": engine_path,
        "hash": _digest_all(files),
        "inputs": inputs,
        "files": {path: len(content) for path, content in files.items()},
    }
    return {**files, MANIFEST: json.dumps(manifest, indent=1).encode()}


def _as_it_travels(runtime: Files) -> Files:
    large = (MODULE, STANDARD_LIBRARY)
    return {
        **{name: runtime[name] for name in sorted(runtime) if name not in large},
        **{f"{name}{PACKED}": packed(runtime[name]) for name in large},
    }


def _inputs(files: Files, engine: Files, keep: tuple[str, ...]) -> str:
    builder = {path.name: path.read_bytes() for path in HERE.glob("*.py")}
    tools = (sys.version, importlib.metadata.version("pyodide-build"), binaryen(NODE_MODULES))
    settings = {"keep": "\n".join(keep).encode(), "versions": " ".join(tools).encode()}
    return _digest_all({**files, **engine, **builder, **settings})


def _digest_all(files: Files) -> str:
    whole = sha256()
    for name, content in sorted(files.items()):
        whole.update(f"{name}\0{len(content)}\0".encode() + content)
    return whole.hexdigest()[:16]


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()[:16]


def _write(bundle: Path, files: Files) -> None:
    """Write the new files beside the old ones, then the manifest, and only then remove the old."""
    for name, content in files.items():
        path = bundle / name
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_name(f"{path.name}.new")
        fresh.write_bytes(content)
        fresh.replace(path)
    for path in sorted(bundle.rglob("*"), reverse=True):
        if path.is_dir():
            _remove_if_empty(path)
        elif path.relative_to(bundle).as_posix() not in files:
            path.unlink()


def _remove_if_empty(folder: Path) -> None:
    if not any(folder.iterdir()):
        folder.rmdir()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
