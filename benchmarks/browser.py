"""A reader's browser for measuring: a profile that nobody has used, kept between two visits.

Boundary: starts Chromium, at full speed or slowed down; notes what leaves the machine.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import BrowserContext, Page, Playwright

from benchmarks.processes import group_of
from benchmarks.slowing import slowed
from machine.browser import find_browser

#: For whatever is waited for, in milliseconds.
PATIENCE = 120_000
#: Between two looks, in milliseconds: pages note moments themselves, and are left alone meanwhile.
POLL = 100
ARGUMENTS = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")


@dataclass(frozen=True)
class Conditions:
    """How fast a reader's device and line are."""

    name: str
    #: How many times slower than this machine.
    processor: float = 1
    bits_per_second: float = 0
    #: From a request to the first byte of its answer, in seconds.
    delay: float = 0


FAST = Conditions("this machine")
SLOW = Conditions("4× slower, 9 Mbit/s", processor=4, bits_per_second=9e6, delay=0.04)


@contextmanager
def fresh_browser(
    playwright: Playwright, conditions: Conditions = FAST, *arguments: str
) -> Iterator[tuple[BrowserContext, int]]:
    """Open a browser that keeps what it fetches, in a profile that nobody has used.

    Gives the browser and its process group.
    """
    found = find_browser()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        context = playwright.chromium.launch_persistent_context(
            profile,
            executable_path=shutil.which(found) if found else None,
            args=[*ARGUMENTS, *arguments],
        )
        context.set_default_timeout(PATIENCE)
        group = group_of(profile)
        with slowed(group, conditions.processor):
            yield context, group
        context.close()


def wait_for(page: Page, value: str) -> Any:
    """Return a value of the page once it is there; pages forbid what Playwright waits with."""
    end = time.monotonic() + PATIENCE / 1_000
    while time.monotonic() < end:
        found = page.evaluate(value)
        if found is not None:
            return found
        page.wait_for_timeout(POLL)
    raise TimeoutError(f"{page.url}: there is no {value}.")
