"""A Chromium for the browser tests: the machine's own, Debian's, or Playwright's.

Nothing but tests needs it. The tests find it by the same names, or by the variable CHROMIUM.
"""

from __future__ import annotations

import os
import shutil

from machine.python import BIN
from machine.steps import Failure, is_done, mark_done, run, say

NAMES = ("chromium", "google-chrome", "chromium-browser", "google-chrome-stable")
MEND = (
    "install Chromium or Chrome so that `chromium --version` works, or name one: "
    "`CHROMIUM=/path/to/chrome make test`. Without a browser, `make test-fast` runs the rest."
)


def prepare_browser() -> None:
    """Find a browser, or install one."""
    if find_browser() or is_done("browser", "playwright", BIN):
        return
    if not (can_use_apt() and _installs_by_apt()):
        _install_by_playwright()


def find_browser() -> str | None:
    """Return the browser named by CHROMIUM, or the first that is on PATH."""
    named = os.environ.get("CHROMIUM")
    if named and not shutil.which(named):
        raise Failure("the browser named by CHROMIUM is not there.", f"CHROMIUM is {named}.", MEND)
    return named or next((name for name in NAMES if shutil.which(name)), None)


def can_use_apt() -> bool:
    """Whether Debian's packages can be installed: by root, where apt-get exists."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return is_root and shutil.which("apt-get") is not None


def _installs_by_apt() -> bool:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    apt = ("apt-get", "-o", "DPkg::Lock::Timeout=300")
    say("Asking Debian's package lists where Chromium is, for the browser tests")
    try:
        run([*apt, "update"], "The package lists could not be read.", MEND, environment)
        say("Installing Chromium with apt-get (a minute or two, once)")
        run([*apt, "install", "-y", "chromium"], "apt-get has no Chromium.", MEND, environment)
    except Failure as failure:
        say(f"{failure.what} Trying another way")
        return False
    return find_browser() is not None


def _install_by_playwright() -> None:
    say("Fetching Playwright's Chromium, for the browser tests (a minute or two, once)")
    run(
        [BIN / "python", "-m", "playwright", "install", "chromium"],
        "no browser was found, and none could be fetched.",
        MEND,
    )
    mark_done("browser", "playwright")
