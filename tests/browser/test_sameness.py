"""The real page, clicked and typed as a reader would, shows the transcripts of CPython."""

from __future__ import annotations

import pytest
from tests.browser.walker import Walker
from tests.sameness.cases import cases, content, direct, library_of

#: How many of each tree's shortest ways are walked; a page is slower than a computation.
BOUND = 25


@pytest.mark.timeout(600)
def test_the_real_page__shows_the_same_transcripts(meet) -> None:
    project = content()
    library = library_of(project)
    reader = meet()
    walker = Walker(reader.page, lambda tree: f"{reader.site}trees/{tree}/")
    played = sorted(cases(project, BOUND), key=lambda case: case.tree)
    for case in played:
        assert walker.walked(case) == direct(library, case), case
