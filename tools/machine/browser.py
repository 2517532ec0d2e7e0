"""Chromium, Firefox and WebKit for the tests: the machine's own, Debian's, or Playwright's.

Nothing but tests needs them. BROWSERS names those to test in, if not all three. The tests find them
by the same names, or by a variable of each.
"""

from __future__ import annotations

import os
import shutil
from typing import List, NamedTuple, Tuple

from machine.python import BIN
from machine.steps import Failure, is_done, mark_done, run, say


class Browser(NamedTuple):
    """One browser: where it may be found, and what brings it."""

    variable: str
    programs: Tuple[str, ...]
    besides: Tuple[str, ...]  # programs that it needs here
    packages: Tuple[str, ...]  # of Debian
    by_playwright: bool


CHROMES = ("chromium", "google-chrome", "chromium-browser", "google-chrome-stable")
BROWSERS = {
    "chromium": Browser("CHROMIUM", CHROMES, (), ("chromium",), True),
    "firefox": Browser("FIREFOX", ("firefox-esr", "firefox"), (), ("firefox-esr",), True),
    "webkit": Browser(
        "WEBKIT_DRIVER", ("WebKitWebDriver",), ("Xvfb",), ("webkit2gtk-driver", "xvfb"), False
    ),
}
MEND = (
    "install {missing} (on Debian and Ubuntu, as root: `apt-get install {packages}`), or name "
    "where it is: `{variable}=/path/to/it make test`. To test in others only: "
    "`BROWSERS={others} make test`. Without any browser, `make test-fast` runs the rest."
)


def prepare_browsers() -> None:
    """Find the wanted browsers, or install them; say which cannot be had here."""
    missing = missing_browsers()
    if missing and can_use_apt():
        _install_by_apt(missing)
        missing = missing_browsers()
    for name in missing:
        if BROWSERS[name].by_playwright:
            _install_by_playwright(name)
        else:
            say(
                f"There is no {name} here, so nothing is tested in it. To change that, {mend(name)}"
            )


def wanted_browsers() -> List[str]:
    """Return the names in BROWSERS, or all three."""
    chosen = os.environ.get("BROWSERS", "").replace(",", " ").split()
    unknown = [name for name in chosen if name not in BROWSERS]
    if unknown:
        known = ", ".join(BROWSERS)
        raise Failure(
            f"BROWSERS names no browser that is known: {', '.join(unknown)}.",
            f"Known are {known}.",
            "for example: `BROWSERS=chromium,firefox make test`.",
        )
    return [name for name in BROWSERS if name in chosen or not chosen]


def missing_browsers() -> List[str]:
    """Return the wanted browsers that are neither on this machine nor fetched by Playwright."""
    return [
        name
        for name in wanted_browsers()
        if not find_browser(name) and not is_done(f"browser-{name}", "playwright", BIN)
    ]


def find_browser(name: str = "chromium") -> str | None:
    """Return the program named by the browser's variable, or the first that is on PATH."""
    browser = BROWSERS[name]
    named = os.environ.get(browser.variable)
    if named and not shutil.which(named):
        variable = browser.variable
        raise Failure(
            f"the browser named by {variable} is not there.", f"{variable} is {named}.", mend(name)
        )
    if not all(shutil.which(program) for program in browser.besides):
        return None
    return named or next((one for one in browser.programs if shutil.which(one)), None)


def mend(name: str) -> str:
    """Say how a browser can be had, or be done without."""
    browser = BROWSERS[name]
    return MEND.format(
        missing=" and ".join((name, *browser.besides)),
        packages=" ".join(browser.packages),
        variable=browser.variable,
        others=",".join(other for other in BROWSERS if other != name),
    )


def can_use_apt() -> bool:
    """Whether Debian's packages can be installed: by root, where apt-get exists."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return is_root and shutil.which("apt-get") is not None


def _install_by_apt(missing: List[str]) -> None:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    apt = ("apt-get", "-o", "DPkg::Lock::Timeout=300")
    packages = [package for name in missing for package in BROWSERS[name].packages]
    names, how = ", ".join(missing), mend(missing[0])
    say(f"Asking Debian's package lists for the tests' browsers: {names}")
    try:
        run([*apt, "update"], "The package lists could not be read.", how, environment)
        say(f"Installing {' '.join(packages)} with apt-get (some minutes, once)")
        install = [*apt, "install", "-y", *packages]
        run(install, f"apt-get could not install {' '.join(packages)}.", how, environment)
    except Failure as failure:
        say(f"{failure.what} Trying another way")


def _install_by_playwright(name: str) -> None:
    say(f"Fetching Playwright's {name}, for the browser tests (a minute or two, once)")
    run(
        [BIN / "python", "-m", "playwright", "install", name],
        f"no {name} was found, and none could be fetched.",
        mend(name),
    )
    mark_done(f"browser-{name}", "playwright")
