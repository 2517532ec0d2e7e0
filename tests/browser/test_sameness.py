"""The real page, clicked and typed as a reader would, shows the transcripts of CPython."""

from __future__ import annotations

import pytest
from tests.browser.conftest import Visit
from tests.browser.walker import Walker
from tests.sameness.cases import cases, content, direct, library_of

#: How many of each tree's shortest ways are walked besides every scenario; a page is slower than a
#: computation.
BOUND = {"chromium": 25, "firefox": 0, "webkit": 0}


@pytest.mark.timeout(600)
def test_the_real_page__shows_the_same_transcripts(visit: Visit, browser_name: str) -> None:
    project = content()
    library = library_of(project)
    played = cases(project, BOUND[browser_name])
    for day in {case.today for case in played}:
        walker = Walker(visit(now=f"{day}T12:00:00"), lambda tree: f"trees/{tree}/")
        on_that_day = [case for case in played if case.today == day]
        for case in sorted(on_that_day, key=lambda case: case.tree):
            assert walker.walked(case) == direct(library, case), case
