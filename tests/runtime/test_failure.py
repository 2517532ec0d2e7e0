"""Tools that build: what they print, and what is said where one fails."""

from __future__ import annotations

import sys

import pytest

from trees.browser.failure import BuildFailure, printed


def test_a_tool__run__gives_what_it_prints():
    assert printed([sys.executable, "-c", "print(1)"], "It failed.", "try again.").strip() == b"1"


def test_a_tool_that_fails__run__says_what_where_and_how_to_mend_it():
    with pytest.raises(BuildFailure) as failed:
        printed([sys.executable, "-c", "raise SystemExit('no disk')"], "It failed.", "make room.")
    assert [line.strip() for line in str(failed.value).splitlines()] == [
        "The runtime bundle cannot be built: It failed.",
        "no disk",
        "To mend it: make room.",
    ]
