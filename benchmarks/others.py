"""Pages of other projects that run Python in the page, set up as their documentation says.

Boundary: builds their pages in an environment of their own, and puts local copies in the place of
whatever they load from elsewhere: routed requests would not be kept by the browser for a later
visit. That spares these pages the way to a third host.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from hashlib import sha256
from pathlib import Path

from benchmarks.pages import PEERS

MODULES = PEERS / "node_modules"
PACKAGES = PEERS / "venv" / "lib"
PYTHON = PEERS / "venv" / "bin" / "python"
JSDELIVR = "https://cdn.jsdelivr.net"
NPM = f"{JSDELIVR}/npm"
#: What these pages load from elsewhere, and the file or folder of the same version that is there.
ELSEWHERE = {
    f"{JSDELIVR}/pyodide/v314.0.7/full/": "pyodide-314/",
    f"{JSDELIVR}/pyodide/v0.25.0/full/": "pyodide-0-25/",
    f"{NPM}/highlightjs-themes@1.0.0/tomorrow.min.css": "highlightjs-themes/tomorrow.css",
    f"{NPM}/highlightjs-themes@1.0.0/tomorrow-night-blue.min.css": (
        "highlightjs-themes/tomorrow-night-blue.css"
    ),
    f"{NPM}/highlightjs-themes@1.0.0/": "highlightjs-themes/",
    f"{NPM}/lodash@4.17.20/": "lodash/",
    f"{NPM}/jquery@3.7.1": "jquery/dist/jquery.min.js",
    # 2.43.1 itself is not to be had from npm.
    f"{NPM}/jquery.terminal@2.43.1/": "jquery.terminal/",
    f"{NPM}/mathjax@3/": "mathjax/",
    f"{NPM}/ace-builds@1.44.0/": "ace-builds/",
    "https://cdnjs.cloudflare.com/ajax/libs/ace/1.16.0/": "ace-builds-1-16/src-min-noconflict/",
    "https://cdnjs.cloudflare.com/ajax/libs/highlight.js/11.7.0/": "@highlightjs/cdn-assets/",
}
DIGEST = re.compile(r"""\bintegrity(=|: )["'][^"']*["'],?""")
FENCE = {
    "mkdocs.yml": """site_name: Fence
theme: {name: material, font: false}
plugins: [search, markdown-exec]
markdown_extensions: [pymdownx.superfences, attr_list]
""",
    "docs/index.md": '# Fence\n\n```pyodide version="314.0.7"\nprint({"view": 1})\n```\n',
}
THEME = {
    "mkdocs.yml": """site_name: Theme
site_url: http://127.0.0.1/
theme: {name: pyodide-mkdocs-theme, language: en, font: false}
plugins:
  - search
  - pyodide_macros:
      build: {ides_id_hash_mode: relative}
      project: {id: bench, id_feedback: silent}
markdown_extensions:
  - md_in_html
  - admonition
  - attr_list
  - pymdownx.details
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
      emoji_generator: !!python/name:material.extensions.emoji.to_svg
  - pymdownx.highlight
  - pymdownx.inlinehilite
  - pymdownx.snippets: {check_paths: true}
  - pymdownx.superfences
  - pymdownx.arithmatex: {generic: true}
  - pymdownx.striphtml: {strip_js_on_attributes: false, strip_attributes: ""}
""",
    "docs/index.md": '# Theme\n\n{{ IDE("exo") }}\n',
    "docs/exo.py": 'print({"view": 1})\n',
}


def fence_page(folder: Path) -> Path:
    """Build a page with markdown-exec's fence, and the micropip that it always loads."""
    site = _build(folder / "fence", FENCE)
    _add_micropip(site / "elsewhere" / "pyodide-314")
    return site


def theme_page(folder: Path) -> Path:
    """Build a page of pyodide-mkdocs-theme with one editor."""
    return _build(folder / "theme", THEME)


def _build(site: Path, files: dict[str, str]) -> Path:
    source = site.with_name(f"{site.name}-source")
    for name, text in files.items():
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        (source / name).write_text(text, encoding="utf-8")
    command = [str(PYTHON), "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)]
    subprocess.run(command, cwd=source, check=True, capture_output=True)
    for page in (*site.rglob("*.html"), *site.rglob("*.js")):
        page.write_text(_at_home(page.read_text("utf-8"), f"/{site.name}", site), encoding="utf-8")
    return site


def _at_home(text: str, base: str, site: Path) -> str:
    """Replace addresses elsewhere by those of local copies, which are put there."""
    for elsewhere, here in ELSEWHERE.items():
        if elsewhere in text:
            package = re.match(r"(@[^/]+/)?[^/]+", here)[0]  # type: ignore[index]
            shutil.copytree(MODULES / package, site / "elsewhere" / package, dirs_exist_ok=True)
            text = text.replace(elsewhere, f"{base}/elsewhere/{here}")
    # One of the copies is of a neighbouring version, which its digest does not fit.
    return DIGEST.sub("", text)


def _add_micropip(runtime: Path) -> None:
    """Put micropip beside the runtime as a wheel: PyPI's files, packed anew with its own digest."""
    installed = next(PACKAGES.glob("python*/site-packages"))
    lock = json.loads((runtime / "pyodide-lock.json").read_text("utf-8"))
    entry = lock["packages"]["micropip"]
    wheel = shutil.make_archive(
        str(runtime / "micropip"), "zip", _only_micropip(installed, runtime)
    )
    target = Path(wheel).rename(runtime / entry["file_name"])
    entry["sha256"] = sha256(target.read_bytes()).hexdigest()
    (runtime / "pyodide-lock.json").write_text(json.dumps(lock), encoding="utf-8")


def _only_micropip(installed: Path, runtime: Path) -> Path:
    folder = runtime / "micropip-files"
    for path in installed.glob("micropip*"):
        shutil.copytree(path, folder / path.name)
    return folder
