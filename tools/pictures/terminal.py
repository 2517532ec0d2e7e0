"""Programs in a real terminal, xterm, on a screen of its own: Xvfb.

Needs what the project does not install: Xvfb, xterm, xdotool, and Neovim 0.11 for the language
server (another one than on the path: NVIM=/path/to/nvim).
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Callable, Dict, Iterator, List, NamedTuple

from PIL import Image, ImageGrab

from pictures.guide import CONTENT, LETTER_LESS, MISSPELT, ROOT, SWAPPED, guide_with

NEEDED = ("Xvfb", "xterm", "xdotool")
LOOK = ("-fa", "DejaVu Sans Mono", "-fs", "15", "-bg", "#16181d", "-fg", "#e6e6e6", "-b", "14")
#: Lighter than xterm's own, which are hard to read on dark.
COLORS = {"color1": "#ff7b72", "color3": "#e3b341", "color4": "#79b8ff", "scrollBar": "false"}
PATIENCE = 60.0
#: How long nothing may move before a picture is taken.
STILL = 2.5
#: What authors are told to write.
RECIPE = re.compile(r"### Neovim\n.*?```lua\n(.*?)```", re.DOTALL)
#: What this picture needs besides.
BESIDES = """
vim.opt.hlsearch = false
vim.api.nvim_create_autocmd("DiagnosticChanged", {
  callback = function() vim.fn.writefile({}, vim.env.FOUND) end,
})
"""


#: To a target, which is then written anew; the server proposes what it could be.
#: It is asked at the space: only what comes after its reply narrows what is proposed.
KEYS = ("/solve_payment\n", "zt", "13k", "zt", "13j", "hC", " ", "solve_")


def check(picture: Path) -> None:
    """Show what `trees check` finds in two files."""
    with guide_with(MISSPELT, SWAPPED) as guide:
        prompts = guide.parent / "prompts"
        shell = {"PS1": r"\[\e[1m\]$\[\e[0m\] ", "PROMPT_COMMAND": f"echo >> '{prompts}'"}
        with terminal("101x15", ["bash", "--norc", "--noprofile"], guide, shell) as shown:
            wait(prompts.is_file)
            shown.type("trees check\n")
            wait(lambda: len(prompts.read_text("utf-8")) > 1)
            shown.grab(picture)


def language_server(picture: Path) -> None:
    """Show Neovim with a finding, and what the server proposes while a target is typed."""
    nvim = os.environ.get("NVIM", "nvim")
    with guide_with(LETTER_LESS) as guide:
        home = guide.parent
        (home / "nvim").mkdir()
        (home / "nvim" / "init.lua").write_text(recipe() + BESIDES, "utf-8")
        folders = {f"XDG_{name}_HOME": str(home) for name in ("CONFIG", "STATE", "DATA", "CACHE")}
        line = [nvim, f"{CONTENT}/reorder.yaml"]
        with terminal("101x22", line, guide, {**folders, "FOUND": str(home / "found")}) as shown:
            wait((home / "found").is_file)
            for keys in KEYS:
                shown.type(keys)
                shown.still()
            shown.grab(picture)


def recipe() -> str:
    """Return what the page for authors tells them to write into `init.lua`."""
    page = (ROOT / "docs" / "authoring" / "editor.md").read_text("utf-8")
    found = RECIPE.search(page)
    if not found:
        raise SystemExit("The page on editors has no recipe for Neovim any more.")
    return found[1]


class Screen(NamedTuple):
    """A screen of its own, and what is done at it."""

    display: str

    def type(self, text: str) -> None:
        """Press the keys of a text."""
        # Without a window manager, keys go to where the pointer is.
        line = ["xdotool", "mousemove", "99", "99", "type", "--delay", "40", text]
        subprocess.run(line, env={**os.environ, "DISPLAY": self.display}, check=True)

    def still(self) -> Image.Image:
        """Return what is shown once nothing moves any more."""
        before = ImageGrab.grab(xdisplay=self.display)
        while True:
            time.sleep(STILL)
            now = ImageGrab.grab(xdisplay=self.display)
            if now.tobytes() == before.tobytes():
                return now
            before = now

    def grab(self, picture: Path) -> None:
        """Write what the terminal shows, without the empty screen around it, in few colors."""
        screen = self.still().convert("RGB")
        few = screen.crop(screen.getbbox()).quantize(128, dither=Image.Dither.NONE)
        few.save(picture, optimize=True)


@contextlib.contextmanager
def terminal(size: str, line: List[str], folder: Path, more: Dict[str, str]) -> Iterator[Screen]:
    """Run a program in xterm, alone on a screen."""
    missing = [name for name in (*NEEDED, line[0]) if not shutil.which(name)]
    if missing:
        raise SystemExit(f"To show a terminal, install {', '.join(missing)}.")
    colors = [part for key, value in COLORS.items() for part in ("-xrm", f"*{key}: {value}")]
    xterm = ["xterm", "-geometry", f"{size}+0+0", *LOOK, *colors, "-e", *line]
    told, tell = os.pipe()
    xvfb = ["Xvfb", "-displayfd", str(tell), "-screen", "0", "1600x1000x24", "-dpi", "96"]
    with running(subprocess.Popen(xvfb, pass_fds=[tell], stderr=subprocess.DEVNULL)):
        os.close(tell)
        # It tells its number when it is ready.
        with os.fdopen(told, encoding="ascii") as number:
            screen = Screen(f":{number.readline().strip()}")
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        environment = {**os.environ, "DISPLAY": screen.display, "PATH": path, **more}
        with running(subprocess.Popen(xterm, env=environment, cwd=folder)):
            yield screen


@contextlib.contextmanager
def running(process: "subprocess.Popen[bytes]") -> Iterator[None]:
    """End a program when the block ends."""
    try:
        yield
    finally:
        process.terminate()
        process.wait()


def wait(until: Callable[[], bool]) -> None:
    """Return as soon as it holds."""
    end = time.monotonic() + PATIENCE
    while not until():
        if time.monotonic() > end:
            raise SystemExit("The terminal does not show what it should.")
        time.sleep(0.2)
