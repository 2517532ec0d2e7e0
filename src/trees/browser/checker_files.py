"""The checker as it travels to the playground: the parts of trees that check, prove and render.

Boundary: files by their name in the zip. What checks and renders comes from this package, what it
stands on from the environment that builds, and a few modules of the standard library, which readers
of trees do not need, from Pyodide's own zip (``checker_library.txt``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path

from .archive import plain_zip
from .failure import BuildFailure
from .standard_library import cut, listed, measure

TREES = Path(__file__).parents[1]
PARTS = ("authoring", "publishing")
#: Pages and files of a site; the playground makes single trees only.
LEFT_OUT = "publishing/plugin/"
#: Pure Python, each of them. PyYAML's C parser is left out with whatever else is compiled.
PACKAGES = ("jinja2", "markdown_it", "markupsafe", "mdurl", "yaml")
LIST = Path(__file__).with_name("checker_library.txt")
MEASURE = Path(__file__).with_name("playground") / "measure.mjs"
MEND = "run `make`, which installs the locked packages."


def checker_files(library: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the whole of it; ``library`` is Pyodide's standard library."""
    return {**packages(), **cut(library, listed(LIST))}


def measured(package: Path) -> tuple[str, ...]:
    """Return what the checker needs of the standard library, and readers of trees do not."""
    used = measure(package, MEASURE, plain_zip(packages()))
    return tuple(sorted({*used} - {*listed()}))


def packages() -> dict[str, bytes]:
    """Return what is imported, without the standard library."""
    return {**dict(_ours()), **{name: text for one in PACKAGES for name, text in _package(one)}}


def _ours() -> Iterator[tuple[str, bytes]]:
    for part in PARTS:
        for path in (TREES / part).rglob("*"):
            name = path.relative_to(TREES).as_posix()
            if path.suffix in (".py", ".html") and not name.startswith(LEFT_OUT):
                yield f"trees/{name}", path.read_bytes()


def _package(package: str) -> Iterator[tuple[str, bytes]]:
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise BuildFailure(f"the package {package} is not installed.", package, MEND)
    folder = Path(spec.origin).parent
    for path in folder.rglob("*.py"):
        yield f"{package}/{path.relative_to(folder).as_posix()}", path.read_bytes()
