"""The comment on a pull request: what `trees diff --format markdown` writes, as GitHub shows it.

Boundary: the Markdown is the command's own; the frame around it is plain, and nobody's.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from markdown_it import MarkdownIt
from playwright.sync_api import Browser

from pictures.guide import CONTENT, MOVED, ROOT, guide_with

PAGE = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; padding: 16px; background: #fff; color: #1f2328; width: max-content;
  font: 14px/1.5 "Noto Sans", "Liberation Sans", sans-serif }}
article {{ border: 1px solid #d1d9e0; border-radius: 6px }}
header {{ padding: 8px 16px; background: #f6f8fa; border-bottom: 1px solid #d1d9e0;
  border-radius: 6px 6px 0 0; color: #59636e }}
main {{ padding: 0 16px 16px }}
h3 {{ font-size: 1.25em }} h3, h4 {{ margin: 16px 0; line-height: 1.25 }} p {{ margin: 0 0 16px }}
code {{ padding: .2em .4em; background: #eff1f3; border-radius: 6px;
  font: 85% "DejaVu Sans Mono", "Liberation Mono", monospace }}
table {{ border-collapse: collapse }} tr:nth-child(2n) {{ background: #f6f8fa }}
th, td {{ padding: 6px 13px; border: 1px solid #d1d9e0 }}
</style><article><header><b>github-actions</b> bot commented</header><main>{}</main></article>"""


def pull_request(browser: Browser, picture: Path) -> None:
    """Show what a small change of the routing does to readers."""
    with guide_with(MOVED) as guide:
        trees = Path(sys.executable).with_name("trees")
        folders = [str(ROOT / CONTENT), str(guide / CONTENT)]
        line = [str(trees), "diff", *folders, "--format", "markdown"]
        told = subprocess.run(line, capture_output=True, text=True, check=False)
    if told.returncode != 1:
        raise SystemExit(f"Nobody ends elsewhere by this change: {told.stderr}")
    context = browser.new_context(viewport={"width": 1100, "height": 300})
    page = context.new_page()
    page.set_content(PAGE.format(MarkdownIt("commonmark").enable("table").render(told.stdout)))
    page.locator("body").screenshot(path=picture)
    context.close()
