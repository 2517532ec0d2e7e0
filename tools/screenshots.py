"""Takes the pictures of README.md and of the pages for authors, after `make build`.

`.venv/bin/python tools/screenshots.py` takes those that need nothing but this project; names take
others, too: `terminal` and `language-server`. Writes small PNGs into docs/assets/screenshots/.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import List

from playwright.sync_api import sync_playwright

from machine.browser import find_browser
from pictures import comment, site, terminal
from pictures.guide import ROOT

SITE = ROOT / "site"
PICTURES = ROOT / "docs" / "assets" / "screenshots"
LARGEST = 150 * 1024
#: These need programs that the project does not install; they are taken when they are asked for.
IN_A_TERMINAL = {"terminal": terminal.check, "language-server": terminal.language_server}
COMMENT = "pull-request"


def main(names: List[str]) -> int:
    """Take the named pictures; fail if one is too large to be in a repository."""
    known = [*(shot.name for shot in site.SHOTS), COMMENT]
    wanted = names or known
    unknown = sorted({*wanted}.difference(known, IN_A_TERMINAL))
    if unknown:
        print(f"There is no picture called {', '.join(unknown)}.", file=sys.stderr)
        return 1
    if not (SITE / "index.html").is_file():
        print("There is no site to show. Run `make build` first.", file=sys.stderr)
        return 1
    PICTURES.mkdir(parents=True, exist_ok=True)
    in_a_browser([name for name in wanted if name in known])
    for name in wanted:
        if name in IN_A_TERMINAL:
            IN_A_TERMINAL[name](picture(name))
    sizes = {name: picture(name).stat().st_size for name in wanted}
    for name, size in sizes.items():
        print(f"{name}.png: {size // 1024} KB{'' if size <= LARGEST else ', which is too large'}")
    return 0 if all(size <= LARGEST for size in sizes.values()) else 1


def in_a_browser(names: List[str]) -> None:
    """Take pictures of pages."""
    with site.served(SITE) as address, sync_playwright() as playwright:
        program = shutil.which(find_browser() or "")  # else the one that Playwright brings
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for shot in site.SHOTS:
            if shot.name in names:
                site.take(browser, address, shot, picture(shot.name))
        if COMMENT in names:
            comment.pull_request(browser, picture(COMMENT))
        browser.close()


def picture(name: str) -> Path:
    """Return where a picture lies."""
    return PICTURES / f"{name}.png"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
