"""The pages that are measured, laid out in one folder: this project's, and bare ones beside them.

Boundary: builds and writes files. What other projects make of their own pages is in others.py.
"""

from __future__ import annotations

import logging
import shutil
import subprocess
from pathlib import Path
from typing import Any

import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config

from benchmarks.large import large_tree
from benchmarks.texts import ink, markdown, texts

ROOT = Path(__file__).parents[1]
PEERS = ROOT / ".cache" / "peers"
TREE = "order-cancelled"
PYODIDES = {
    "0.29.5": ROOT / "node_modules" / "pyodide",
    "314.0.7": PEERS / "node_modules" / "pyodide-314",
}
HEAD = """<!doctype html><meta charset="utf-8"><title>Bare</title><link rel="icon" href="data:,">"""
STOCK_PAGE = f"""{HEAD}<body>
<script type="module">
performance.mark("start");
const {{ loadPyodide }} = await import("./pyodide.mjs");
const pyodide = await loadPyodide();
pyodide.runPython("import json; json.dumps(dict(view=1))");
performance.measure("engine", "start");
document.body.dataset.ready = "";
</script>"""
INK_PAGE = (
    HEAD
    + """<body>
<div id="story"></div>
<script src="ink.js"></script>
<script type="module">
performance.mark("start");
const story = new inkjs.Story(await (await fetch("story.json")).text());
const page = document.getElementById("story");
const add = (tag, textContent) =>
  page.appendChild(Object.assign(document.createElement(tag), { textContent }));
function show() {
  page.replaceChildren();
  while (story.canContinue) add("p", story.Continue());
  for (const choice of story.currentChoices) {
    const link = add("p", "").appendChild(document.createElement("a"));
    Object.assign(link, { textContent: choice.text, href: "#" });
    link.addEventListener("click", (event) => {
      event.preventDefault();
      story.ChooseChoiceIndex(choice.index);
      show();
    });
  }
}
globalThis.again = () => { story.ResetState(); show(); };
show();
performance.measure("engine", "start");
document.body.dataset.ready = "";
</script>"""
)
COMPILE = """const { Compiler } = require(process.argv[1] + "/dist/ink-full.js");
const story = require("fs").readFileSync(0, "utf8");
process.stdout.write(new Compiler(story).Compile().ToJson());"""


#: What only pages of trees have.
HAS_TREE = "</decision-tree>"


def settings() -> dict[str, Any]:
    """Return this site's mkdocs.yml."""
    written: dict[str, Any] = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    return written


def build_site(config: Path, to: Path, address: str) -> Path:
    """Build a site with MkDocs; return its folder."""
    logging.getLogger("mkdocs").setLevel(logging.ERROR)  # what `make build` says is no news here
    loaded = load_config(str(config), site_dir=str(to), site_url=f"{address}{to.name}/")
    loaded.plugins.on_startup(command="build", dirty=False)
    build(loaded)
    return to


def our_site(folder: Path, address: str) -> Path:
    """Build this site as it is published."""
    return build_site(ROOT / "mkdocs.yml", folder / "site", address)


def plain_site(folder: Path, address: str) -> Path:
    """Build the same trees as Markdown, headings and links, with Material and nothing else."""
    work = folder / "plain-source"
    shutil.copytree(ROOT / "docs", work / "docs")
    trees = work / "docs" / "trees"
    trees.mkdir()
    for page in (folder / "site" / "trees").glob("*/index.html"):
        html = page.read_text("utf-8")
        if HAS_TREE in html:  # and not the one of the sources
            (trees / f"{page.parent.name}.md").write_text(markdown(texts(html)), encoding="utf-8")
    plain = settings()
    # The theme's own link to the repository asks the code host for figures.
    source = Path("partials") / "source.html"
    (work / "overrides" / source).parent.mkdir(parents=True)
    shutil.copy(ROOT / "overrides" / source, work / "overrides" / source)
    bare: dict[str, Any] = {"nav": None, "not_in_nav": "*", "validation": {}}
    plain |= {"plugins": ["search"], "hooks": [], **bare}
    (work / "mkdocs.yml").write_text(yaml.safe_dump(plain), encoding="utf-8")
    return build_site(work / "mkdocs.yml", folder / "plain", address)


def large_site(folder: Path, address: str) -> Path:
    """Build a site whose one tree has a thousand nodes."""
    work = folder / "large-source"
    (work / "docs").mkdir(parents=True)
    (work / "docs" / "index.md").write_text("# Large\n", encoding="utf-8")
    (work / "decision_trees").mkdir()
    (work / "decision_trees" / "large.yaml").write_text(large_tree(), encoding="utf-8")
    theme = {"name": "material", "font": False}
    large = {"site_name": "Large", "theme": theme, "plugins": ["search", "decision-trees"]}
    (work / "mkdocs.yml").write_text(yaml.safe_dump(large), encoding="utf-8")
    return build_site(work / "mkdocs.yml", folder / "large", address)


def stock_page(folder: Path, version: str) -> Path:
    """Lay out a bare page that calls `loadPyodide` at once, with the files that npm has."""
    stock = folder / f"stock-{version}"
    shutil.copytree(PYODIDES[version], stock)
    (stock / "index.html").write_text(STOCK_PAGE, encoding="utf-8")
    return stock


def ink_page(folder: Path, name: str, tree_page: Path) -> Path:
    """Lay out a bare page with inkjs, and the texts of a tree's page as a story."""
    to, package = folder / name, PEERS / "node_modules" / "inkjs"
    to.mkdir()
    told = ink(texts(tree_page.read_text("utf-8")))
    command = ["node", "-e", COMPILE, str(package)]
    story = subprocess.run(command, input=told, capture_output=True, text=True, check=True)
    (to / "story.json").write_text(story.stdout, encoding="utf-8")
    shutil.copy(package / "dist" / "ink.js", to / "ink.js")
    (to / "index.html").write_text(INK_PAGE, encoding="utf-8")
    return to
