"""Draws the icons of the installed app from the site's drawing: `.venv/bin/python tools/icons.py`.

Writes small PNGs into src/trees/browser/icons/, where every site that uses the plugin finds them.
A maskable one fills its square, the drawing in the middle: the device cuts the square to a shape.
"""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from machine.browser import find_browser

ROOT = Path(__file__).resolve().parents[1]
DRAWING = ROOT / "docs" / "assets" / "favicon.svg"
ICONS = ROOT / "src" / "trees" / "browser" / "icons"
SIZES = {"icon": (192, 512), "maskable": (192, 512)}
#: How much of a maskable icon the drawing takes: it stays within the circle that is never cut.
SAFE = 0.84
WHOLE = "body { margin: 0 } svg { position: fixed; width: 100vw; height: 100vh }"


def main() -> int:
    """Draw them all, and say how large they are."""
    drawing = DRAWING.read_text(encoding="utf-8")
    drawings = {"icon": drawing, "maskable": maskable(drawing)}
    with sync_playwright() as playwright:
        program = shutil.which(find_browser() or "")  # else the one that Playwright brings
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        page = browser.new_page()
        for name, sizes in SIZES.items():
            for size in sizes:
                page.set_viewport_size({"width": size, "height": size})
                page.set_content(f"<style>{WHOLE}</style>{drawings[name]}")
                path = ICONS / f"{name}-{size}.png"
                picture = page.screenshot(path=path, omit_background=True)
                print(f"{path.name}: {len(picture) // 1024 + 1} KB")
        browser.close()
    return 0


def maskable(drawing: str) -> str:
    """Return the drawing with its ground in the whole square, and the rest made smaller."""
    ground = re.search(r"<rect [^>]*/>", drawing)
    if not ground:
        raise SystemExit(f"{DRAWING.name} has no <rect> for its ground")
    start, end = ground.span()
    square = re.sub(r' rx="[^"]*"', "", ground.group())
    lines = drawing[end:].replace("</svg>", "</g></svg>")
    middle = f"translate(16 16) scale({SAFE}) translate(-16 -16)"
    return f'{drawing[:start]}{square}<g transform="{middle}">{lines}'


if __name__ == "__main__":
    sys.exit(main())
