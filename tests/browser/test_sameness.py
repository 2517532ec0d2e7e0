"""The real page, clicked and typed as a reader would, shows the transcripts of CPython."""

from __future__ import annotations

import pytest
from tests.browser.conftest import TODAY, Visit
from tests.browser.walker import Walker
from tests.sameness.cases import cases, content, direct, library_of

#: How many of each tree's shortest ways are walked besides every scenario; a page is slower than a
#: computation.
BOUND = 5


@pytest.mark.timeout(600)
def test_the_real_page__shows_the_same_transcripts(visit: Visit) -> None:
    project = content()
    library = library_of(project)
    walker = Walker(visit(), lambda tree: f"trees/{tree}/")
    for case in sorted(cases(project, BOUND), key=lambda case: case.tree):
        assert TODAY.startswith(case.today.isoformat())
        assert walker.walked(case) == direct(library, case), case
