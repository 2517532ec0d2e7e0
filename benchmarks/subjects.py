"""The pages whose engine is waited for: this project's, and those of others.

Boundary: says where each lies, when it is ready, and what of it is the engine; measures nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks import others, pages

OURS, STOCK = "this project", "stock loadPyodide 0.29.5"
READY = """document.querySelector("[data-ready]")"""
#: The engine's snapshot and the copy of the site, which browsers make after the first answer.
KEPT = """(async () => {
  const names = await caches.keys();
  const site = await navigator.serviceWorker.getRegistration();
  return (names.some((name) => name.startsWith("decision-trees-engine")) && site?.active) || null;
})().then((kept) => kept && true)"""


@dataclass(frozen=True)
class Subject:
    """A page: where it lies, when its engine is ready, and which of its files are the engine's."""

    lay_out: Callable[[Path, str], Path]
    path: str
    ready: str = READY
    engine: tuple[str, ...] = ("",)
    #: The page's own measurement, from the moment that it asks for the engine.
    start: str = ""
    #: What is there before the reader leaves.
    kept: str = "true"


SUBJECTS = {
    OURS: Subject(
        pages.our_site,
        f"site/trees/{pages.TREE}/",
        engine=("assets/runtime-", "assets/element-", "assets/trees/"),
        start="decision-tree",
        kept=KEPT,
    ),
    STOCK: Subject(lambda to, _: pages.stock_page(to, "0.29.5"), "stock-0.29.5/", start="engine"),
    "stock loadPyodide 314.0.7": Subject(
        lambda to, _: pages.stock_page(to, "314.0.7"), "stock-314.0.7/", start="engine"
    ),
    "markdown-exec, pyodide fence": Subject(
        lambda to, _: others.fence_page(to),
        "fence/",
        ready="""document.querySelector("[id$=--run]")?.onclick""",
        engine=("elsewhere/pyodide-",),
    ),
    "pyodide-mkdocs-theme": Subject(
        lambda to, _: others.theme_page(to),
        "theme/",
        ready="""document.querySelector("#header-hourglass-svg")?.classList.contains("py_mk_vanish")""",
        engine=("elsewhere/pyodide-",),
    ),
    "inkjs": Subject(
        lambda to, _: pages.ink_page(to, "ink", to / "site" / "trees" / pages.TREE / "index.html"),
        "ink/",
        start="engine",
    ),
}
